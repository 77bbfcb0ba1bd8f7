package dev.promotion.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.testkit.fault.PortCall;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The whole promoter under everything at once. The run is invalid, and fails, if it did not reach
 * what it is there for.
 */
class SimulationProofTest {

  private static final int SHAPES = 60;
  private static final long LEAST_HITS = 100;
  private static final long LEAST_EVENTS = 20;

  @SimulationTest
  void noPromiseIsEverBroken(PromotionSimulation simulation) {
    SimulationReport report =
        simulation
            .scenes(Scenes.random(SHAPES))
            .seeds(Long.getLong("promotion.simulation.seeds", Proof.size(100_000, 10_000_000)))
            .check();

    System.out.println(report);
    assertEveryFaultWasReached(report);
    assertEveryEventWasReached(report);
  }

  private static void assertEveryFaultWasReached(SimulationReport report) {
    for (PortCall call : AllCalls.list()) {
      for (Disturbance each : Disturbance.values()) {
        if (each.fits(call) && each.isFault()) {
          assertThat(report.hits(call.toString(), each))
              .as("%s at %s", each, call)
              .isGreaterThanOrEqualTo(LEAST_HITS);
        }
      }
    }
    for (Disturbance each : Disturbance.values()) {
      assertThat(
              report.callsByMethod().keySet().stream().mapToLong(c -> report.hits(c, each)).sum())
          .as("%s", each)
          .isGreaterThanOrEqualTo(LEAST_HITS);
    }
  }

  private static void assertEveryEventWasReached(SimulationReport report) {
    List<String> events =
        Arrays.stream(ReleaseEvent.class.getDeclaredClasses())
            .filter(Class::isRecord)
            .map(Class::getSimpleName)
            .toList();
    assertThat(events).hasSizeGreaterThan(10);
    for (String each : events) {
      assertThat(report.reached().getOrDefault(each, 0L))
          .as(each)
          .isGreaterThanOrEqualTo(LEAST_EVENTS);
    }
    assertThat(report.ends().keySet())
        .contains(ReleaseStatus.SUCCEEDED, ReleaseStatus.FAILED, ReleaseStatus.TERMINATED);
  }

  @Test
  void everyMethodOfAPortCanBeDisturbed() {
    assertThat(AllCalls.ofPorts()).containsExactlyInAnyOrderElementsOf(AllCalls.disturbed());
  }
}
