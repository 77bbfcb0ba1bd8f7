package dev.promotion.yaml.internal.values;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Position;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The text of a file, and where in it each value stands. Immutable. */
public final class ValueFile {

  /** The largest file in bytes: 8 MB. */
  public static final int MOST_BYTES = 8_000_000;

  /** How deep values may be nested in each other, a single value being one level. */
  public static final int MOST_DEPTH = 100;

  /** How many values a file may have, keys included. */
  public static final int MOST_NODES = 500_000;

  private static final String VAULT = "$ANSIBLE_VAULT;";
  private static final String CONFLICT = "<<<<<<< ";
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private final String text;
  private final boolean marked;
  private final ValueFormat format;
  private final ValueTrees trees;

  private ValueFile(String text, boolean marked, ValueFormat format) {
    this.text = text;
    this.marked = marked;
    this.format = format;
    this.trees = format == ValueFormat.JSON ? JsonTreeReader.read(text) : yaml(text);
  }

  /**
   * Reads a file.
   *
   * @param content the bytes, which must be UTF-8
   * @throws ValuesRefusedException if it has not this format, or goes beyond a limit
   */
  public static ValueFile read(byte[] content, ValueFormat format) {
    if (content.length > MOST_BYTES) {
      throw Refusals.at(
          "",
          0,
          ProblemCode.SIZE_LIMIT,
          String.format(
              Locale.ROOT,
              "the file has %,d bytes, the limit is %,d; split it",
              content.length,
              MOST_BYTES));
    }
    String decoded = decoded(content);
    boolean marked = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK;
    return of(marked ? decoded.substring(1) : decoded, marked, format);
  }

  /** Reads a text without byte order mark. */
  static ValueFile of(String text, boolean marked, ValueFormat format) {
    if (text.startsWith(VAULT)) {
      throw Refusals.at(
          text, 0, ProblemCode.ENCRYPTED_VALUE, "the file is encrypted; promote it as a whole");
    }
    int conflict = text.startsWith(CONFLICT) ? 0 : text.indexOf("\n" + CONFLICT) + 1;
    if (conflict > 0 || text.startsWith(CONFLICT)) {
      throw Refusals.at(
          text,
          conflict,
          ProblemCode.MERGE_CONFLICT_MARKERS,
          "a merge was not finished here; resolve it");
    }
    return new ValueFile(text, marked, format);
  }

  private static ValueTrees yaml(String text) {
    return QuickYamlReader.read(text).orElseGet(() -> engine(text));
  }

  /** The engine takes tabs for blanks only behind some values; files aligned by hand have more. */
  private static ValueTrees engine(String text) {
    try {
      return YamlTreeReader.read(text);
    } catch (ValuesRefusedException refused) {
      return QuickYamlReader.readWithTabs(text).orElseThrow(() -> refused);
    }
  }

  /** Returns the text, without the byte order mark that the file may begin with. */
  public String text() {
    return text;
  }

  /** Returns the format. */
  public ValueFormat format() {
    return format;
  }

  /** Tells whether the file begins with a byte order mark. */
  boolean isMarked() {
    return marked;
  }

  /** Returns the root values of the documents; of JSON there is one. */
  public List<ValueNode> documents() {
    return trees.documents();
  }

  /** Returns all aliases in the order of the text. */
  List<ValueAlias> aliases() {
    return trees.aliases();
  }

  /** Returns line and column of an index of the text. */
  public Position position(int index) {
    return Refusals.position(text, index);
  }

  /**
   * Returns how a value is written, so that it can stand in another file: its lines with line feeds
   * and without the indentation of their place.
   *
   * @param chain the values from the root of a document to this one
   * @throws ValuesRefusedException if the value would not mean the same elsewhere
   */
  public String source(List<ValueNode> chain) {
    Spot spot = new Spot(this, List.copyOf(chain));
    Portability.problem(spot)
        .ifPresent(
            problem -> {
              throw new ValuesRefusedException(List.of(problem));
            });
    return PortableText.of(spot);
  }

  /** Most files have no replacement character, so a strict second look is rarely taken. */
  private static String decoded(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return text;
    }
    ByteBuffer bytes = ByteBuffer.wrap(content);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException failure) {
      throw Refusals.at(
          "",
          0,
          ProblemCode.NOT_YAML,
          "byte " + (bytes.position() + 1) + " of the file is not UTF-8; save it as UTF-8");
    }
  }
}
