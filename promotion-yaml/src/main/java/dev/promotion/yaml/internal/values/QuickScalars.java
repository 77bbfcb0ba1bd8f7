package dev.promotion.yaml.internal.values;

/** Reads single values and brackets where there is no doubt what they are. */
final class QuickScalars {

  private static final int LONGEST_KEY = 1000;
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

  private final QuickText text;

  QuickScalars(QuickText text) {
    this.text = text;
  }

  /** Reads a value in quotes or without, up to the colon behind it if it is a key. */
  ValueScalar scalar(boolean inBrackets) throws UncertainException {
    char first = text.peek();
    if (first == '"') {
      return doubleQuoted();
    }
    if (first == '\'') {
      return singleQuoted();
    }
    return inBrackets ? plainInBrackets() : plain();
  }

  /** Tells whether a key has just been read, and moves past its colon. */
  boolean skipColon(ValueScalar key) throws UncertainException {
    if (text.peek() != ':') {
      return false;
    }
    if (!text.isGap(text.at() + 1) || key.end() - key.start() > LONGEST_KEY) {
      throw new UncertainException();
    }
    text.moveTo(text.at() + 1);
    return true;
  }

  private ValueScalar plain() throws UncertainException {
    int start = text.at();
    checkFirst(start);
    int end = start;
    int at = start;
    for (; !text.isBreakOrEnd(at); at++) {
      char each = text.charAt(at);
      if (each > ':') {
        end = at + 1;
        continue;
      }
      if (each == ' ') {
        continue;
      }
      if (each == '\t' || (each == '#' && text.charAt(at - 1) == ' ')) {
        break;
      }
      if (each == ':' && text.isGap(at + 1)) {
        if (end != at) {
          throw new UncertainException();
        }
        break;
      }
      end = at + 1;
    }
    text.moveTo(end);
    return new ValueScalar(
        start, end, NodeProperties.NONE, ScalarStyle.PLAIN, text.part(start, end));
  }

  private ValueScalar plainInBrackets() throws UncertainException {
    int start = text.at();
    checkFirst(start);
    int end = start;
    for (int at = start; !text.isBreakOrEnd(at); at++) {
      char each = text.charAt(at);
      if (each == ',' || each == ']' || each == '}') {
        break;
      }
      if (each == ':' && isGapInBrackets(at + 1)) {
        if (end != at) {
          throw new UncertainException();
        }
        break;
      }
      boolean comment = each == '#' && text.charAt(at - 1) == ' ';
      if (comment || each == '[' || each == '{' || each == '\t' || each == '?') {
        throw new UncertainException();
      }
      if (each != ' ') {
        end = at + 1;
      }
    }
    text.moveTo(end);
    return new ValueScalar(
        start, end, NodeProperties.NONE, ScalarStyle.PLAIN, text.part(start, end));
  }

  private boolean isGapInBrackets(int index) {
    return text.isGap(index) || ",[]{}".indexOf(text.charAt(index)) >= 0;
  }

  private void checkFirst(int start) throws UncertainException {
    char first = text.charAt(start);
    boolean negative = first == '-' && isWordChar(text.charAt(start + 1));
    if (!negative && (first <= ' ' || INDICATORS.indexOf(first) >= 0)) {
      throw new UncertainException();
    }
  }

  private static boolean isWordChar(char each) {
    return each == '.' || (each < 128 && Character.isLetterOrDigit(each));
  }

  private ValueScalar doubleQuoted() throws UncertainException {
    int start = text.at();
    int at = start + 1;
    while (text.charAt(at) != '"' && text.charAt(at) != '\\') {
      checkInQuotes(at++);
    }
    if (text.charAt(at) == '"') {
      return quoted(start, at, ScalarStyle.DOUBLE_QUOTED, text.part(start + 1, at));
    }
    StringBuilder value = new StringBuilder(text.text().substring(start + 1, at));
    while (text.charAt(at) != '"') {
      checkInQuotes(at);
      char each = text.charAt(at++);
      if (each != '\\') {
        value.append(each);
      } else if (text.charAt(at) == 'u') {
        value.append(hexadecimal(at + 1));
        at += 5;
      } else {
        value.append(escape(at++));
      }
    }
    return quoted(start, at, ScalarStyle.DOUBLE_QUOTED, value.toString());
  }

  private char escape(int at) throws UncertainException {
    return switch (text.charAt(at)) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'n' -> '\n';
      case 't' -> '\t';
      default -> throw new UncertainException();
    };
  }

  private char hexadecimal(int from) throws UncertainException {
    int value = 0;
    for (int at = from; at < from + 4; at++) {
      checkInQuotes(at);
      int digit = text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw new UncertainException();
      }
      value = value * 16 + digit;
    }
    if (Character.isSurrogate((char) value)) {
      throw new UncertainException();
    }
    return (char) value;
  }

  private ValueScalar singleQuoted() throws UncertainException {
    int start = text.at();
    int at = start + 1;
    boolean doubled = false;
    while (text.charAt(at) != '\'' || text.charAt(at + 1) == '\'') {
      if (text.charAt(at) == '\'') {
        doubled = true;
        at++;
      }
      checkInQuotes(at++);
    }
    String value = text.part(start + 1, at);
    return quoted(start, at, ScalarStyle.SINGLE_QUOTED, doubled ? value.replace("''", "'") : value);
  }

  private void checkInQuotes(int at) throws UncertainException {
    if (text.isBreakOrEnd(at)) {
      throw new UncertainException();
    }
  }

  private ValueScalar quoted(int start, int quote, ScalarStyle style, String value) {
    text.moveTo(quote + 1);
    return new ValueScalar(start, quote + 1, NodeProperties.NONE, style, value);
  }
}
