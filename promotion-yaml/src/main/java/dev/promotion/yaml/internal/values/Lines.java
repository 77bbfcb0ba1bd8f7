package dev.promotion.yaml.internal.values;

/** Knows the lines of a text, whatever ends them. */
final class Lines {

  private Lines() {}

  /** Returns where the line starts in which an index lies. */
  static int start(String text, int index) {
    int start = index;
    while (start > 0 && !BlockText.isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Returns where the line ends in which an index lies, without its break. */
  static int end(String text, int index) {
    return BlockText.lineEnd(text, index, text.length());
  }

  /** Returns how many characters stand before an index in its line. */
  static int column(String text, int index) {
    return index - start(text, index);
  }

  /** Returns the spaces and tabs that the line of an index starts with. */
  static String margin(String text, int index) {
    int start = start(text, index);
    int end = start;
    while (end < index && isBlank(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  /** Returns where the spaces, tabs and line breaks start that stand before an index. */
  static int gapStart(String text, int index) {
    int start = index;
    while (start > 0
        && (isBlank(text.charAt(start - 1)) || BlockText.isBreak(text.charAt(start - 1)))) {
      start--;
    }
    return start;
  }

  /** Returns where the spaces and tabs start that stand before an index in its line. */
  static int blankStart(String text, int index) {
    int start = index;
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Tells whether only spaces and tabs stand between an index and the end of its line. */
  static boolean isRestBlank(String text, int index) {
    return text.substring(index, end(text, index)).isBlank();
  }

  /** Returns how lines end around an index: there, else before it, else with a line feed. */
  static String lineBreak(String text, int index) {
    int end = end(text, index);
    if (end == text.length()) {
      int start = start(text, index);
      end = Math.max(0, start - 1);
      if (start == 0) {
        return "\n";
      }
      if (end > 0 && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return text.substring(end, BlockText.afterBreak(text, end, text.length()));
  }

  /** Returns whether a text has more than one line. */
  static boolean isSeveral(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  /** Returns a text with a line feed for each line break. */
  static String withLineFeeds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Returns a text of which each line but the first and the empty ones is indented. */
  static String indented(String text, String indent) {
    if (indent.isEmpty() || text.indexOf('\n') < 0) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length() + 16 * indent.length());
    for (int index = 0; index < text.length(); index++) {
      char each = text.charAt(index);
      result.append(each);
      boolean filled = index + 1 < text.length() && text.charAt(index + 1) != '\n';
      if (each == '\n' && filled) {
        result.append(indent);
      }
    }
    return result.toString();
  }

  private static boolean isBlank(char each) {
    return each == ' ' || each == '\t';
  }
}
