package dev.promotion.release;

import static dev.promotion.fixture.ReleaseStory.commit;
import static dev.promotion.fixture.ReleaseStory.intent;
import static dev.promotion.fixture.ReleaseStory.name;
import static dev.promotion.fixture.ReleaseStory.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.ApplicationHealthy;
import dev.promotion.release.ReleaseEvent.ApplicationSucceeded;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.CommitAbandoned;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.DeadlinePassed;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseEvent.NothingToChange;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseEvent.TerminationRequested;
import dev.promotion.view.Explanation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

class ReleaseLawsTest {

  private static final PromotionFlow DIAMOND =
      PromotionFlow.of(
          "diamond",
          "dev",
          FlowStep.of("qa-eu", "dev"),
          FlowStep.of("qa-us", "dev"),
          FlowStep.of("production", "qa-eu", "qa-us"));
  private static final Problem REASON = new Problem(ProblemCode.DEGRADED, "", "is degraded");

  @Property(tries = 100)
  void everyBeginningOfAHistoryAddsUpToWhatWasKnownThen(@ForAll("histories") List<Release> steps) {
    List<RecordedEvent> events = steps.get(steps.size() - 1).events();

    for (int length = 1; length <= events.size(); length++) {
      Release replayed = Release.replay(events.subList(0, length));
      Release known = steps.get(length - 1);
      assertThat(replayed).isEqualTo(known).hasSameHashCodeAs(known);
      assertThat(replayed.environments()).isEqualTo(known.environments());
      assertThat(replayed.status()).isEqualTo(known.status());
      assertThat(replayed.reason()).isEqualTo(known.reason());
    }
  }

  @Property(tries = 100)
  void whatHasEndedNeverChanges(@ForAll("histories") List<Release> steps) {
    for (int index = 1; index < steps.size(); index++) {
      for (EnvironmentProgress before : steps.get(index - 1).environments()) {
        EnvironmentProgress after = steps.get(index).environment(before.name());
        if (before.status().isEnd()) {
          assertThat(after.status()).isEqualTo(before.status());
          assertThat(after.endedAt()).isEqualTo(before.endedAt());
        }
        for (ApplicationProgress each : before.applications()) {
          if (each.phase().isEnd()) {
            assertThat(after.application(each.application().name())).hasValue(each);
          }
        }
      }
    }
  }

  @Property(tries = 100)
  void anEnvironmentIsOnlyEverTouchedAfterAllBeforeItSucceeded(
      @ForAll("histories") List<Release> steps) {
    Set<EnvironmentStatus> untouched =
        EnumSet.of(EnvironmentStatus.PENDING, EnvironmentStatus.SKIPPED);
    for (Release release : steps) {
      for (EnvironmentProgress each : release.environments()) {
        boolean ready =
            DIAMOND.dependenciesOf(each.name()).stream()
                .allMatch(
                    before -> release.environment(before).status() == EnvironmentStatus.SUCCEEDED);
        assertThat(untouched.contains(each.status()) || ready).isTrue();
        assertThat(each.startedAt().isPresent()).isNotEqualTo(untouched.contains(each.status()));
      }
    }
  }

  @Property(tries = 300)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void nothingIsLeftOpenAtTheEnd(@ForAll("histories") List<Release> steps) {
    Release last = steps.get(steps.size() - 1);
    Statistics.collect(last.status());
    if (last.status().isEnd()) {
      assertThat(last.environments())
          .allMatch(each -> each.status().isEnd())
          .allSatisfy(each -> assertThat(each.applications()).allMatch(one -> one.phase().isEnd()));
    }
    for (ReleaseStatus end :
        List.of(ReleaseStatus.SUCCEEDED, ReleaseStatus.FAILED, ReleaseStatus.TERMINATED)) {
      Statistics.coverage(reached -> reached.check(end).count(times -> times > 5));
    }
  }

  @Property(tries = 50)
  void aReleaseWaitsForSomethingUnlessItIsClosed(@ForAll("histories") List<Release> steps) {
    for (Release release : steps) {
      Explanation explanation = Explanation.of(release, release.changedAt());
      assertThat(explanation.waits().isEmpty()).isEqualTo(release.isClosed());
    }
  }

  /** Walks at random: of the events that could be next in any release, those that are legal. */
  @Provide
  Arbitrary<List<Release>> histories() {
    return Arbitraries.randomValue(ReleaseLawsTest::history);
  }

  private static List<Release> history(Random random) {
    List<Release> steps = new ArrayList<>(List.of(ReleaseStory.of(DIAMOND, "qa-us").release()));
    boolean moved = true;
    while (moved && steps.size() < 80) {
      List<ReleaseEvent> candidates = candidates(random);
      Collections.shuffle(candidates, random);
      moved = candidates.stream().anyMatch(event -> applied(steps, event));
    }
    return steps;
  }

  private static boolean applied(List<Release> steps, ReleaseEvent event) {
    Release last = steps.get(steps.size() - 1);
    try {
      return steps.add(
          last.apply(
              new RecordedEvent(
                  last.version() + 1, last.changedAt().plusSeconds(1), event, last.seal())));
    } catch (IllegalStateException | IllegalArgumentException illegal) {
      return false;
    }
  }

  private static List<ReleaseEvent> candidates(Random random) {
    List<ReleaseEvent> events = new ArrayList<>();
    for (EnvironmentName environment : DIAMOND.environments()) {
      events.add(new EnvironmentStarted(environment));
      for (ApplicationName application :
          List.of(name(environment.value()), second(environment.value()))) {
        for (int attempt = 1; attempt < 4; attempt++) {
          events.add(new CommitIntended(environment, application, intent(attempt)));
          events.add(new CommitLanded(environment, application, commit(100 + attempt)));
        }
        events.add(new CommitAbandoned(environment, application));
        events.add(new NothingToChange(environment, application, commit(2)));
        events.add(new ApplicationHealthy(environment, application, commit(2), Instant.EPOCH));
        events.add(new ApplicationSucceeded(environment, application));
        if (random.nextInt(3) == 0) {
          events.add(new ApplicationWaiting(environment, application, REASON));
        }
        if (random.nextInt(20) == 0) {
          events.add(new ApplicationFailed(environment, application, REASON));
        }
      }
    }
    if (random.nextInt(20) == 0) {
      events.add(new TerminationRequested(new Actor("carol"), "too risky"));
      events.add(new DeadlinePassed());
    }
    for (ReleaseStatus status : ReleaseStatus.values()) {
      if (status.isEnd()) {
        events.add(new ReleaseEnded(status, REASON));
      }
    }
    return events;
  }
}
