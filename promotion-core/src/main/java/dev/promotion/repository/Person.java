package dev.promotion.repository;

import dev.promotion.internal.Names;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;

/**
 * Who made a commit.
 *
 * @param name one line without angle brackets
 * @param email one line without angle brackets
 */
public record Person(String name, String email) {

  private static final int LONGEST = 200;

  /**
   * Checks the form.
   *
   * @throws InvalidDefinitionException if a part is empty, too long, or would break the commit
   */
  public Person {
    name = checked("person.name", name);
    email = checked("person.email", email);
  }

  private static String checked(String what, String text) {
    String line = Names.line(what, text, LONGEST);
    if (line.indexOf('<') >= 0 || line.indexOf('>') >= 0) {
      throw new InvalidDefinitionException(
          ProblemCode.TEXT_CHARSET, what, "has an angle bracket; Git cannot store it, remove it");
    }
    return line;
  }

  /** Returns the form that Git shows: {@code name <email>}. */
  @Override
  public String toString() {
    return name + " <" + email + ">";
  }
}
