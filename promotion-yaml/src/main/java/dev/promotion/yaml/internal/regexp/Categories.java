package dev.promotion.yaml.internal.regexp;

import static java.util.Map.entry;

import java.util.Map;
import java.util.OptionalInt;

/** The general categories of Unicode by the names that I-Regexp knows. */
final class Categories {

  /** No type of the JDK is 31; every type that a set may have is below. */
  private static final Map<String, Byte> TYPES =
      Map.ofEntries(
          entry("Lu", Character.UPPERCASE_LETTER),
          entry("Ll", Character.LOWERCASE_LETTER),
          entry("Lt", Character.TITLECASE_LETTER),
          entry("Lm", Character.MODIFIER_LETTER),
          entry("Lo", Character.OTHER_LETTER),
          entry("Mn", Character.NON_SPACING_MARK),
          entry("Mc", Character.COMBINING_SPACING_MARK),
          entry("Me", Character.ENCLOSING_MARK),
          entry("Nd", Character.DECIMAL_DIGIT_NUMBER),
          entry("Nl", Character.LETTER_NUMBER),
          entry("No", Character.OTHER_NUMBER),
          entry("Pc", Character.CONNECTOR_PUNCTUATION),
          entry("Pd", Character.DASH_PUNCTUATION),
          entry("Ps", Character.START_PUNCTUATION),
          entry("Pe", Character.END_PUNCTUATION),
          entry("Pi", Character.INITIAL_QUOTE_PUNCTUATION),
          entry("Pf", Character.FINAL_QUOTE_PUNCTUATION),
          entry("Po", Character.OTHER_PUNCTUATION),
          entry("Zs", Character.SPACE_SEPARATOR),
          entry("Zl", Character.LINE_SEPARATOR),
          entry("Zp", Character.PARAGRAPH_SEPARATOR),
          entry("Sm", Character.MATH_SYMBOL),
          entry("Sc", Character.CURRENCY_SYMBOL),
          entry("Sk", Character.MODIFIER_SYMBOL),
          entry("So", Character.OTHER_SYMBOL),
          entry("Cc", Character.CONTROL),
          entry("Cf", Character.FORMAT),
          entry("Cn", Character.UNASSIGNED),
          entry("Co", Character.PRIVATE_USE));

  private Categories() {}

  /** Returns a bit for each type of a category such as {@code Lu} or {@code L}. */
  static OptionalInt named(String name) {
    int bits =
        TYPES.entrySet().stream()
            .filter(
                each ->
                    name.length() == 1
                        ? each.getKey().startsWith(name)
                        : each.getKey().equals(name))
            .mapToInt(each -> 1 << each.getValue())
            .reduce(0, (left, right) -> left | right);
    return bits == 0 ? OptionalInt.empty() : OptionalInt.of(bits);
  }

  /** Returns a bit for each type that is not among these, half characters left out. */
  static int others(int bits) {
    return ~bits & ~(1 << Character.SURROGATE);
  }
}
