package dev.promotion.yaml.internal.values;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/**
 * A value that is to be put somewhere, read from its text.
 *
 * @param text the text, with line feeds, moved as far left as it goes
 * @param spot the value in a file of its own
 */
record NewValue(String text, Spot spot) {

  private static final String CARRIER = "v: ";
  private static final String CARRIER_INDENT = "  ";

  /**
   * Reads the text of a value.
   *
   * @throws ValuesRefusedException if it is not exactly one value, or refers to another
   */
  static NewValue of(String source, ValueFormat format) {
    String text = Lines.withLineFeeds(source);
    Spot spot;
    try {
      spot = format == ValueFormat.YAML ? yaml(text) : json(text);
    } catch (ValuesRefusedException refused) {
      Problem why = refused.problems().get(0);
      throw refused(
          why.code() == ProblemCode.UNDEFINED_ALIAS
              ? ProblemCode.VALUE_NOT_PORTABLE
              : ProblemCode.VALUE_SYNTAX,
          "the new value is not one "
              + format
              + " value: at "
              + why.place()
              + ", "
              + why.message());
    }
    Portability.problem(spot)
        .ifPresent(
            problem -> {
              throw refused(problem.code(), "the new value cannot be used: " + problem.message());
            });
    return new NewValue(PortableText.of(spot), spot);
  }

  ValueNode node() {
    return spot.node();
  }

  /** Tells whether the value is a map or list without brackets. */
  boolean isBlockCollection() {
    return Spot.isBlockCollection(node());
  }

  /** Tells whether the value is a block of text. */
  boolean isBlockText() {
    return node() instanceof ValueScalar scalar && scalar.style().isBlock();
  }

  /** Tells whether the value, or one in it, has an anchor of this name. */
  boolean hasAnchor(String name) {
    return hasAnchor(node(), name);
  }

  private static boolean hasAnchor(ValueNode node, String name) {
    return node.properties().anchor().equals(name)
        || Portability.children(node).stream().anyMatch(child -> hasAnchor(child, name));
  }

  /** Returns the first line of a block of text. */
  String header() {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Returns the lines of a block of text below its header, each after a line feed. */
  String body() {
    return text.substring(header().length());
  }

  /** Returns by how much the header of a block of text says that its lines are indented, or 0. */
  int statedIndent() {
    String own = spot.file().text();
    return BlockText.statedIndent(own, node().start(), Lines.end(own, node().start()));
  }

  /** Tells whether the last line is one of a block of text that says its line break. */
  boolean endsWithBreak() {
    ValueNode last = last(node());
    if (!(last instanceof ValueScalar scalar) || !scalar.style().isBlock()) {
      return false;
    }
    String own = spot.file().text();
    return !BlockText.indicator(own, last.start(), Lines.end(own, last.start()), '-');
  }

  private static ValueNode last(ValueNode node) {
    if (!Spot.isBlockCollection(node)) {
      return node;
    }
    List<ValueNode> inner = Portability.children(node);
    return last(inner.get(inner.size() - 1));
  }

  private static Spot json(String text) {
    ValueFile file = ValueFile.of(text, false, ValueFormat.JSON);
    return whole(new Spot(file, file.documents()), 0);
  }

  /** Reads a value as a document; a block of text may not start at the margin of one. */
  private static Spot yaml(String text) {
    if (text.isEmpty()) {
      ValueFile empty = ValueFile.of("", false, ValueFormat.YAML);
      return new Spot(
          empty, List.of(new ValueScalar(0, 0, NodeProperties.NONE, ScalarStyle.PLAIN, "")));
    }
    Optional<Spot> block = blockText(text);
    if (block.isPresent()) {
      return whole(block.get(), CARRIER.length());
    }
    ValueFile file = ValueFile.of(endsInBlockText(text), false, ValueFormat.YAML);
    if (file.documents().size() != 1) {
      throw Refusals.at(text, 0, ProblemCode.VALUE_SYNTAX, "there must be one value");
    }
    return whole(new Spot(file, file.documents()), 0);
  }

  /** A block of text says its line break only where there is one. */
  private static String endsInBlockText(String text) {
    return text + "\n";
  }

  private static Optional<Spot> blockText(String text) {
    int lineEnd = Lines.end(text, 0);
    int start = text.startsWith("!") ? text.substring(0, lineEnd).indexOf(' ') + 1 : 0;
    if (start >= lineEnd || (text.charAt(start) != '|' && text.charAt(start) != '>')) {
      return Optional.empty();
    }
    int stated = BlockText.statedIndent(text, start, lineEnd);
    String indent = stated > 0 ? " ".repeat(stated) : CARRIER_INDENT;
    ValueFile file =
        ValueFile.of(CARRIER + Lines.indented(text, indent) + "\n", false, ValueFormat.YAML);
    return file.documents().get(0) instanceof ValueMap map && map.members().size() == 1
        ? Optional.of(new Spot(file, List.of(map, map.members().get(0).value())))
        : Optional.empty();
  }

  /** Checks that nothing but the value is in its text. */
  private static Spot whole(Spot spot, int start) {
    String text = spot.file().text();
    int length = text.endsWith("\n") ? text.length() - 1 : text.length();
    ValueNode node = spot.node();
    boolean anchored = node.properties().hasAnchor();
    if (anchored || node.outerStart() != start || node.end() != length) {
      throw Refusals.at(
          text,
          anchored || node.outerStart() != start ? start : node.end(),
          ProblemCode.VALUE_SYNTAX,
          "nothing but the value may stand in its text");
    }
    return spot;
  }

  private static ValuesRefusedException refused(ProblemCode code, String message) {
    return new ValuesRefusedException(List.of(new Problem(code, "", message)));
  }
}
