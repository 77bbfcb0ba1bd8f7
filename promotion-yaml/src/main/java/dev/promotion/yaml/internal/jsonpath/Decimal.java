package dev.promotion.yaml.internal.jsonpath;

import java.util.Locale;

/**
 * A number as exactly as it is written, however long. It is 0.<i>digits</i> times ten to the power
 * of an exponent.
 *
 * @param sign -1, 0 or 1
 * @param digits the digits without zeros at either end
 * @param exponent the exponent; 0 for zero
 */
record Decimal(int sign, String digits, long exponent) implements Comparable<Decimal> {

  private static final Decimal ZERO = new Decimal(0, "", 0);

  /** More digits than this in an exponent do not count: no text is long enough to even them out. */
  private static final int EXPONENT_DIGITS = 15;

  /** Returns the number that JSON writes so. */
  static Decimal of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int mark = lower.indexOf('e');
    String mantissa = mark < 0 ? lower : lower.substring(0, mark);
    long exponent = mark < 0 ? 0 : exponent(lower.substring(mark + 1));
    boolean negative = mantissa.startsWith("-");
    String unsigned = negative ? mantissa.substring(1) : mantissa;
    int dot = unsigned.indexOf('.');
    String all = dot < 0 ? unsigned : unsigned.substring(0, dot) + unsigned.substring(dot + 1);
    int first = 0;
    while (first < all.length() && all.charAt(first) == '0') {
      first++;
    }
    int last = all.length();
    while (last > first && all.charAt(last - 1) == '0') {
      last--;
    }
    if (first == last) {
      return ZERO;
    }
    long whole = dot < 0 ? unsigned.length() : dot;
    return new Decimal(negative ? -1 : 1, all.substring(first, last), exponent + whole - first);
  }

  private static long exponent(String text) {
    boolean negative = text.startsWith("-");
    int first = negative || text.startsWith("+") ? 1 : 0;
    while (first < text.length() - 1 && text.charAt(first) == '0') {
      first++;
    }
    String digits = text.substring(first);
    long size = digits.length() > EXPONENT_DIGITS ? Long.MAX_VALUE / 4 : Long.parseLong(digits);
    return negative ? -size : size;
  }

  @Override
  public int compareTo(Decimal other) {
    if (sign != other.sign) {
      return Integer.compare(sign, other.sign);
    }
    int size = Long.compare(exponent, other.exponent);
    return sign * (size == 0 ? digits.compareTo(other.digits) : size);
  }
}
