package dev.promotion.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.EventCodec;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.release.StoredEvent;
import dev.promotion.testkit.PromotionScenario;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Products of a size that few will ever have take seconds, not minutes. */
class ScaleTest {

  private static final int ENVIRONMENTS = 10;
  private static final Duration PLAN = Duration.ofSeconds(10);
  private static final int RECORDS = (int) Proof.size(10_000, 100_000);
  private static final Duration REPLAY = Duration.ofSeconds(Proof.size(1, 10));

  @Test
  void aThousandApplicationsInTenEnvironmentsAreEachPromotedOnce() {
    PromotionScenario scenario = scenario(111);

    Release release = scenario.trigger();

    assertThat(release.status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    assertThat(release.environments())
        .hasSize(ENVIRONMENTS)
        .flatExtracting(each -> each.applications())
        .hasSize(1_000)
        .extracting(ApplicationProgress::commit)
        .doesNotHaveDuplicates();
    assertThat(release.events())
        .filteredOn(each -> each.event() instanceof CommitLanded)
        .hasSize(999);
    assertThat(scenario.repository().log("main")).hasSize(999 + 2);
    assertThat(scenario.text("env-9", "values.yaml"))
        .isEqualTo(scenario.text("env-0", "values.yaml"));
  }

  @Test
  void aThousandApplicationsInEachOfNineEnvironmentsArePlannedInSeconds() {
    PromotionScenario scenario = scenario(1_000);

    Release release = within(PLAN, "plan of 9,000 targets", scenario::start);

    assertThat(release.plan().targets()).hasSize(9_000);
  }

  @Test
  void manyRecordsAreReadAndReplayedInASecond() {
    List<StoredEvent> stored = waitingForAges().stream().map(EventCodec::write).toList();

    Release release =
        within(
            REPLAY,
            "replay of " + RECORDS + " records",
            () -> Release.replay(EventCodec.read(stored)));

    assertThat(release.version()).isEqualTo(RECORDS);
    assertThat(release.status()).isEqualTo(ReleaseStatus.RUNNING);
  }

  /** A release whose cluster says something else each time that it is asked. */
  private static List<RecordedEvent> waitingForAges() {
    PromotionScenario scenario = scenario(1);
    Release release = scenario.start();
    List<RecordedEvent> events = new ArrayList<>(release.events());
    ApplicationProgress source = release.environments().get(0).applications().get(0);
    RecordedEvent newest =
        release.next(
            scenario.clock().now(), new EnvironmentStarted(release.environments().get(0).name()));
    events.add(newest);
    while (events.size() < RECORDS) {
      newest =
          newest.next(
              scenario.clock().advance(Duration.ofSeconds(1)),
              new ApplicationWaiting(
                  release.environments().get(0).name(),
                  source.application().name(),
                  new Problem(ProblemCode.HEALTH_UNKNOWN, "", "no answer " + events.size())));
      events.add(newest);
    }
    return events;
  }

  /** A chain of environments; all but the first have so many applications. */
  private static PromotionScenario scenario(int applications) {
    PromotionFlow flow =
        PromotionFlow.of(
            "scale",
            "env-0",
            IntStream.range(1, ENVIRONMENTS)
                .mapToObj(number -> FlowStep.of("env-" + number, "env-" + (number - 1)))
                .toArray(FlowStep[]::new));
    PromotionScenario.Outline outline = PromotionScenario.of(flow);
    for (int number = 1; number < ENVIRONMENTS; number++) {
      outline.applications("env-" + number, applications);
    }
    return outline.product("shop");
  }

  /** Measures the time of the processor: the machine may be busy with something else. */
  private static <T> T within(Duration longest, String what, Supplier<T> work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    T result = work.get();
    Duration took =
        Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    System.out.println(what + ": " + took.toMillis() + " ms");
    assertThat(took).as(what).isLessThan(longest);
    return result;
  }
}
