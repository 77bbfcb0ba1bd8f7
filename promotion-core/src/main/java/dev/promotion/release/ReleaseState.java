package dev.promotion.release;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.product.Application;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the events of a release add up to.
 *
 * @param status how far the release is
 * @param reason why it ended, or is being terminated
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param environments its environments in the order of the flow
 */
record ReleaseState(
    ReleaseStatus status,
    Optional<Problem> reason,
    Instant startedAt,
    Optional<Instant> endedAt,
    Map<EnvironmentName, EnvironmentProgress> environments) {

  static ReleaseState started(ReleasePlan plan, Instant at) {
    Map<EnvironmentName, EnvironmentProgress> environments = new LinkedHashMap<>();
    PromotionFlow flow = plan.flow();
    for (EnvironmentName name : flow.environments()) {
      List<Application> applications =
          name.equals(flow.triggerEnvironment())
              ? List.of(plan.source().application())
              : plan.targets().stream()
                  .filter(target -> target.environment().equals(name))
                  .map(Target::application)
                  .toList();
      environments.put(
          name,
          EnvironmentProgress.pending(
              name, applications.stream().map(ApplicationProgress::pending).toList()));
    }
    return new ReleaseState(
        ReleaseStatus.RUNNING, Optional.empty(), at, Optional.empty(), environments);
  }

  /** Refuses what may no longer be begun because the release is being terminated. */
  void requireRunning() {
    if (status == ReleaseStatus.TERMINATING) {
      throw new IllegalStateException("nothing new begins in a release that is being terminated");
    }
  }

  ReleaseState terminating(Problem why) {
    requireRunning();
    return new ReleaseState(
        ReleaseStatus.TERMINATING, Optional.of(why), startedAt, endedAt, environments);
  }

  ReleaseState ended(ReleaseStatus end, Problem why, Instant at) {
    if (!mayEnd(end)
        || environments.values().stream().anyMatch(EnvironmentProgress::isCommitting)) {
      throw new IllegalStateException(
          "a release that is " + status + " with " + environments.values() + " is not " + end);
    }
    Map<EnvironmentName, EnvironmentProgress> ended = new LinkedHashMap<>(environments);
    ended.replaceAll((name, each) -> ended(each, at));
    return new ReleaseState(end, Optional.of(why), startedAt, Optional.of(at), ended);
  }

  private boolean mayEnd(ReleaseStatus end) {
    if (end == ReleaseStatus.TERMINATED || status == ReleaseStatus.TERMINATING) {
      return end == ReleaseStatus.TERMINATED && status == ReleaseStatus.TERMINATING;
    }
    boolean failed =
        environments.values().stream().anyMatch(each -> each.status() == EnvironmentStatus.FAILED);
    return failed == (end == ReleaseStatus.FAILED)
        && environments.values().stream().allMatch(each -> each.status().isEnd());
  }

  /** Replaces an environment, and skips those that can no longer be reached. */
  ReleaseState with(EnvironmentProgress changed, PromotionFlow flow, Instant at) {
    Map<EnvironmentName, EnvironmentProgress> next = new LinkedHashMap<>(environments);
    next.put(changed.name(), changed);
    if (changed.status() == EnvironmentStatus.FAILED) {
      for (EnvironmentName name : flow.environments()) {
        boolean blocked =
            flow.dependenciesOf(name).stream().map(next::get).anyMatch(ReleaseState::lost);
        next.computeIfPresent(name, (key, each) -> blocked ? skipped(each, at) : each);
      }
    }
    return new ReleaseState(status, reason, startedAt, endedAt, next);
  }

  /** Replaces an environment of a release that has ended. */
  ReleaseState replaced(EnvironmentProgress changed) {
    Map<EnvironmentName, EnvironmentProgress> next = new LinkedHashMap<>(environments);
    next.put(changed.name(), changed);
    return new ReleaseState(status, reason, startedAt, endedAt, next);
  }

  /** Returns of how many applications a commit may still land. */
  long inDoubt() {
    return environments.values().stream()
        .flatMap(environment -> environment.applications().stream())
        .filter(ApplicationProgress::isInDoubt)
        .count();
  }

  /** Refuses an event that counts other doubts than there are. */
  ReleaseState requireInDoubt(int expected) {
    if (inDoubt() != expected) {
      throw new IllegalStateException(inDoubt() + " commits are in doubt, not " + expected);
    }
    return this;
  }

  private static boolean lost(EnvironmentProgress environment) {
    return environment.status().isEnd() && environment.status() != EnvironmentStatus.SUCCEEDED;
  }

  private static EnvironmentProgress skipped(EnvironmentProgress environment, Instant at) {
    return environment.status() == EnvironmentStatus.PENDING
        ? environment.ended(EnvironmentStatus.SKIPPED, at)
        : environment;
  }

  private static EnvironmentProgress ended(EnvironmentProgress environment, Instant at) {
    return switch (environment.status()) {
      case PENDING -> environment.ended(EnvironmentStatus.SKIPPED, at);
      case RUNNING, SUSPENDED -> environment.ended(EnvironmentStatus.TERMINATED, at);
      case SUCCEEDED, FAILED, TERMINATED, SKIPPED -> environment;
    };
  }
}
