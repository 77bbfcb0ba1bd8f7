package dev.promotion.yaml.internal.values;

/** Knows the lines of a block of text, which YAML writes below {@code |} or {@code >}. */
final class BlockText {

  private BlockText() {}

  /**
   * Returns where a block ends, without its last line break. Empty lines at the end belong to it
   * only if its header keeps them.
   *
   * @param start where the header starts
   * @param limit where whatever comes after the block starts
   * @param value what the block says
   */
  static int end(String text, int start, int limit, String value) {
    int header = lineEnd(text, start, limit);
    int indent = indent(text, header, limit, value);
    if (indent < 0 && value.isEmpty()) {
      return header;
    }
    if (indent < 0 || indicator(text, start, header, '+')) {
      return withoutBreak(text, header, limit);
    }
    int end = header;
    for (int line = afterBreak(text, header, limit); line < limit; ) {
      int lineEnd = lineEnd(text, line, limit);
      if (lineEnd - line > indent) {
        end = lineEnd;
      }
      line = afterBreak(text, lineEnd, limit);
    }
    return end;
  }

  /** Returns how many spaces stand before each line of a block, or -1 if all are empty. */
  static int indent(String text, int headerEnd, int limit, String value) {
    int first = contentColumn(text, afterBreak(text, headerEnd, limit), limit);
    return first < 0 ? -1 : first - Math.max(0, contentColumn(value, 0, value.length()));
  }

  /** Returns where the indicators end that a block of text starts with. */
  static int headerEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    return end;
  }

  /** Tells whether a header has an indicator. */
  static boolean indicator(String text, int start, int headerEnd, char wanted) {
    for (int index = start + 1; index < headerEnd && text.charAt(index) > ' '; index++) {
      if (text.charAt(index) == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Returns by how much a header says that its lines are indented, or 0 if it does not. */
  static int statedIndent(String text, int start, int headerEnd) {
    for (char digit = '1'; digit <= '9'; digit++) {
      if (indicator(text, start, headerEnd, digit)) {
        return digit - '0';
      }
    }
    return 0;
  }

  /** Returns where the line ends in which an index lies, without its break. */
  static int lineEnd(String text, int index, int limit) {
    int end = index;
    while (end < limit && !isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Returns where the line after the one starts that ends at an index. */
  static int afterBreak(String text, int lineEnd, int limit) {
    if (lineEnd >= limit) {
      return limit;
    }
    boolean pair =
        text.charAt(lineEnd) == '\r' && lineEnd + 1 < limit && text.charAt(lineEnd + 1) == '\n';
    return lineEnd + (pair ? 2 : 1);
  }

  static boolean isBreak(char each) {
    return each == '\n' || each == '\r';
  }

  /** Returns the column of the first character that is no space, or -1. */
  private static int contentColumn(String text, int from, int limit) {
    int line = from;
    for (int index = from; index < limit; index++) {
      char each = text.charAt(index);
      if (isBreak(each)) {
        line = index + 1;
      } else if (each != ' ') {
        return index - line;
      }
    }
    return -1;
  }

  private static int withoutBreak(String text, int headerEnd, int limit) {
    int end = limit;
    while (end > headerEnd && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (!isBreak(text.charAt(end - 1))) {
      return limit;
    }
    if (end > headerEnd && text.charAt(end - 1) == '\n') {
      end--;
    }
    return end > headerEnd && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }
}
