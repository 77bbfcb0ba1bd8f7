package dev.promotion.testkit;

import dev.promotion.port.HealthStatus;
import dev.promotion.port.Repository;
import dev.promotion.port.SyncOperation;
import dev.promotion.port.SyncOperation.Phase;
import dev.promotion.port.SyncStatus;
import dev.promotion.product.ApplicationSource;
import dev.promotion.repository.CommitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a simulated cluster knows of one application. It moves on only when it is looked at: each
 * look brings it to the present. Not thread-safe.
 */
final class SimulatedDeployment {

  /** How long things take. */
  record Pace(Duration notice, Duration sync, Duration healthy) {}

  /** Whether a sync may begin, and whether it ends badly. */
  record Conduct(boolean paused, boolean failing) {}

  /** The newest commit of the branch, and when it was first seen. */
  private record Sighting(CommitId head, Instant at) {}

  /** What runs: files that are those of a commit, since the end of a sync. */
  private record Live(CommitId revision, Instant since) {}

  private Optional<Sighting> sighting = Optional.empty();
  private Optional<CommitId> compared = Optional.empty();
  private Optional<SyncOperation> operation = Optional.empty();
  private Optional<Live> live = Optional.empty();
  private Instant begun = Instant.EPOCH;

  /** Whether something ran before the newest sync, whose health can still be told. */
  private boolean ranBefore;

  /** Brings the deployment to the present, given where its branch is now. */
  void look(
      Repository repository, ApplicationSource source, Instant now, Pace pace, Conduct conduct) {
    finish(now, pace, conduct);
    CommitId head = repository.head(source.revision()).commit();
    if (sighting.filter(seen -> seen.head().equals(head)).isEmpty()) {
      sighting = Optional.of(new Sighting(head, now));
    }
    if (now.isBefore(sighting.get().at().plus(pace.notice()))) {
      return;
    }
    compared = Optional.of(head);
    live = live.map(runs -> sameFiles(repository, source, runs, head));
    if (sync() == SyncStatus.OUT_OF_SYNC && mayBegin(head, conduct)) {
      begun = now;
      operation =
          Optional.of(
              new SyncOperation(
                  Phase.RUNNING, Optional.of(head), Optional.empty(), "simulated sync"));
      finish(now, pace, conduct);
    }
  }

  /** Returns the commit whose files run. */
  Optional<CommitId> runs() {
    return live.map(Live::revision);
  }

  /** Returns the commit that was compared with what runs. */
  Optional<CommitId> compared() {
    return compared;
  }

  Optional<SyncOperation> operation() {
    return operation;
  }

  /** Returns when the health was observed that is still told although a sync has ended since. */
  Optional<Instant> observedBeforeSync(Instant now, Duration lag) {
    return live.map(Live::since)
        .filter(end -> now.isBefore(end.plus(lag)))
        .filter(end -> ranBefore)
        .map(end -> end.minusMillis(1));
  }

  SyncStatus sync() {
    return compared.equals(runs()) ? SyncStatus.SYNCED : SyncStatus.OUT_OF_SYNC;
  }

  HealthStatus health(Instant now, Pace pace) {
    return live.map(runs -> runs.since().plus(pace.healthy()))
        .map(end -> now.isBefore(end) ? HealthStatus.PROGRESSING : HealthStatus.HEALTHY)
        .orElse(HealthStatus.MISSING);
  }

  /** A sync to a commit that failed is tried again only when it need not fail any more. */
  private boolean mayBegin(CommitId head, Conduct conduct) {
    if (conduct.paused() || in(Phase.RUNNING)) {
      return false;
    }
    boolean failedAlready =
        in(Phase.FAILED) && operation.flatMap(SyncOperation::revision).equals(Optional.of(head));
    return !failedAlready || !conduct.failing();
  }

  private void finish(Instant now, Pace pace, Conduct conduct) {
    Instant end = begun.plus(pace.sync());
    if (!in(Phase.RUNNING) || now.isBefore(end)) {
      return;
    }
    Optional<CommitId> revision = operation.flatMap(SyncOperation::revision);
    Phase phase = conduct.failing() ? Phase.FAILED : Phase.SUCCEEDED;
    String message = conduct.failing() ? "the sync fails because the test says so" : "";
    operation = Optional.of(new SyncOperation(phase, revision, Optional.of(end), message));
    if (phase == Phase.SUCCEEDED) {
      ranBefore = live.isPresent();
      live = revision.map(brought -> new Live(brought, end));
    }
  }

  private boolean in(Phase phase) {
    return operation.map(SyncOperation::phase).equals(Optional.of(phase));
  }

  /** A commit that leaves the files of the application alone needs no sync. */
  private static Live sameFiles(
      Repository repository, ApplicationSource source, Live runs, CommitId head) {
    boolean same =
        runs.revision().equals(head)
            || repository
                .files(runs.revision(), source.path())
                .equals(repository.files(head, source.path()));
    return same ? new Live(head, runs.since()) : runs;
  }
}
