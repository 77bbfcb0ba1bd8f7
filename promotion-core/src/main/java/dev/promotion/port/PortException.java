package dev.promotion.port;

import static java.util.Objects.requireNonNull;

import dev.promotion.problem.Problem;
import dev.promotion.problem.PromotionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by an adapter when the outside did not do what was asked. Its message holds no secret: an
 * adapter masks credentials in the words of a server before it repeats them.
 */
public final class PortException extends PromotionException {

  private static final long serialVersionUID = 1L;

  private final Fault fault;

  /**
   * Creates an exception.
   *
   * @param fault what it means for a release
   * @param problem what is wrong, where, and what to do
   * @param cause what led to it, or null
   */
  public PortException(Fault fault, Problem problem, @Nullable Throwable cause) {
    super(List.of(problem), cause);
    this.fault = requireNonNull(fault, "fault");
  }

  /**
   * Returns what it means for a release.
   *
   * @return the kind of fault
   */
  public Fault fault() {
    return fault;
  }

  /**
   * Returns what is wrong.
   *
   * @return the one problem
   */
  public Problem problem() {
    return problems().get(0);
  }
}
