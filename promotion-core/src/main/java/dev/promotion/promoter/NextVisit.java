package dev.promotion.promoter;

import static java.util.Objects.requireNonNull;

import dev.promotion.release.Release;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@link SequentialPromoter#advance} came to.
 *
 * @param release the release after all that could be done now
 * @param at when to call again; empty once the release is closed. Calling earlier is harmless
 */
public record NextVisit(Release release, Optional<Instant> at) {

  /** Checks that nothing is missing. */
  public NextVisit {
    requireNonNull(release, "release");
    requireNonNull(at, "at");
  }
}
