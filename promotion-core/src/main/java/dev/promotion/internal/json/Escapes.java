package dev.promotion.internal.json;

import java.util.Locale;

/** The escapes of JSON texts, one form for each character that needs one. */
final class Escapes {

  private static final String SHORT = "btnfr\"\\";
  private static final String MEANT = "\b\t\n\f\r\"\\";
  private static final int SHORTEST_UNICODE = 6;

  private Escapes() {}

  /** Returns the escape of a control character, a quote or a backslash. */
  static String of(char letter) {
    int index = MEANT.indexOf(letter);
    return index < 0
        ? String.format(Locale.ROOT, "\\u%04x", (int) letter)
        : "\\" + SHORT.charAt(index);
  }

  /** Finds the character that an escape at a place of a text stands for; -1 if none. */
  static int meant(String text, int backslash) {
    if (backslash + 1 >= text.length()) {
      return -1;
    }
    int index = SHORT.indexOf(text.charAt(backslash + 1));
    if (index >= 0) {
      return MEANT.charAt(index);
    }
    for (char letter = 0; letter < ' '; letter++) {
      String escape = of(letter);
      if (escape.length() == SHORTEST_UNICODE && text.startsWith(escape, backslash)) {
        return letter;
      }
    }
    return -1;
  }

  /** Tells whether the surrogates at a place of a text are the two halves of a character. */
  static boolean isPair(String text, int index) {
    return index + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }
}
