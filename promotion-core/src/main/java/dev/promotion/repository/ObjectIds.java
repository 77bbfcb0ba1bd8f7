package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

import dev.promotion.internal.text.Texts;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;

/** Checks the ids of Git objects. */
final class ObjectIds {

  private static final int LENGTH = 40;

  private ObjectIds() {}

  static String checked(String what, String id) {
    requireNonNull(id, what);
    if (id.length() != LENGTH || !id.chars().allMatch(ObjectIds::hex)) {
      throw new InvalidDefinitionException(
          ProblemCode.SHA_FORM,
          what,
          Texts.quoted(id) + " is not a full id; give all 40 lower-case hexadecimal digits");
    }
    return id;
  }

  private static boolean hex(int letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
  }
}
