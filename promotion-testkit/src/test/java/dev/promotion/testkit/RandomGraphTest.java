package dev.promotion.testkit;

import static dev.promotion.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.release.EnvironmentProgress;
import dev.promotion.release.EnvironmentStatus;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.ApplicationSucceeded;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for whatever graph of environments. */
class RandomGraphTest {

  @Provide
  Arbitrary<PromotionFlow> flows() {
    return Arbitraries.integers()
        .between(1, 29)
        .flatMap(targets -> Arbitraries.longs().map(seed -> randomFlow(targets, new Random(seed))));
  }

  /** Each target depends on one to three environments before it; the steps stand in any order. */
  private static PromotionFlow randomFlow(int targets, Random random) {
    List<FlowStep> steps = new ArrayList<>();
    for (int target = 1; target <= targets; target++) {
      Set<String> dependencies = new HashSet<>();
      int wanted = 1 + random.nextInt(3);
      for (int count = 0; count < wanted; count++) {
        dependencies.add("e" + random.nextInt(target));
      }
      steps.add(FlowStep.of("e" + target, dependencies.toArray(String[]::new)));
    }
    Collections.shuffle(steps, random);
    return PromotionFlow.of("random", "e0", steps.toArray(FlowStep[]::new));
  }

  @Property(tries = 300)
  void environmentsStartOnlyAfterAllThatTheyDependOnHaveSucceeded(
      @ForAll("flows") PromotionFlow flow) {
    Release release = PromotionScenario.of(flow).product("cf-101").trigger();

    assertThat(release).succeeded();
    Set<EnvironmentName> succeeded = new HashSet<>();
    for (RecordedEvent each : release.events()) {
      if (each.event() instanceof EnvironmentStarted started) {
        assertThat(succeeded).containsAll(flow.dependenciesOf(started.environment()));
      }
      if (each.event() instanceof ApplicationSucceeded done) {
        succeeded.add(done.environment());
      }
    }
    assertThat(succeeded).containsExactlyInAnyOrderElementsOf(flow.environments());
  }

  @Property(tries = 300)
  void everyTargetIsCommittedExactlyOnceAndInTheBranch(@ForAll("flows") PromotionFlow flow) {
    PromotionScenario scenario = PromotionScenario.of(flow).product("cf-101");
    int before = scenario.repository().log("main").size();

    Release release = scenario.trigger();

    List<EnvironmentName> committed =
        release.events().stream()
            .map(RecordedEvent::event)
            .filter(CommitLanded.class::isInstance)
            .map(event -> ((CommitLanded) event).environment())
            .toList();
    assertThat(committed).doesNotHaveDuplicates().hasSize(flow.steps().size());
    assertThat(scenario.repository().log("main")).hasSize(before + flow.steps().size());
  }

  @Property(tries = 300)
  void behindAFailedEnvironmentNothingIsEverBegun(
      @ForAll("flows") PromotionFlow flow, @ForAll Random random) {
    PromotionScenario scenario = PromotionScenario.of(flow).product("cf-101");
    List<FlowStep> steps = flow.steps();
    EnvironmentName broken = steps.get(random.nextInt(steps.size())).environment();
    scenario.cluster().degrade(broken.value());

    Release release = scenario.trigger();

    assertThat(release).failedIn(broken.value());
    for (EnvironmentProgress each : release.environments()) {
      boolean behind =
          flow.dependenciesOf(each.name()).stream()
              .map(release::environment)
              .anyMatch(before -> before.status() != EnvironmentStatus.SUCCEEDED);
      assertThat(each.status() == EnvironmentStatus.SKIPPED).isEqualTo(behind);
      assertThat(each.startedAt().isEmpty()).isEqualTo(behind);
    }
  }
}
