package dev.promotion.yaml;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Writes a map of YAML in the one way in which documents are written: a line for each value, texts
 * without quotes only where every reader takes them for texts. Not thread-safe.
 */
final class YamlOutput {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_$][A-Za-z0-9_$./-]*( [A-Za-z0-9_$./-]+)*");
  private static final Pattern NO_TEXT =
      Pattern.compile("y|yes|n|no|true|false|on|off|null", Pattern.CASE_INSENSITIVE);

  private final StringBuilder out;
  private final String indent;

  /** What the next line starts with: the indentation or, in a list, the mark of an item. */
  private String lead;

  /** Whether the map that was written last had no fields. */
  private boolean empty;

  private YamlOutput(StringBuilder out, String indent, String lead) {
    this.out = out;
    this.indent = indent;
    this.lead = lead;
  }

  /** Returns a document. */
  static String document(Consumer<YamlOutput> fields) {
    YamlOutput output = new YamlOutput(new StringBuilder(), "", "");
    fields.accept(output);
    return output.out.toString();
  }

  YamlOutput text(String name, String value) {
    return line(name, quoted(value));
  }

  YamlOutput number(String name, int value) {
    return line(name, Integer.toString(value));
  }

  /** Writes a flag if it is set. */
  YamlOutput flag(String name, boolean set) {
    return set ? line(name, "true") : this;
  }

  /** Writes a list of texts unless it is empty. */
  YamlOutput texts(String name, List<String> values) {
    if (!values.isEmpty()) {
      line(name, "");
      values.forEach(value -> out.append(indent).append("  - ").append(quoted(value)).append('\n'));
    }
    return this;
  }

  /** Writes texts by their names in order, unless there are none. */
  YamlOutput texts(String name, Map<String, String> values) {
    return values.isEmpty() ? this : map(name, map -> new TreeMap<>(values).forEach(map::text));
  }

  /** Writes a map, even if it is empty. */
  YamlOutput map(String name, Consumer<YamlOutput> fields) {
    mapIfAny(name, fields);
    return empty ? line(name, "{}") : this;
  }

  /** Writes a map unless it is empty. */
  YamlOutput mapIfAny(String name, Consumer<YamlOutput> fields) {
    String before = lead;
    int start = out.length();
    line(name, "");
    int end = out.length();
    String deeper = indent + "  ";
    fields.accept(new YamlOutput(out, deeper, deeper));
    empty = out.length() == end;
    if (empty) {
      out.setLength(start);
      lead = before;
    }
    return this;
  }

  /** Writes a list of maps unless it is empty. */
  <T> YamlOutput list(String name, List<T> values, BiConsumer<YamlOutput, T> fields) {
    if (!values.isEmpty()) {
      line(name, "");
      values.forEach(
          value -> fields.accept(new YamlOutput(out, indent + "    ", indent + "  - "), value));
    }
    return this;
  }

  private YamlOutput line(String name, String value) {
    out.append(lead).append(quoted(name)).append(':');
    out.append(value.isEmpty() ? "" : " ").append(value).append('\n');
    lead = indent;
    return this;
  }

  private static String quoted(String text) {
    if (PLAIN.matcher(text).matches() && !NO_TEXT.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> append(quoted, point));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int point) {
    switch (point) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (plain(point)) {
          quoted.appendCodePoint(point);
        } else {
          quoted.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
        }
      }
    }
  }

  private static boolean plain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      case Character.SURROGATE ->
          throw new InvalidDefinitionException(
              ProblemCode.ENCODING, "", "a text has half a character; remove it");
      default -> true;
    };
  }
}
