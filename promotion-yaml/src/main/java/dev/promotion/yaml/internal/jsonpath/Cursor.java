package dev.promotion.yaml.internal.jsonpath;

import dev.promotion.yaml.internal.finding.Wording;

/** A place in the text of a path, and the words and literals that can be read there. */
final class Cursor {

  /** The largest number that every reader of JSON keeps exactly. */
  private static final long MOST = (1L << 53) - 1;

  private static final int MOST_DIGITS = 16;

  private static final String BLANKS = " \t\n\r";
  private static final String ESCAPES = "bfnrt/\\u";

  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  void back(int place) {
    at = place;
  }

  boolean done() {
    return at == text.length();
  }

  /** Returns the character here, or -1 at the end. */
  int peek() {
    return done() ? -1 : text.codePointAt(at);
  }

  void next() {
    at += Character.charCount(text.codePointAt(at));
  }

  boolean take(String wanted) {
    if (!text.startsWith(wanted, at)) {
      return false;
    }
    at += wanted.length();
    return true;
  }

  void skipBlanks() {
    while (!done() && BLANKS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** Returns the text since a place. */
  String since(int from) {
    return text.substring(from, at);
  }

  /** Returns where the first of some characters stands from a place on, or the end. */
  int find(String any, int from) {
    int place = from;
    while (place < text.length() && any.indexOf(text.charAt(place)) < 0) {
      place++;
    }
    return place;
  }

  /** Returns the text from here on. */
  String rest() {
    return text.substring(at);
  }

  String between(int from, int to) {
    return text.substring(from, to);
  }

  /** Returns what stands here as errors show it. */
  String here() {
    return done() ? "the end" : Wording.quoted(new String(Character.toChars(peek())));
  }

  PathFault fault(String what) {
    return PathFault.syntax(at, what);
  }

  /** Returns that something else should stand here. */
  PathFault expected(String what) {
    return fault("expected " + what + ", found " + here());
  }

  /** Reads a whole number that counts elements. */
  long index() throws PathFault {
    int from = at;
    digits();
    String number = since(from);
    if (number.equals("-0")) {
      throw PathFault.syntax(from, "-0 is no index").write(from, at, "0");
    }
    if (number.length() > MOST_DIGITS + 1 || Math.abs(Long.parseLong(number)) > MOST) {
      throw PathFault.syntax(from, "the number is beyond " + MOST);
    }
    return Long.parseLong(number);
  }

  /** Reads a number as JSON has it. */
  String number() throws PathFault {
    int from = at;
    digits();
    if (take(".")) {
      someDigits();
    }
    if (take("e") || take("E")) {
      if (!take("-")) {
        take("+");
      }
      someDigits();
    }
    return since(from);
  }

  private void digits() throws PathFault {
    int from = at;
    take("-");
    int first = at;
    someDigits();
    if (text.charAt(first) == '0' && at > first + 1) {
      int zeros = first;
      while (zeros < at - 1 && text.charAt(zeros) == '0') {
        zeros++;
      }
      throw PathFault.syntax(from, "a number has no zeros before it").write(first, zeros, "");
    }
  }

  private void someDigits() throws PathFault {
    if (!Names.digit(peek())) {
      throw expected("a digit");
    }
    while (Names.digit(peek())) {
      next();
    }
  }

  /** Reads a text in quotes. */
  String string() throws PathFault {
    int from = at;
    int quote = peek();
    next();
    StringBuilder content = new StringBuilder();
    while (peek() != quote) {
      character(content, quote, from);
    }
    next();
    return content.toString();
  }

  private void character(StringBuilder content, int quote, int from) throws PathFault {
    int point = peek();
    if (point < 0) {
      throw PathFault.syntax(from, "the quote is not closed")
          .write(at, at, Character.toString(quote));
    }
    if (point < ' ') {
      throw fault(Wording.codePoint(point) + " must be escaped")
          .write(at, at + 1, Names.escaped((char) point));
    }
    if (Character.getType(point) == Character.SURROGATE) {
      throw fault(Wording.codePoint(point) + " is half a character");
    }
    next();
    content.appendCodePoint(point == '\\' ? escape(quote) : point);
  }

  private int escape(int quote) throws PathFault {
    int escape = peek();
    if (escape != quote && (escape < 0 || ESCAPES.indexOf(escape) < 0)) {
      PathFault fault = PathFault.syntax(at - 1, "no escape begins with '\\' and " + here());
      throw escape < 0 ? fault : fault.write(at, at, "\\");
    }
    next();
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> escape;
    };
  }

  private int unicode() throws PathFault {
    int from = at - 2;
    char first = hexadecimal();
    if (!Character.isSurrogate(first)) {
      return first;
    }
    if (Character.isHighSurrogate(first) && take("\\u")) {
      char second = hexadecimal();
      if (Character.isLowSurrogate(second)) {
        return Character.toCodePoint(first, second);
      }
    }
    throw PathFault.syntax(from, Wording.codePoint(first) + " is half a character");
  }

  private char hexadecimal() throws PathFault {
    int value = 0;
    for (int count = 0; count < 4; count++) {
      int digit = done() || text.charAt(at) >= 0x80 ? -1 : Character.digit(text.charAt(at), 16);
      if (digit < 0) {
        throw expected("four hexadecimal digits");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }
}
