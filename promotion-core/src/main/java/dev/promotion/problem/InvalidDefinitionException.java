package dev.promotion.problem;

import java.util.List;

/** Thrown when a definition or a value is refused; nothing has been done. */
public final class InvalidDefinitionException extends PromotionException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for all that is wrong with a definition.
   *
   * @param problems at least one
   */
  public InvalidDefinitionException(List<Problem> problems) {
    super(problems, null);
  }

  /**
   * Creates an exception for one thing that is wrong.
   *
   * @param code the stable code
   * @param place the field or value that is meant
   * @param message what is wrong and what to do
   */
  public InvalidDefinitionException(ProblemCode code, String place, String message) {
    this(List.of(new Problem(code, place, message)));
  }
}
