package dev.promotion.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every call of every shape, times every kind of fault; then every pair of crashes. */
class ExhaustiveFaultsTest {

  private static final Set<Disturbance> TEN_KINDS =
      EnumSet.of(
          Disturbance.CRASH_BEFORE,
          Disturbance.CRASH_AFTER,
          Disturbance.REQUEST_LOST,
          Disturbance.REPLY_LOST,
          Disturbance.DELAYED,
          Disturbance.DUPLICATED,
          Disturbance.TRANSIENT_ERROR,
          Disturbance.LASTING_ERROR,
          Disturbance.STALE_READ,
          Disturbance.HANG);

  private static final List<Disturbance> CRASHES =
      List.of(Disturbance.CRASH_BEFORE, Disturbance.CRASH_AFTER);

  @Test
  void anySingleFaultAtAnyCallChangesNothing() {
    Map<Disturbance, Long> reached = new EnumMap<>(Disturbance.class);
    List<Scene> shapes = Scenes.twentyFive();
    long runs =
        Parallel.sum(
            shapes,
            scene -> {
              ExhaustiveRun run = new ExhaustiveRun(scene, 1);
              for (long moment = 0; moment < run.moments(); moment++) {
                for (Disturbance fault : TEN_KINDS) {
                  long before = run.reached();
                  run.same(Map.of(moment, fault));
                  count(reached, fault, run.reached() - before);
                }
              }
              return run.runs();
            });

    System.out.println(runs + " runs with one fault in " + shapes.size() + " shapes: " + reached);
    assertThat(shapes).hasSize(25);
    assertThat(reached.keySet()).isEqualTo(TEN_KINDS);
    assertThat(runs).isGreaterThan(Proof.size(30_000, 30_000));
  }

  @Test
  void anyTwoCrashesChangeNothing() {
    List<Scene> shapes = Proof.isOfRelease() ? Scenes.small() : List.of(Scenes.plain());
    long runs = Parallel.sum(shapes, ExhaustiveFaultsTest::pairs);

    System.out.println(runs + " pairs of crashes in " + shapes.size() + " shapes");
    assertThat(runs).isGreaterThan(Proof.size(19_000, 500_000));
  }

  private static long pairs(Scene scene) {
    ExhaustiveRun run = new ExhaustiveRun(scene, 1);
    long before = 0;
    for (long first = 0; first < run.moments(); first++) {
      for (Disturbance one : CRASHES) {
        long moments = run.same(Map.of(first, one)).moments();
        for (long second = first + 1; second < moments; second++) {
          for (Disturbance other : CRASHES) {
            run.same(Map.of(first, one, second, other));
            before++;
          }
        }
      }
    }
    return before;
  }

  @Test
  void anyThreeCrashesInTheLastStepsChangeNothing() {
    ExhaustiveRun run = new ExhaustiveRun(Scenes.small().get(1), 1);
    int first = Proof.isOfRelease() ? 0 : (int) run.moments() / 2;
    int last = (int) Math.min(run.moments(), first + Proof.size(12, 60));
    List<Integer> starts = IntStream.range(first, last).boxed().toList();
    long runs = Parallel.sum(starts, ExhaustiveFaultsTest::triples);

    System.out.println(runs + " triples of crashes");
    assertThat(runs).isGreaterThan(Proof.size(1_000, 64_000));
  }

  private static long triples(int first) {
    ExhaustiveRun run = new ExhaustiveRun(Scenes.small().get(1), 1);
    long until = (long) first + Proof.size(12, 60);
    long runs = 0;
    for (long second = 1L + first; second < until; second++) {
      for (long third = second + 1; third < until; third++) {
        for (List<Disturbance> kinds : eachThree()) {
          run.same(Map.of((long) first, kinds.get(0), second, kinds.get(1), third, kinds.get(2)));
          runs++;
        }
      }
    }
    return runs;
  }

  private static List<List<Disturbance>> eachThree() {
    List<List<Disturbance>> all = new ArrayList<>();
    for (Disturbance one : CRASHES) {
      for (Disturbance two : CRASHES) {
        for (Disturbance three : CRASHES) {
          all.add(List.of(one, two, three));
        }
      }
    }
    return all;
  }

  private static void count(Map<Disturbance, Long> reached, Disturbance fault, long more) {
    synchronized (reached) {
      if (more > 0) {
        reached.merge(fault, more, Long::sum);
      }
    }
  }
}
