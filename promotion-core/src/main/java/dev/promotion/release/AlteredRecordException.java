package dev.promotion.release;

import dev.promotion.problem.Problem;
import dev.promotion.problem.PromotionException;
import java.util.List;

/**
 * Thrown when the stored record of a release is not what the promoter wrote: it was changed, or the
 * store is broken. The release is left alone until a person has looked; others go on.
 */
public final class AlteredRecordException extends PromotionException {

  private static final long serialVersionUID = 1L;

  AlteredRecordException(Problem problem) {
    super(List.of(problem), null);
  }
}
