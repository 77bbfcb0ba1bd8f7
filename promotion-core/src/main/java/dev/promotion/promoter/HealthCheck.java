package dev.promotion.promoter;

import dev.promotion.internal.text.Texts;
import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.FileValues;
import dev.promotion.port.Health;
import dev.promotion.port.HealthStatus;
import dev.promotion.port.Repositories;
import dev.promotion.port.Repository;
import dev.promotion.port.SyncOperation;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.release.ApplicationPhase;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.Cargo;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.ApplicationHealthy;
import dev.promotion.release.ReleaseEvent.ApplicationSucceeded;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleasePlan;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryPath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks at what an application runs and tells what that means for the release.
 *
 * <p>Health is believed only for a revision that contains what was promoted and still holds it, and
 * only when it was observed after the sync had ended. What is unknown is neither healthy nor
 * failed.
 */
final class HealthCheck {

  private static final int LONGEST_MESSAGE = 500;

  private final Health health;
  private final Repositories repositories;
  private final FileValues editor;

  HealthCheck(Health health, Repositories repositories, FileValues editor) {
    this.health = health;
    this.repositories = repositories;
    this.editor = editor;
  }

  /** Returns what follows from the present status; nothing while it only goes on as before. */
  List<ReleaseEvent> look(Release release, Action.Observe observe) {
    Application application = observe.progress().application();
    Optional<ApplicationStatus> status = health.status(application);
    Look look = new Look(release, observe);
    return status.isEmpty() ? look.gone() : look.at(status.get());
  }

  /** One look at one application. */
  private final class Look {

    private final Release release;
    private final Place place;
    private final ApplicationProgress progress;
    private final CommitId expected;

    Look(Release release, Action.Observe observe) {
      this.release = release;
      this.place = observe.place();
      this.progress = observe.progress();
      this.expected = progress.expected().orElseThrow();
    }

    List<ReleaseEvent> gone() {
      return failed(
          ProblemCode.UNKNOWN_APPLICATION,
          "the application is no longer there; restore it, then trigger a new release");
    }

    List<ReleaseEvent> at(ApplicationStatus status) {
      Optional<SyncOperation> broken = status.operation().filter(this::failedForUs);
      if (broken.isPresent()) {
        return failed(
            ProblemCode.SYNC_FAILED,
            "the sync to "
                + expected.abbreviated()
                + " failed"
                + because(broken.get().message())
                + "; mend it, then trigger a new release");
      }
      if (status.revision().isEmpty()) {
        return waiting(ProblemCode.HEALTH_UNKNOWN, "it is not known which revision runs");
      }
      CommitId revision = status.revision().get();
      if (!containsOurs(revision)) {
        return waiting(
            ProblemCode.WAITING_FOR_SYNC,
            "waits for a sync to " + expected.abbreviated() + "; runs " + revision.abbreviated());
      }
      if (!status.observedAfterSync()) {
        return waiting(
            ProblemCode.WAITING_FOR_SYNC,
            "waits until the sync to " + revision.abbreviated() + " has ended");
      }
      return switch (status.sync()) {
        case SYNCED -> judged(status, revision);
        case OUT_OF_SYNC ->
            waiting(
                ProblemCode.WAITING_FOR_SYNC,
                "waits for a sync; is out of sync at " + revision.abbreviated());
        case UNKNOWN ->
            waiting(ProblemCode.HEALTH_UNKNOWN, "it is not known whether it is in sync");
      };
    }

    private List<ReleaseEvent> judged(ApplicationStatus status, CommitId revision) {
      HealthStatus is = status.health();
      if (is == HealthStatus.DEGRADED) {
        return failed(
            ProblemCode.DEGRADED,
            "is degraded at "
                + revision.abbreviated()
                + because(status.message())
                + "; mend it, then trigger a new release");
      }
      if (is == HealthStatus.UNKNOWN) {
        return waiting(
            ProblemCode.HEALTH_UNKNOWN, "its health is not known" + because(status.message()));
      }
      if (is != HealthStatus.HEALTHY) {
        return waiting(
            ProblemCode.WAITING_FOR_HEALTH,
            "waits to be healthy; is "
                + is.name().toLowerCase(java.util.Locale.ROOT)
                + because(status.message()));
      }
      Optional<RepositoryPath> lost = lost(revision);
      return lost.isPresent()
          ? superseded(revision, lost.get())
          : healthy(revision, status.observedAt());
    }

    /** The window is over when an observation says so, not when only time has passed since. */
    private List<ReleaseEvent> healthy(CommitId revision, Instant observedAt) {
      boolean watched = progress.phase() == ApplicationPhase.STABILIZING;
      Instant since = watched ? progress.since().orElse(observedAt) : observedAt;
      boolean stable = !observedAt.isBefore(since.plus(release.plan().stableFor()));
      ReleaseEvent first =
          new ApplicationHealthy(place.environment(), place.application(), revision, observedAt);
      ReleaseEvent second = new ApplicationSucceeded(place.environment(), place.application());
      if (watched) {
        return stable ? List.of(second) : List.of();
      }
      return stable ? List.of(first, second) : List.of(first);
    }

    /** A later revision may contain our commit and yet have other files. */
    private Optional<RepositoryPath> lost(CommitId revision) {
      if (revision.equals(expected)) {
        return Optional.empty();
      }
      RepositoryPath path = progress.application().source().path();
      ApplicationFiles running = new ApplicationFiles(repository(), editor, path, revision);
      return cargos().stream().flatMap(cargo -> running.lacking(cargo).stream()).findFirst();
    }

    /** The source holds what is promoted to any target. */
    private List<Cargo> cargos() {
      ReleasePlan plan = release.plan();
      return release
          .target(place.environment(), place.application())
          .map(target -> List.of(plan.cargoOf(target)))
          .orElseGet(plan::cargos);
    }

    private List<ReleaseEvent> superseded(CommitId revision, RepositoryPath path) {
      String by =
          repository()
              .lastChange(expected, revision, path)
              .map(change -> " by " + change.author() + " in commit " + change.id())
              .orElse("");
      return failed(
          ProblemCode.SUPERSEDED,
          "runs "
              + revision.abbreviated()
              + ", where "
              + path
              + " was changed"
              + by
              + ", so what this release promotes was never seen healthy; trigger a new release");
    }

    private boolean failedForUs(SyncOperation operation) {
      return operation.phase() == SyncOperation.Phase.FAILED
          && operation.revision().filter(this::containsOurs).isPresent();
    }

    private boolean containsOurs(CommitId revision) {
      return revision.equals(expected) || repository().contains(revision, expected);
    }

    private Repository repository() {
      return repositories.repository(progress.application().source().repository());
    }

    private List<ReleaseEvent> waiting(ProblemCode code, String message) {
      return List.of(
          new ApplicationWaiting(
              place.environment(), place.application(), place.problem(code, message)));
    }

    private List<ReleaseEvent> failed(ProblemCode code, String message) {
      return List.of(
          new ApplicationFailed(
              place.environment(), place.application(), place.problem(code, message)));
    }
  }

  private static String because(String message) {
    String text = message.strip();
    return text.isEmpty() ? "" : " (" + Texts.shortened(text, LONGEST_MESSAGE) + ")";
  }
}
