package dev.promotion.yaml;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;

/** Refuses to write what a version has no field for, so that nothing is lost silently. */
final class NotExpressible {

  private NotExpressible() {}

  static void refuseIf(boolean lost, String field) {
    if (lost) {
      throw new InvalidDefinitionException(
          ProblemCode.NOT_EXPRESSIBLE,
          field,
          "codefresh.io has no field for this; write promotion.dev/v1, or remove it");
    }
  }

  static void refuseFraction(boolean fraction, String field) {
    if (fraction) {
      throw new InvalidDefinitionException(
          ProblemCode.NOT_EXPRESSIBLE,
          field,
          "a part of a second cannot be written; give whole seconds");
    }
  }
}
