package dev.promotion.release;

import dev.promotion.problem.Problem;
import dev.promotion.problem.PromotionException;
import java.util.List;

/**
 * Thrown when the record of a release was written by a newer version of the library and holds what
 * this one does not know. Nothing is skipped: the release waits for the newer version.
 */
public final class NewerRecordException extends PromotionException {

  private static final long serialVersionUID = 1L;

  NewerRecordException(Problem problem) {
    super(List.of(problem), null);
  }
}
