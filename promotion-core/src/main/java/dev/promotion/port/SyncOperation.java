package dev.promotion.port;

import static java.util.Objects.requireNonNull;

import dev.promotion.repository.CommitId;
import java.time.Instant;
import java.util.Optional;

/**
 * A sync of an application to a revision ({@code status.operationState} of an Argo CD application).
 *
 * @param phase how it went
 * @param revision the revision that it brings; empty if unknown
 * @param finishedAt when it ended; empty while it runs
 * @param message what it says of itself; may be empty
 */
public record SyncOperation(
    Phase phase, Optional<CommitId> revision, Optional<Instant> finishedAt, String message) {

  /** How a sync went. */
  public enum Phase {
    /** It runs. */
    RUNNING,
    /** It ended well. */
    SUCCEEDED,
    /** It ended badly. */
    FAILED
  }

  /** Checks that nothing is missing. */
  public SyncOperation {
    requireNonNull(phase, "phase");
    requireNonNull(revision, "revision");
    requireNonNull(finishedAt, "finishedAt");
    requireNonNull(message, "message");
  }
}
