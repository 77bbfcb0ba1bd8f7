package dev.promotion.release;

import dev.promotion.internal.Names;

/**
 * What people call the thing that is promoted, such as {@code 2.4.1}.
 *
 * @param value one visible line of at most 100 characters, kept as it was written
 */
public record Version(String value) {

  private static final int LONGEST = 100;

  /**
   * Checks the text.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException if it is empty, too long or has a line
   *     break or another invisible character
   */
  public Version {
    value = Names.line("version", value, LONGEST);
  }

  /** Returns the version. */
  @Override
  public String toString() {
    return value;
  }
}
