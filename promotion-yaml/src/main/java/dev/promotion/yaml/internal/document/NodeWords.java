package dev.promotion.yaml.internal.document;

import dev.promotion.yaml.internal.finding.Wording;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.util.regex.Pattern;

/** Names values in error messages. */
final class NodeWords {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern TRUTH = Pattern.compile("true|false", Pattern.CASE_INSENSITIVE);

  private NodeWords() {}

  /** Returns what a value is, such as {@code number 1.5} or {@code a list}. */
  static String describe(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return describe(scalar);
    }
    return node instanceof YamlMapping ? "a map" : "a list";
  }

  private static String describe(YamlScalar scalar) {
    String text = Wording.quoted(scalar.text());
    if (!scalar.plain()) {
      return "text " + text;
    }
    if (scalar.isNull()) {
      return "nothing";
    }
    if (NUMBER.matcher(scalar.text()).matches()) {
      return "number " + scalar.text();
    }
    return TRUTH.matcher(scalar.text()).matches() ? scalar.text() : "text " + text;
  }
}
