package dev.promotion.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Looks for the fewest disturbances that break the same promise: leaves out half of them, a
 * quarter, down to each alone, for as long as that helps.
 */
final class Shrinker {

  private static final int MOST_RUNS = 500;

  private final Function<Replay, Outcome> run;
  private final String promise;
  private int runs;

  Shrinker(Function<Replay, Outcome> run, String promise) {
    this.run = run;
    this.promise = promise;
  }

  /** Returns the smallest run found that breaks the promise. */
  Replay shrunk(long seed, Map<Long, Disturbance> happened) {
    Map<Long, Disturbance> smallest = new TreeMap<>(happened);
    if (!breaks(seed, smallest)) {
      return Replay.of(seed);
    }
    int chunk = Math.max(1, smallest.size() / 2);
    while (runs < MOST_RUNS) {
      Map<Long, Disturbance> smaller = without(seed, smallest, chunk);
      boolean helped = smaller.size() < smallest.size();
      smallest = smaller;
      if (!helped && chunk == 1) {
        break;
      }
      chunk = helped ? Math.min(chunk, Math.max(1, smallest.size() / 2)) : chunk / 2;
    }
    return Replay.of(seed, smallest);
  }

  private Map<Long, Disturbance> without(
      long seed, Map<Long, Disturbance> disturbances, int chunk) {
    Map<Long, Disturbance> smallest = disturbances;
    List<Long> moments = new ArrayList<>(disturbances.keySet());
    for (int from = 0; from < moments.size() && runs < MOST_RUNS; from += chunk) {
      Map<Long, Disturbance> attempt = new TreeMap<>(smallest);
      attempt.keySet().removeAll(moments.subList(from, Math.min(from + chunk, moments.size())));
      if (breaks(seed, attempt)) {
        smallest = attempt;
      }
    }
    return smallest;
  }

  private boolean breaks(long seed, Map<Long, Disturbance> disturbances) {
    runs++;
    return run.apply(Replay.of(seed, disturbances))
        .violation()
        .filter(each -> each.promise().equals(promise))
        .isPresent();
  }
}
