package dev.promotion.yaml.internal.values;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.ProblemCode;
import java.util.List;

/**
 * Puts a new value where another one stands: finds the changes of the text, which touch nothing but
 * the old value and the blanks before it.
 */
final class Placing {

  private final Spot spot;
  private final NewValue value;
  private final Layout layout;
  private final String text;
  private final int start;
  private final int end;
  private final int bodyStart;
  private final int bodyEnd;
  private final String lineBreak;

  Placing(Spot spot, NewValue value) {
    this.spot = spot;
    this.value = value;
    this.layout = new Layout(spot.file(), spot.chain().get(0));
    this.text = spot.file().text();
    ValueNode old = spot.node();
    boolean block = old instanceof ValueScalar scalar && scalar.style().isBlock();
    this.start = old.portableStart() == old.end() ? emptyStart(spot) : old.portableStart();
    this.end = block ? BlockText.headerEnd(text, old.start()) : Math.max(start, old.end());
    this.bodyStart = Lines.end(text, end);
    this.bodyEnd = block ? old.end() : bodyStart;
    this.lineBreak = Lines.lineBreak(text, end);
  }

  /** Where nothing stands yet, a value is put after the blanks that the line ends with. */
  private static int emptyStart(Spot spot) {
    String text = spot.file().text();
    int start = spot.node().start();
    return !spot.inBrackets() && Lines.isRestBlank(text, start) ? Lines.end(text, start) : start;
  }

  /**
   * Returns the changes.
   *
   * @throws ValuesRefusedException if the value cannot be written there
   */
  List<Splice> splices() {
    if (spot.inBrackets()) {
      return inBrackets();
    }
    if (value.isBlockCollection()) {
      return blockCollection();
    }
    return value.isBlockText() ? blockText() : inline();
  }

  private List<Splice> inBrackets() {
    if (value.isBlockCollection() || value.isBlockText()) {
      throw Refusals.at(
          text,
          start,
          ProblemCode.VALUE_STYLE,
          "a value without brackets or quotes, over several lines, cannot stand in brackets;"
              + " write it in brackets or quotes where it comes from");
    }
    String written = broken(Lines.indented(value.text(), spot.margin()));
    boolean glued = start == end && !written.isEmpty() && text.charAt(start - 1) == ':';
    return List.of(new Splice(start, end, glued ? " " + written : written));
  }

  private List<Splice> inline() {
    Splice body = new Splice(bodyStart, bodyEnd, "");
    if (value.text().isEmpty()) {
      int from = Lines.isRestBlank(text, end) ? gapStart() : start;
      return List.of(new Splice(from, end, ""), body);
    }
    return List.of(head(broken(Lines.indented(value.text(), spot.margin()))), body);
  }

  /** A block of text: its header stands where the value stood, its lines below that line. */
  private List<Splice> blockText() {
    int stated = value.statedIndent();
    String indent = spot.margin() + " ".repeat(stated > 0 ? stated : textIndent());
    String body = broken(Lines.indented(value.body(), indent));
    return List.of(head(value.header()), new Splice(bodyStart, bodyEnd, body + lastBreak(bodyEnd)));
  }

  /** A block of text that stands here already shows how far its lines are indented. */
  private int textIndent() {
    if (spot.node() instanceof ValueScalar scalar && scalar.style().isBlock()) {
      int header = Lines.end(text, scalar.start());
      int shown = BlockText.indent(text, header, bodyEnd, scalar.text()) - spot.margin().length();
      if (shown > 0) {
        return shown;
      }
    }
    return layout.mapIndent(spot.chain().get(0));
  }

  private List<Splice> blockCollection() {
    ValueNode old = spot.node();
    boolean inPlace = Spot.isBlockCollection(old) && start == old.start();
    if (inPlace || standsAlone()) {
      String indent = " ".repeat(Lines.column(text, old.start()));
      return List.of(
          new Splice(start, end, broken(Lines.indented(value.text(), indent)) + lastBreak(end)));
    }
    if (afterDash()) {
      String glue = text.charAt(start - 1) == '-' ? " " : "";
      String indent = " ".repeat(Lines.column(text, start) + glue.length());
      return List.of(
          new Splice(
              start, end, glue + broken(Lines.indented(value.text(), indent)) + lastBreak(end)));
    }
    String indent = spot.margin() + " ".repeat(collectionIndent());
    String lines = broken(Lines.indented("\n" + value.text(), indent));
    return List.of(
        new Splice(gapStart(), end, ""),
        new Splice(bodyStart, bodyEnd, lines + lastBreak(bodyEnd)));
  }

  private int collectionIndent() {
    ValueNode near = spot.parent().orElse(spot.node());
    if (value.node() instanceof ValueList && near instanceof ValueMap) {
      return layout.listIndent(near);
    }
    return layout.mapIndent(near);
  }

  /** Tells whether nothing stands before the value in its line, as at the root of a document. */
  private boolean standsAlone() {
    return start < end && Lines.column(text, start) == Lines.margin(text, start).length();
  }

  private boolean afterDash() {
    int before = Lines.blankStart(text, start) - 1;
    return before >= 0
        && text.charAt(before) == '-'
        && spot.parent().filter(ValueList.class::isInstance).isPresent();
  }

  /** Puts the first line of a value where the old one started, up to the line of its key. */
  private Splice head(String written) {
    if (start == end) {
      boolean glued = start > 0 && " \t\n\r".indexOf(text.charAt(start - 1)) < 0;
      return new Splice(start, end, glued ? " " + written : written);
    }
    if (!Spot.isBlockCollection(spot.node())) {
      return new Splice(start, end, written);
    }
    int gap = Lines.gapStart(text, start);
    if (gap > 0 && !isComment(gap) && Lines.isSeveral(text.substring(gap, start))) {
      return new Splice(gap, end, " " + written);
    }
    int missing = spot.margin().length() + 1 - Lines.column(text, start);
    boolean child = spot.parent().isPresent();
    return new Splice(start, end, " ".repeat(child ? Math.max(0, missing) : 0) + written);
  }

  /** Tells whether the line that ends before a gap ends with a comment. */
  private boolean isComment(int gap) {
    return text.substring(Lines.start(text, gap), gap).indexOf('#') >= 0;
  }

  /** Returns where the blanks start that part the value from its key. */
  private int gapStart() {
    return Spot.isBlockCollection(spot.node()) && !isComment(Lines.gapStart(text, start))
        ? Lines.gapStart(text, start)
        : Lines.blankStart(text, start);
  }

  /** A block of text that says its last line break needs one, also at the end of the file. */
  private String lastBreak(int index) {
    return index == text.length() && value.endsWithBreak() ? lineBreak : "";
  }

  private String broken(String lines) {
    return lineBreak.equals("\n") ? lines : lines.replace("\n", lineBreak);
  }
}
