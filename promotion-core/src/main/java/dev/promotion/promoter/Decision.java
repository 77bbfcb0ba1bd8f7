package dev.promotion.promoter;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.ApplicationPhase;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.EnvironmentProgress;
import dev.promotion.release.EnvironmentStatus;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.DeadlinePassed;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to do next in a release: a pure function of the release and the present.
 *
 * @param actions what to do now; empty only for a release that is closed
 * @param lookAgain the latest instant at which time alone changes the decision
 * @param otherwise what to record if none of the actions moved the release
 */
record Decision(List<Action> actions, Instant lookAgain, Optional<ReleaseEvent> otherwise) {

  /** What may be begun in a release. */
  private enum Begin {
    /** All that is due. */
    ANYTHING,
    /** Its time is over: only a last look, for what has come to a good end unseen. */
    NO_EFFECT,
    /** It is being terminated: only doubts are settled. */
    NOTHING
  }

  /** Decides what to do next in a release. */
  static Decision decide(Release release, Instant now) {
    if (release.status().isEnd()) {
      return new Decision(doubts(release), Instant.MAX, Optional.empty());
    }
    boolean stopping = release.status() == ReleaseStatus.TERMINATING;
    boolean late = !stopping && !now.isBefore(release.deadline());
    Begin begin = stopping ? Begin.NOTHING : late ? Begin.NO_EFFECT : Begin.ANYTHING;
    List<Action> actions = new ArrayList<>();
    for (EnvironmentProgress environment : release.environments()) {
      addActions(actions, release, environment, begin);
    }
    if (settled(release, stopping)) {
      actions.add(new Action.Note(end(release)));
    } else if (late) {
      return new Decision(List.copyOf(actions), now, Optional.of(new DeadlinePassed()));
    }
    Instant lookAgain = stopping ? Instant.MAX : lookAgain(release);
    return new Decision(List.copyOf(actions), lookAgain, Optional.empty());
  }

  /** What is left after the end: to see what becomes of commits that were given up. */
  private static List<Action> doubts(Release release) {
    List<Action> actions = new ArrayList<>();
    for (EnvironmentProgress environment : release.environments()) {
      environment.applications().stream()
          .filter(ApplicationProgress::isInDoubt)
          .map(each -> new Place(release.id(), environment.name(), each.application().name()))
          .forEach(place -> actions.add(new Action.Settle(place, (int) inDoubt(release) - 1)));
    }
    return List.copyOf(actions);
  }

  private static long inDoubt(Release release) {
    return release.environments().stream()
        .flatMap(environment -> environment.applications().stream())
        .filter(ApplicationProgress::isInDoubt)
        .count();
  }

  /** A release ends only when nothing is to be done any more, and no commit is in doubt. */
  private static boolean settled(Release release, boolean stopping) {
    return release.environments().stream()
        .allMatch(each -> (stopping || each.status().isEnd()) && !isCommitting(each));
  }

  private static boolean isCommitting(EnvironmentProgress environment) {
    return environment.applications().stream()
        .anyMatch(each -> each.phase() == ApplicationPhase.COMMITTING);
  }

  private static void addActions(
      List<Action> actions, Release release, EnvironmentProgress environment, Begin begin) {
    boolean running = environment.status() == EnvironmentStatus.RUNNING;
    boolean mayWrite = running && begin == Begin.ANYTHING;
    if (begin == Begin.ANYTHING && ready(release, environment)) {
      actions.add(new Action.Note(new EnvironmentStarted(environment.name())));
    }
    for (ApplicationProgress each : environment.applications()) {
      Place place = new Place(release.id(), environment.name(), each.application().name());
      switch (each.phase()) {
        case PENDING -> {
          if (mayWrite) {
            actions.add(new Action.Commit(place, true));
          }
        }
        case COMMITTING -> {
          if (mayWrite || !running || begin == Begin.NOTHING) {
            actions.add(new Action.Commit(place, mayWrite));
          }
        }
        case SYNCING, STABILIZING -> {
          if (begin != Begin.NOTHING) {
            actions.add(new Action.Observe(place, each));
          }
        }
        case SUCCEEDED, FAILED, STOPPED -> {}
      }
    }
  }

  private static boolean ready(Release release, EnvironmentProgress environment) {
    return environment.status() == EnvironmentStatus.PENDING
        && release.flow().dependenciesOf(environment.name()).stream()
            .allMatch(each -> release.environment(each).status() == EnvironmentStatus.SUCCEEDED);
  }

  private static Instant lookAgain(Release release) {
    return release.environments().stream()
        .flatMap(environment -> environment.applications().stream())
        .filter(each -> each.phase() == ApplicationPhase.STABILIZING)
        .flatMap(each -> each.since().stream())
        .map(since -> since.plus(release.plan().stableFor()))
        .reduce(release.deadline(), (one, other) -> one.isBefore(other) ? one : other);
  }

  private static ReleaseEvent end(Release release) {
    List<EnvironmentProgress> failed =
        release.environments().stream()
            .filter(each -> each.status() == EnvironmentStatus.FAILED)
            .toList();
    if (release.status() == ReleaseStatus.TERMINATING) {
      return ended(release, ReleaseStatus.TERMINATED, release.reason().orElseThrow());
    }
    return failed.isEmpty()
        ? ended(release, ReleaseStatus.SUCCEEDED, success(release))
        : ended(release, ReleaseStatus.FAILED, failure(failed));
  }

  private static ReleaseEvent ended(Release release, ReleaseStatus status, Problem reason) {
    return new ReleaseEnded(status, reason, (int) inDoubt(release));
  }

  private static Problem success(Release release) {
    PromotionFlow flow = release.flow();
    return new Problem(
        ProblemCode.PROMOTED,
        "",
        release.product()
            + " "
            + release.plan().version()
            + " runs healthy in "
            + flow.environments().stream()
                .map(EnvironmentName::value)
                .collect(Collectors.joining(", ")));
  }

  private static Problem failure(List<EnvironmentProgress> failed) {
    List<ApplicationProgress> applications =
        failed.stream()
            .flatMap(each -> each.applications().stream())
            .filter(each -> each.phase() == ApplicationPhase.FAILED)
            .toList();
    Problem first = applications.get(0).reason().orElseThrow();
    String others =
        applications.size() == 1 ? "" : "; " + (applications.size() - 1) + " more failed too";
    return new Problem(first.code(), first.place(), first.message() + others);
  }
}
