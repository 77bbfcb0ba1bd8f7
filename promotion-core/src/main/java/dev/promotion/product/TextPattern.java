package dev.promotion.product;

import dev.promotion.internal.Wildcards;
import dev.promotion.problem.InvalidDefinitionException;

/**
 * A text in which {@code *} stands for any run of characters, line breaks included. It matches
 * whole texts only, in upper and lower case as written.
 *
 * @param text the pattern, such as {@code *deploy*}
 */
public record TextPattern(String text) {

  /**
   * Checks the size.
   *
   * @throws InvalidDefinitionException with {@code PATTERN_LIMIT} if the pattern is too long or has
   *     too many {@code *}
   */
  public TextPattern {
    Wildcards.check(text);
  }

  /**
   * Tells whether a text matches.
   *
   * @param other any text
   * @return whether all of it matches
   */
  public boolean matches(String other) {
    return Wildcards.matches(text, other);
  }

  /** Returns the pattern. */
  @Override
  public String toString() {
    return text;
  }
}
