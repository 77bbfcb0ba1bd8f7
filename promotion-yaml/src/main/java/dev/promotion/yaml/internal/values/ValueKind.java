package dev.promotion.yaml.internal.values;

import java.util.Set;

/** What a single value is, by the core schema of YAML 1.2; in JSON it comes to the same. */
public enum ValueKind {
  /** No value. */
  NULL,
  /** True or false. */
  BOOLEAN,
  /** A whole number. */
  INTEGER,
  /** Any other number. */
  FLOAT,
  /** A text. */
  STRING;

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Set<String> NOT_FINITE =
      Set.of(
          ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan",
          ".NaN", ".NAN");

  /** Returns what a text without quotes is. */
  static ValueKind ofPlain(String text) {
    if (NULLS.contains(text)) {
      return NULL;
    }
    char first = text.charAt(0);
    if (first == 't' || first == 'T' || first == 'f' || first == 'F') {
      return BOOLEANS.contains(text) ? BOOLEAN : STRING;
    }
    return first == '.' || first == '+' || first == '-' || digit(first) ? number(text) : STRING;
  }

  /** Returns what a value with a tag is. */
  static ValueKind ofTag(String tag) {
    return switch (tag) {
      case "!!null", "!<tag:yaml.org,2002:null>" -> NULL;
      case "!!bool", "!<tag:yaml.org,2002:bool>" -> BOOLEAN;
      case "!!int", "!<tag:yaml.org,2002:int>" -> INTEGER;
      case "!!float", "!<tag:yaml.org,2002:float>" -> FLOAT;
      default -> STRING;
    };
  }

  private static ValueKind number(String text) {
    if (NOT_FINITE.contains(text)) {
      return FLOAT;
    }
    if (text.length() > 2 && text.charAt(0) == '0') {
      if (text.charAt(1) == 'x') {
        return digits(text, 2, 16) == text.length() ? INTEGER : STRING;
      }
      if (text.charAt(1) == 'o') {
        return digits(text, 2, 8) == text.length() ? INTEGER : STRING;
      }
    }
    char first = text.charAt(0);
    return decimal(text, first == '+' || first == '-' ? 1 : 0);
  }

  private static ValueKind decimal(String text, int from) {
    int whole = digits(text, from, 10);
    if (whole == text.length()) {
      return whole > from ? INTEGER : STRING;
    }
    int end = whole;
    if (text.charAt(end) == '.') {
      end = digits(text, end + 1, 10);
      if (whole == from && end == whole + 1) {
        return STRING;
      }
    } else if (whole == from) {
      return STRING;
    }
    return exponent(text, end) ? FLOAT : STRING;
  }

  private static boolean exponent(String text, int from) {
    if (from == text.length()) {
      return true;
    }
    if (Character.toLowerCase(text.charAt(from)) != 'e') {
      return false;
    }
    int sign = from + 1;
    if (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
      sign++;
    }
    return sign < text.length() && digits(text, sign, 10) == text.length();
  }

  private static int digits(String text, int from, int radix) {
    int end = from;
    while (end < text.length() && text.charAt(end) < 128 && isDigit(text.charAt(end), radix)) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char each, int radix) {
    return Character.digit(each, radix) >= 0;
  }

  private static boolean digit(char each) {
    return each >= '0' && each <= '9';
  }
}
