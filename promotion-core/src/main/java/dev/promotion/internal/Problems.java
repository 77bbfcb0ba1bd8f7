package dev.promotion.internal;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gathers problems so that all of them can be reported together, 100 with their text and the rest
 * by their number. Not thread-safe.
 */
public final class Problems {

  private static final int MOST = 100;

  private final List<Problem> found = new ArrayList<>();
  private int more;

  /** Adds a problem. */
  public void add(ProblemCode code, String place, String message) {
    add(code, place, () -> message);
  }

  /** Adds a problem whose message is costly to make: it is made only if it is shown. */
  public void add(ProblemCode code, String place, Supplier<String> message) {
    if (found.size() < MOST) {
      found.add(new Problem(code, place, message.get()));
    } else {
      more++;
    }
  }

  /** Adds a problem that was found elsewhere. */
  public void add(Problem problem) {
    add(problem.code(), problem.place(), problem.message());
  }

  /** Tells whether whatever is added from now on is only counted. */
  public boolean full() {
    return found.size() == MOST;
  }

  /** Tells whether nothing was found. */
  public boolean none() {
    return found.isEmpty();
  }

  /** Returns what was found, in order. */
  public List<Problem> list() {
    List<Problem> all = new ArrayList<>(found);
    if (more > 0) {
      all.add(new Problem(ProblemCode.LIMIT, "", "and " + more + " more; mend these first"));
    }
    return List.copyOf(all);
  }

  /** Throws all that was found, if anything was. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidDefinitionException(list());
    }
  }
}
