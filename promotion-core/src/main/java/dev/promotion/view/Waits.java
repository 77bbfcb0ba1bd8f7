package dev.promotion.view;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.Problem;
import dev.promotion.release.ApplicationPhase;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.CommitIntent;
import dev.promotion.release.EnvironmentProgress;
import dev.promotion.release.EnvironmentStatus;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what a release waits for. */
final class Waits {

  private static final String NEXT_VISIT =
      "the next visit goes on; if nothing happens, no process drives the release:"
          + " call drive() or advance()";

  private final Release release;

  /** When time ends every wait; a release that is being terminated has no such time. */
  private final Optional<Instant> deadline;

  Waits(Release release) {
    this.release = release;
    this.deadline =
        release.status() == ReleaseStatus.RUNNING
            ? Optional.of(release.deadline())
            : Optional.empty();
  }

  List<Wait> all() {
    List<Wait> waits = new ArrayList<>();
    for (EnvironmentProgress environment : release.environments()) {
      if (environment.status() == EnvironmentStatus.PENDING) {
        if (release.status() == ReleaseStatus.RUNNING) {
          waits.add(toBegin(environment));
        }
      } else {
        for (ApplicationProgress each : environment.applications()) {
          ofApplication(environment, each).ifPresent(waits::add);
        }
      }
    }
    if (waits.isEmpty() && !release.status().isEnd()) {
      waits.add(toEnd());
    }
    return waits;
  }

  private Wait toBegin(EnvironmentProgress environment) {
    List<EnvironmentName> before =
        release.flow().dependenciesOf(environment.name()).stream()
            .filter(each -> release.environment(each).status() != EnvironmentStatus.SUCCEEDED)
            .toList();
    String names = before.stream().map(EnvironmentName::value).collect(Collectors.joining(", "));
    return before.isEmpty()
        ? new Wait(
            environment.name(),
            Optional.empty(),
            "is about to begin",
            release.changedAt(),
            deadline,
            NEXT_VISIT)
        : new Wait(
            environment.name(),
            Optional.empty(),
            "waits for " + names,
            release.startedAt(),
            deadline,
            "begins by itself once " + names + " succeeded");
  }

  /** Everything is done, and only the end is not recorded yet. */
  private Wait toEnd() {
    EnvironmentProgress last = release.environments().get(release.environments().size() - 1);
    return new Wait(
        last.name(),
        Optional.empty(),
        "is about to end the release",
        release.changedAt(),
        Optional.empty(),
        NEXT_VISIT);
  }

  private Optional<Wait> ofApplication(
      EnvironmentProgress environment, ApplicationProgress application) {
    boolean stopping = release.status() == ReleaseStatus.TERMINATING;
    if (stopping && application.phase() != ApplicationPhase.COMMITTING) {
      return Optional.empty();
    }
    return switch (application.phase()) {
      case PENDING ->
          Optional.of(wait(environment, application, "is about to be committed", NEXT_VISIT));
      case COMMITTING ->
          Optional.of(
              wait(
                  environment,
                  application,
                  "it is not known yet whether commit " + newest(application) + " landed",
                  NEXT_VISIT));
      case SYNCING ->
          Optional.of(
              wait(
                  environment,
                  application,
                  ReleaseView.did(application.phase(), application.expected()),
                  NEXT_VISIT));
      case STABILIZING -> Optional.of(watched(environment, application));
      case SUCCEEDED -> Optional.empty();
      case FAILED, STOPPED ->
          application.isInDoubt() ? Optional.of(doubt(environment, application)) : Optional.empty();
    };
  }

  private Wait wait(
      EnvironmentProgress environment,
      ApplicationProgress application,
      String what,
      String movesOn) {
    Optional<Problem> reason = application.reason();
    return new Wait(
        environment.name(),
        Optional.of(application.application().name()),
        reason
            .map(why -> ReleaseView.told(why, ReleaseView.here(release, environment, application)))
            .orElse(what),
        since(application),
        deadline,
        reason.map(why -> movesOn(why, application)).orElse(movesOn));
  }

  private Wait watched(EnvironmentProgress environment, ApplicationProgress application) {
    Instant since = since(application);
    return new Wait(
        environment.name(),
        Optional.of(application.application().name()),
        ReleaseView.did(application.phase(), application.expected()),
        since,
        deadline,
        "passes once it is seen healthy at or after " + since.plus(release.plan().stableFor()));
  }

  private Wait doubt(EnvironmentProgress environment, ApplicationProgress application) {
    return new Wait(
        environment.name(),
        Optional.of(application.application().name()),
        "commit " + newest(application) + " was given up and may still land",
        since(application),
        Optional.empty(),
        "it is settled once the repository answers, and the branch has the commit or has moved on");
  }

  private Instant since(ApplicationProgress application) {
    return application.since().orElse(release.changedAt());
  }

  private static String newest(ApplicationProgress application) {
    List<CommitIntent> intents = application.intents();
    return intents.get(intents.size() - 1).commit().abbreviated();
  }

  private static String movesOn(Problem reason, ApplicationProgress application) {
    String name = application.application().name().value();
    return switch (reason.code()) {
      case WAITING_FOR_SYNC ->
          "goes on by itself after the sync; if " + name + " does not sync by itself, sync it";
      case WAITING_FOR_HEALTH ->
          "goes on by itself once "
              + name
              + " is healthy; if it takes long, look at it in the"
              + " cluster";
      case HEALTH_UNKNOWN ->
          "goes on by itself once the cluster tells; if it takes long, check how "
              + name
              + " is observed";
      case REPOSITORY_AUTH -> "goes on by itself once the credentials are accepted; renew them";
      case BRANCH_BEHIND ->
          "goes on by itself once the branch has that commit; if it does not, the release fails"
              + " within minutes";
      default -> "is tried again by itself";
    };
  }
}
