package dev.promotion.release;

import dev.promotion.internal.Names;

/**
 * Who asked for something: a person or a system, by the name that the caller knows.
 *
 * @param name one visible line of at most 200 characters
 */
public record Actor(String name) {

  private static final int LONGEST = 200;

  /**
   * Checks the name.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException if it is empty, too long or has a line
   *     break or another invisible character
   */
  public Actor {
    name = Names.line("who", name, LONGEST);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
