package dev.promotion.internal;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** Gathers problems so that all of them can be reported together. Not thread-safe. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Adds a problem. */
  public void add(ProblemCode code, String place, String message) {
    found.add(new Problem(code, place, message));
  }

  /** Adds a problem that was found elsewhere. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Tells whether nothing was found. */
  public boolean none() {
    return found.isEmpty();
  }

  /** Returns what was found, in order. */
  public List<Problem> list() {
    return List.copyOf(found);
  }

  /** Throws all that was found, if anything was. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidDefinitionException(found);
    }
  }
}
