package dev.promotion.yaml.internal.values;

import java.util.List;
import java.util.SplittableRandom;

/** Pieces that mean something in YAML, of which texts are made and by which they are spoilt. */
public final class YamlFragments {

  private static final List<String> ALL =
      List.of(
          "a",
          "b: ",
          "c:",
          "- ",
          "-",
          "-1",
          "  ",
          " ",
          "\n",
          "\n  ",
          "\n- ",
          "\n    ",
          "\r\n",
          "\r",
          "\t",
          "#",
          " # x",
          "'",
          "''",
          "\"",
          "\\",
          "\\n",
          "[",
          "]",
          "{",
          "}",
          ", ",
          ",",
          ": ",
          ":",
          "|",
          ">",
          "|-\n  x",
          "|+\n x\n\n",
          ">\n  y\n  z",
          "|2\n",
          "&x ",
          "*x",
          "!t ",
          "? ",
          "<<: ",
          "---",
          "\n---\n",
          "\n--- ",
          "...",
          "\n...",
          "\n... ",
          "%YAML 1.2",
          "~",
          "null",
          "\u00e9",
          "\uD83D\uDE80",
          "\uD83D",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\u0001",
          "@",
          "`",
          "=",
          "a: 1\n",
          "k:\n  - v\n",
          "{a: 1}",
          "[x, y]",
          "'q'",
          "\"d\"",
          "x: 'y' # z\n",
          "\n\n",
          "{{",
          "}}");

  private YamlFragments() {}

  /** Returns a few pieces in a row. */
  public static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(14); left > 0; left--) {
      text.append(ALL.get(random.nextInt(ALL.size())));
    }
    return text.toString();
  }

  /** Returns a text with up to three pieces in it, each in place of up to five characters. */
  public static String spoilt(String whole, SplittableRandom random) {
    StringBuilder text = new StringBuilder(whole);
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(6));
      text.replace(from, to, ALL.get(random.nextInt(ALL.size())));
    }
    return text.toString();
  }
}
