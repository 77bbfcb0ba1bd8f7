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
 * @param environments its environments in the order of the flow
 */
record ReleaseState(
    ReleaseStatus status,
    Optional<Problem> reason,
    Instant startedAt,
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
    return new ReleaseState(ReleaseStatus.RUNNING, Optional.empty(), at, environments);
  }

  ReleaseState terminating(Problem why) {
    return new ReleaseState(ReleaseStatus.TERMINATING, Optional.of(why), startedAt, environments);
  }

  ReleaseState ended(ReleaseStatus end, Problem why, Instant at) {
    Map<EnvironmentName, EnvironmentProgress> ended = new LinkedHashMap<>(environments);
    ended.replaceAll((name, each) -> ended(each, at));
    return new ReleaseState(end, Optional.of(why), startedAt, ended);
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
    return new ReleaseState(status, reason, startedAt, next);
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
