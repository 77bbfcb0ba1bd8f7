package dev.promotion.internal;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;

/** Patterns in which {@code *} stands for any run of characters. */
public final class Wildcards {

  private static final int LONGEST = 255;
  private static final int MOST_STARS = 16;

  private Wildcards() {}

  /** Tells whether a text is a pattern, and not only itself. */
  public static boolean isPattern(String text) {
    return text.indexOf('*') >= 0;
  }

  /** Refuses a pattern that is too long or has too many stars. */
  public static void check(String pattern) {
    long stars = pattern.chars().filter(letter -> letter == '*').count();
    if (pattern.length() > LONGEST || stars > MOST_STARS) {
      throw new InvalidDefinitionException(
          ProblemCode.PATTERN_LIMIT,
          "",
          "the pattern has "
              + pattern.length()
              + " characters and "
              + stars
              + " '*', the limit is "
              + LONGEST
              + " and "
              + MOST_STARS
              + "; shorten it");
    }
  }

  /** Tells whether all of a text matches, in upper and lower case as written. */
  public static boolean matches(String pattern, String text) {
    int first = pattern.indexOf('*');
    if (first < 0) {
      return pattern.equals(text);
    }
    int last = pattern.lastIndexOf('*');
    String end = pattern.substring(last + 1);
    int limit = text.length() - end.length();
    if (limit < first || !text.startsWith(pattern.substring(0, first)) || !text.endsWith(end)) {
      return false;
    }
    int at = first;
    for (String piece : pattern.substring(first, last).split("\\*", -1)) {
      int found = text.indexOf(piece, at);
      if (found < 0 || found + piece.length() > limit) {
        return false;
      }
      at = found + piece.length();
    }
    return true;
  }
}
