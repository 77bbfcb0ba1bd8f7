package dev.promotion.yaml.internal.values;

/** A text with a position in it, read character by character. A zero follows the last one. */
final class QuickText {

  private static final int LONGEST_WORD = 32;
  private static final int WORDS = 256;

  private final char[] chars;
  private final String text;
  private final boolean tabs;

  /** Words that were read before; the same few make up most of a file. */
  private final String[] words = new String[WORDS];

  private int at;

  /** Takes a text in which no tab is certain to be a blank. */
  QuickText(String text) {
    this(text, false);
  }

  /**
   * Takes a text.
   *
   * @param tabs whether a tab is certain to be a blank before a comment and at the end of a line
   */
  QuickText(String text, boolean tabs) {
    this.text = text;
    this.tabs = tabs;
    this.chars = new char[text.length() + 2];
    text.getChars(0, text.length(), chars, 0);
  }

  /** Tells whether each character is one that nobody reads as anything but text. */
  boolean isOrdinary() {
    for (int index = 0; index < text.length(); index++) {
      char each = chars[index];
      if (each < ' ' ? !isOrdinaryControl(index) : each >= 0x7F && !isOrdinaryBeyond(index)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOrdinaryControl(int index) {
    char each = chars[index];
    return each == '\n' || each == '\t' || (each == '\r' && chars[index + 1] == '\n');
  }

  private boolean isOrdinaryBeyond(int index) {
    char each = chars[index];
    if (Character.isHighSurrogate(each)) {
      return Character.isLowSurrogate(chars[index + 1]);
    }
    if (Character.isLowSurrogate(each)) {
      return index > 0 && Character.isHighSurrogate(chars[index - 1]);
    }
    return each >= 0xA0 && each != 0x2028 && each != 0x2029 && each != '\uFEFF' && each < 0xFFFE;
  }

  String text() {
    return text;
  }

  /** Returns a part of the text. */
  String part(int from, int to) {
    if (to - from > LONGEST_WORD) {
      return text.substring(from, to);
    }
    int hash = 0;
    for (int index = from; index < to; index++) {
      hash = 31 * hash + chars[index];
    }
    int place = (hash ^ hash >>> 16) & (WORDS - 1);
    String known = words[place];
    if (known == null || known.length() != to - from || !text.startsWith(known, from)) {
      known = text.substring(from, to);
      words[place] = known;
    }
    return known;
  }

  int at() {
    return at;
  }

  void moveTo(int index) {
    at = index;
  }

  char peek() {
    return chars[at];
  }

  char charAt(int index) {
    return chars[index];
  }

  int length() {
    return text.length();
  }

  boolean isEnd() {
    return at >= text.length();
  }

  /** Tells whether a blank, a line break or the end is at an index. */
  boolean isGap(int index) {
    char each = chars[index];
    return each == ' ' || each == '\n' || each == '\r' || each == '\0' || isTab(each);
  }

  private boolean isTab(char each) {
    return tabs && each == '\t';
  }

  /** Moves past spaces. */
  void skipSpaces() {
    while (chars[at] == ' ') {
      at++;
    }
  }

  private void skipBlanks() {
    while (chars[at] == ' ' || isTab(chars[at])) {
      at++;
    }
  }

  /**
   * Tells whether nothing but a comment follows in the line, and moves past the spaces before what
   * does.
   *
   * @param from where the word before ends
   */
  boolean isLineOver(int from) {
    skipBlanks();
    if (isBreakOrEnd(at) || (chars[at] == '#' && at > from)) {
      return true;
    }
    at = from;
    skipSpaces();
    return false;
  }

  /** Moves past blanks and a comment to the end of the line. */
  void endLine() throws UncertainException {
    int start = at;
    skipBlanks();
    if (chars[at] == '#' && (at > start || at == 0 || isGap(at - 1))) {
      skipLine();
    }
    if (!isBreakOrEnd(at)) {
      throw new UncertainException();
    }
  }

  /** Tells whether the line ends at an index. */
  boolean isBreakOrEnd(int index) {
    char each = chars[index];
    return each == '\n' || each == '\r' || index >= text.length();
  }

  /** Moves to the end of the line. */
  void skipLine() {
    while (!isBreakOrEnd(at)) {
      at++;
    }
  }

  /** Moves past a line break. */
  void nextLine() {
    if (chars[at] == '\r') {
      at++;
    }
    if (chars[at] == '\n') {
      at++;
    }
  }

  /**
   * Moves from the end of a line to the next line that is neither empty nor a comment, and to its
   * first character; returns its column, or -1 at the end of the document.
   */
  int nextContent() throws UncertainException {
    while (at < text.length()) {
      nextLine();
      int column = content();
      if (column != BLANK) {
        return column;
      }
    }
    return END;
  }

  /** The column of the end of a document. */
  static final int END = -1;

  private static final int BLANK = -2;

  /** Like {@link #nextContent}, from the start of a line on. */
  int firstContent() throws UncertainException {
    int column = content();
    return column == BLANK ? nextContent() : column;
  }

  /** Like {@link #nextContent}, after a block of text, where a tab may still be a part of it. */
  int contentAfterBlock() throws UncertainException {
    int from = at;
    int column = nextContent();
    for (int index = from; tabs && index < at; index++) {
      if (chars[index] == '\t') {
        throw new UncertainException();
      }
    }
    return column;
  }

  private int content() throws UncertainException {
    int line = at;
    skipSpaces();
    if (isTab(chars[at])) {
      skipBlanks();
      if (chars[at] != '#' && !isBreakOrEnd(at)) {
        throw new UncertainException();
      }
    }
    char each = chars[at];
    if (each == '#') {
      skipLine();
      return BLANK;
    }
    if (isBreakOrEnd(at)) {
      return BLANK;
    }
    if (at == line && isMarker()) {
      return END;
    }
    return at - line;
  }

  /** Tells whether the marker of a document is here, at the start of a line. */
  boolean isMarker() throws UncertainException {
    char each = chars[at];
    if (each == '%' || (each == '.' && chars[at + 1] == '.')) {
      throw new UncertainException();
    }
    if (each != '-' || chars[at + 1] != '-') {
      return false;
    }
    if (chars[at + 2] != '-' || !isBreakOrEnd(at + 3)) {
      throw new UncertainException();
    }
    return true;
  }
}
