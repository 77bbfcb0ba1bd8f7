package dev.promotion.yaml.internal.values;

/** Reads blocks of text where there is no doubt what they say. */
final class QuickBlockText {

  private final QuickText text;
  private int stated;
  private char chomping;

  QuickBlockText(QuickText text) {
    this.text = text;
  }

  /** Reads a block of text in something at a column, and moves to the end of its last line. */
  ValueScalar scalar(int column) throws UncertainException {
    int start = text.at();
    boolean literal = text.peek() == '|';
    header();
    int headerEnd = text.at();
    int indent = stated > 0 ? column + stated : indent(column);
    StringBuilder value = new StringBuilder();
    int empty = 0;
    int lineEnd = headerEnd;
    while (isLine(indent)) {
      int from = Math.min(text.at() + indent, lineEnd());
      lineEnd = lineEnd();
      if (from == lineEnd) {
        empty++;
      } else {
        append(value, from, lineEnd, empty, literal);
        empty = 0;
      }
      text.moveTo(lineEnd);
      if (text.isEnd()) {
        throw new UncertainException();
      }
    }
    if (value.isEmpty()) {
      throw new UncertainException();
    }
    String said = value + (chomping == '-' ? "" : "\n" + "\n".repeat(chomping == '+' ? empty : 0));
    text.moveTo(lineEnd);
    int limit = Math.min(text.length(), BlockText.afterBreak(text.text(), lineEnd, text.length()));
    return new ValueScalar(
        start,
        BlockText.end(text.text(), start, limit, said),
        NodeProperties.NONE,
        literal ? ScalarStyle.LITERAL : ScalarStyle.FOLDED,
        said);
  }

  private void header() throws UncertainException {
    stated = 0;
    chomping = ' ';
    text.moveTo(text.at() + 1);
    for (; !text.isGap(text.at()); text.moveTo(text.at() + 1)) {
      char each = text.peek();
      if ((each == '-' || each == '+') && chomping == ' ') {
        chomping = each;
      } else if (each >= '1' && each <= '9' && stated == 0) {
        stated = each - '0';
      } else {
        throw new UncertainException();
      }
    }
    text.endLine();
  }

  /** Returns by how much the first line is indented; the empty ones before it must be empty. */
  private int indent(int column) throws UncertainException {
    int line = BlockText.afterBreak(text.text(), text.at(), text.length());
    int at = line;
    while (text.charAt(at) == ' ') {
      at++;
    }
    if (text.isBreakOrEnd(at) || text.charAt(at) == '\t' || at - line <= column) {
      throw new UncertainException();
    }
    return at - line;
  }

  /** Tells whether the next line belongs to the block, and then moves to its start. */
  private boolean isLine(int indent) {
    int line = BlockText.afterBreak(text.text(), text.at(), text.length());
    if (line >= text.length()) {
      return false;
    }
    int at = line;
    while (text.charAt(at) == ' ' && at - line < indent) {
      at++;
    }
    if (at - line < indent && !text.isBreakOrEnd(at)) {
      return false;
    }
    text.moveTo(line);
    return true;
  }

  private int lineEnd() {
    int end = text.at();
    while (!text.isBreakOrEnd(end)) {
      end++;
    }
    return end;
  }

  /** Lines that are folded are simple only if none is empty or led by a blank. */
  private void append(StringBuilder value, int from, int lineEnd, int empty, boolean literal)
      throws UncertainException {
    char first = text.charAt(from);
    if (!literal && (empty > 0 || first == ' ' || first == '\t')) {
      throw new UncertainException();
    }
    if (literal && value.isEmpty()) {
      value.append("\n".repeat(empty));
    } else {
      value.append(literal ? "\n".repeat(empty + 1) : " ");
    }
    if (!literal && value.length() == 1 && value.charAt(0) == ' ') {
      value.setLength(0);
    }
    value.append(text.text(), from, lineEnd);
  }
}
