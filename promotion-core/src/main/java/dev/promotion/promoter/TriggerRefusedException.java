package dev.promotion.promoter;

import dev.promotion.problem.Problem;
import dev.promotion.problem.PromotionException;
import java.util.List;

/** Thrown when a release cannot start; it lists every reason, and nothing has been written. */
public final class TriggerRefusedException extends PromotionException {

  private static final long serialVersionUID = 1L;

  TriggerRefusedException(List<Problem> problems) {
    super(problems, null);
  }
}
