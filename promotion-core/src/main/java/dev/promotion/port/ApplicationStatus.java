package dev.promotion.port;

import static java.util.Objects.requireNonNull;

import dev.promotion.repository.CommitId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a deployment tells of an application ({@code status} of an Argo CD application).
 *
 * @param sync whether what runs is what the revision says ({@code status.sync.status})
 * @param revision the revision that was compared ({@code status.sync.revision}); empty if unknown
 * @param health how it is ({@code status.health.status})
 * @param message what the health check says ({@code status.health.message}); may be empty
 * @param operation the newest sync ({@code status.operationState}); empty if there was none
 * @param observedAt when health and sync were observed ({@code status.reconciledAt})
 */
public record ApplicationStatus(
    SyncStatus sync,
    Optional<CommitId> revision,
    HealthStatus health,
    String message,
    Optional<SyncOperation> operation,
    Instant observedAt) {

  /** Checks that nothing is missing. */
  public ApplicationStatus {
    requireNonNull(sync, "sync");
    requireNonNull(revision, "revision");
    requireNonNull(health, "health");
    requireNonNull(message, "message");
    requireNonNull(operation, "operation");
    requireNonNull(observedAt, "observedAt");
  }

  /**
   * Tells whether health and sync were observed after the newest sync had ended; before that they
   * may describe what ran earlier.
   *
   * @return true if no sync runs, and the newest one ended before the observation
   */
  public boolean observedAfterSync() {
    return operation
        .map(each -> each.finishedAt().map(end -> !observedAt.isBefore(end)).orElse(false))
        .orElse(true);
  }
}
