package dev.promotion.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever others do, at any point of a release: every promise is kept, and the release ends. */
class OutsideActorsTest {

  /** What changes nothing about the release: it succeeds as if nothing had happened. */
  private static final Set<Disturbance> HARMLESS =
      EnumSet.of(
          Disturbance.OTHER_PATH_EDITED,
          Disturbance.FLOW_EDITED,
          Disturbance.ENVIRONMENT_RENAMED,
          Disturbance.TRIGGERED_AGAIN,
          Disturbance.SYNC_PAUSED,
          Disturbance.HEALTH_UNKNOWN,
          Disturbance.CLUSTER_UNREACHABLE,
          Disturbance.CLUSTER_HEALED);

  private static final List<Disturbance> ACTS =
      Arrays.stream(Disturbance.values()).filter(each -> !each.isFault()).toList();

  @Test
  void whateverOthersDoAtAnyPointEveryPromiseIsKept() {
    Map<Disturbance, Long> reached = new EnumMap<>(Disturbance.class);
    long runs =
        Parallel.sum(
            Scenes.small(),
            scene -> {
              ExhaustiveRun run = new ExhaustiveRun(scene, 2);
              for (long moment = 0; moment < run.moments(); moment++) {
                for (Disturbance act : ACTS) {
                  Map<Long, Disturbance> script = Map.of(moment, act);
                  boolean triggered = moment > TRIGGER_CALLS;
                  Outcome outcome =
                      HARMLESS.contains(act) && triggered ? run.same(script) : run.kept(script);
                  count(reached, outcome);
                }
              }
              return run.runs();
            });

    System.out.println(runs + " runs with one act of others: " + reached);
    assertThat(reached.keySet()).containsExactlyInAnyOrderElementsOf(ACTS);
    assertThat(runs).isGreaterThan(20_000);
  }

  /** Until the release is planned, definitions that change make it another release. */
  private static final long TRIGGER_CALLS = 60;

  @Test
  void anyTwoActsOfOthersKeepEveryPromise() {
    List<Scene> shapes = Proof.isOfRelease() ? Scenes.small() : List.of(Scenes.plain());
    long step = Proof.size(3, 1);
    long runs =
        Parallel.sum(
            shapes,
            scene -> {
              ExhaustiveRun run = new ExhaustiveRun(scene, 2);
              for (long first = 0; first < run.moments(); first += step) {
                for (long second = first + 1; second < run.moments(); second += step) {
                  pair(run, first, second);
                }
              }
              return run.runs();
            });

    System.out.println(runs + " runs with two acts of others");
    assertThat(runs).isGreaterThan(1_000);
  }

  private static void pair(ExhaustiveRun run, long first, long second) {
    Dice dice = Dice.of(first, second);
    for (int each = 0; each < 8; each++) {
      run.kept(Map.of(first, dice.any(ACTS), second, dice.any(ACTS)));
    }
  }

  private static void count(Map<Disturbance, Long> reached, Outcome outcome) {
    synchronized (reached) {
      outcome.happened().values().forEach(each -> reached.merge(each, 1L, Long::sum));
    }
  }
}
