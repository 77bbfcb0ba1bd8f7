package dev.promotion.git;

import dev.promotion.problem.ProblemCode;
import java.io.IOException;

/** Thrown when a repository holds, or would come to hold, what this library does not touch. */
final class RefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;

  RefusedException(ProblemCode code, String message) {
    super(message);
    this.code = code;
  }

  ProblemCode code() {
    return code;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
