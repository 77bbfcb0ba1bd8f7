package dev.promotion.yaml.internal.jsonpath;

import java.util.Locale;

/** How names and texts are written in a path. */
final class Names {

  private Names() {}

  /** Tells whether a name may begin with a character where it stands after a dot. */
  static boolean first(int point) {
    return (point >= 'a' && point <= 'z')
        || (point >= 'A' && point <= 'Z')
        || point == '_'
        || (point >= 0x80 && Character.getType(point) != Character.SURROGATE);
  }

  /** Tells whether a name may go on with a character where it stands after a dot. */
  static boolean next(int point) {
    return first(point) || digit(point);
  }

  static boolean digit(int point) {
    return point >= '0' && point <= '9';
  }

  /** Returns a step to a name: after a dot if it may stand there, else in brackets. */
  static String step(String name) {
    return plain(name) ? "." + name : "[" + quoted(name) + "]";
  }

  private static boolean plain(String name) {
    return !name.isEmpty() && first(name.codePointAt(0)) && name.codePoints().allMatch(Names::next);
  }

  /** Returns a text in single quotes, escaped as normalized paths have it. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('\'');
    for (int index = 0; index < text.length(); index++) {
      quoted.append(escaped(text.charAt(index)));
    }
    return quoted.append('\'').toString();
  }

  /** Returns a character as it stands in single quotes. */
  static String escaped(char each) {
    return switch (each) {
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case '\'' -> "\\'";
      case '\\' -> "\\\\";
      default ->
          each < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) each) : Character.toString(each);
    };
  }
}
