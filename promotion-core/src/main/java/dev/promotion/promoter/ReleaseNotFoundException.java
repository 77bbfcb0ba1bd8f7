package dev.promotion.promoter;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.problem.PromotionException;
import dev.promotion.release.ReleaseId;
import java.util.List;

/** Thrown when there is no release of an id. */
public final class ReleaseNotFoundException extends PromotionException {

  private static final long serialVersionUID = 1L;

  ReleaseNotFoundException(ReleaseId release) {
    super(
        List.of(
            new Problem(
                ProblemCode.RELEASE_NOT_FOUND,
                "release " + release,
                "there is no such release; look for it among the releases of its product")),
        null);
  }
}
