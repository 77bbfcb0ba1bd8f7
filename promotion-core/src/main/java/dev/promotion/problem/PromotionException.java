package dev.promotion.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that the library throws on purpose: one problem or several, each with a
 * stable code. Unchecked; a caller that only wants to report it prints {@link #getMessage()}.
 */
public abstract class PromotionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem[] problems;

  /**
   * Creates an exception for the problems.
   *
   * @param problems at least one
   * @param cause what led to it, or null
   * @throws IllegalArgumentException if there is no problem
   */
  protected PromotionException(List<Problem> problems, @Nullable Throwable cause) {
    super(text(problems), cause);
    this.problems = problems.toArray(Problem[]::new);
  }

  private static String text(List<Problem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("an exception needs a problem");
    }
    if (problems.size() == 1) {
      return problems.get(0).toString();
    }
    return problems.stream()
        .map(problem -> "- " + problem)
        .collect(Collectors.joining("\n", problems.size() + " problems:\n", ""));
  }

  /**
   * Returns all that is wrong.
   *
   * @return the problems in the order in which they were found; never empty
   */
  public List<Problem> problems() {
    return List.of(problems);
  }

  /**
   * Returns the code of the first problem.
   *
   * @return a stable code
   */
  public ProblemCode code() {
    return problems[0].code();
  }
}
