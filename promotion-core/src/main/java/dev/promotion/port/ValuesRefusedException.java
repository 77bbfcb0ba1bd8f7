package dev.promotion.port;

import dev.promotion.problem.Problem;
import dev.promotion.problem.PromotionException;
import java.util.List;

/** Thrown where values cannot be put into a file without touching anything else. */
public final class ValuesRefusedException extends PromotionException {

  private static final long serialVersionUID = 1L;

  /**
   * Refuses values.
   *
   * @param problems everything that is in the way, each with line and column in the file
   */
  public ValuesRefusedException(List<Problem> problems) {
    super(problems, null);
  }
}
