package dev.promotion.yaml;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;

/** Refuses to write what a version has no field for, so that nothing is lost silently. */
final class NotExpressible {

  private NotExpressible() {}

  static void refuseIf(boolean lost, String field) {
    refuseIf(
        lost, field, "codefresh.io has no field for this; write promotion.dev/v1, or remove it");
  }

  static void refuseFraction(boolean fraction, String field) {
    refuseIf(fraction, field, "a part of a second cannot be written; give whole seconds");
  }

  static void refuseIf(boolean lost, String field, String message) {
    if (lost) {
      throw new InvalidDefinitionException(ProblemCode.NOT_EXPRESSIBLE, field, message);
    }
  }
}
