package dev.promotion.port;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.problem.PromotionException;
import dev.promotion.release.ReleaseId;
import java.util.List;

/** Thrown when somebody else changed a release first; read it again and decide anew. */
public final class StaleReleaseException extends PromotionException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param release the release
   * @param expected the version that the caller knew
   * @param actual the version that it has
   */
  public StaleReleaseException(ReleaseId release, long expected, long actual) {
    super(
        List.of(
            new Problem(
                ProblemCode.RELEASE_STALE,
                "release " + release,
                "is at version "
                    + actual
                    + ", not "
                    + expected
                    + ", because somebody else changed it; read it again")),
        null);
  }
}
