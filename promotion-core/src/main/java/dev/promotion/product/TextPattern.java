package dev.promotion.product;

import static java.util.Objects.requireNonNull;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;

/**
 * A text in which {@code *} stands for any run of characters, line breaks included. It matches
 * whole texts only, in upper and lower case as written.
 *
 * @param text the pattern, such as {@code *deploy*}
 */
public record TextPattern(String text) {

  private static final int LONGEST = 255;
  private static final int MOST_STARS = 16;

  /**
   * Checks the size.
   *
   * @throws InvalidDefinitionException with {@code PATTERN_LIMIT} if the pattern is too long or has
   *     too many {@code *}
   */
  public TextPattern {
    requireNonNull(text, "text");
    long stars = text.chars().filter(letter -> letter == '*').count();
    if (text.length() > LONGEST || stars > MOST_STARS) {
      throw new InvalidDefinitionException(
          ProblemCode.PATTERN_LIMIT,
          "",
          "the pattern has "
              + text.length()
              + " characters and "
              + stars
              + " '*', the limit is "
              + LONGEST
              + " and "
              + MOST_STARS
              + "; shorten it");
    }
  }

  /**
   * Tells whether a text matches.
   *
   * @param other any text
   * @return whether all of it matches
   */
  public boolean matches(String other) {
    int first = text.indexOf('*');
    if (first < 0) {
      return text.equals(other);
    }
    int last = text.lastIndexOf('*');
    String end = text.substring(last + 1);
    int limit = other.length() - end.length();
    if (limit < first || !other.startsWith(text.substring(0, first)) || !other.endsWith(end)) {
      return false;
    }
    int at = first;
    for (String piece : text.substring(first, last).split("\\*", -1)) {
      int found = other.indexOf(piece, at);
      if (found < 0 || found + piece.length() > limit) {
        return false;
      }
      at = found + piece.length();
    }
    return true;
  }

  /** Returns the pattern. */
  @Override
  public String toString() {
    return text;
  }
}
