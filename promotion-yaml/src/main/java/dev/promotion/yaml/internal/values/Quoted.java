package dev.promotion.yaml.internal.values;

import java.util.Locale;

/** Writes a text in double quotes, as both YAML and JSON read it. */
final class Quoted {

  private Quoted() {}

  static String text(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int index = 0; index < text.length(); index++) {
      char each = text.charAt(index);
      switch (each) {
        case '"', '\\' -> quoted.append('\\').append(each);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (mustEscape(each)) {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
          } else {
            quoted.append(each);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean mustEscape(char each) {
    return each < ' '
        || (each >= 0x7F && each <= 0xA0)
        || each == 0x2028
        || each == 0x2029
        || each == '\uFEFF'
        || each >= 0xFFFE;
  }
}
