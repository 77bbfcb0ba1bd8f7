package dev.promotion.testkit.simulation;

import dev.promotion.release.ReleaseStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Adds up runs. Not thread-safe. */
final class Totals {

  /** A promise that was broken: how often, and in which run first. */
  static final class Breach {

    private long runs;
    private long seed;
    private Map<Long, Disturbance> happened;

    Breach(long seed, Map<Long, Disturbance> happened) {
      this.seed = seed;
      this.happened = happened;
    }

    long runs() {
      return runs;
    }

    long seed() {
      return seed;
    }

    Map<Long, Disturbance> happened() {
      return happened;
    }

    /** The run with the fewest disturbances is kept. */
    private void add(long more, long otherSeed, Map<Long, Disturbance> other) {
      runs += more;
      if (other.size() < happened.size() || (other.size() == happened.size() && otherSeed < seed)) {
        seed = otherSeed;
        happened = other;
      }
    }
  }

  private final HitCounts hits = new HitCounts();
  private final Map<String, Long> reached = new TreeMap<>();
  private final Map<ReleaseStatus, Long> ends = new EnumMap<>(ReleaseStatus.class);
  private final Map<String, Breach> breaches = new TreeMap<>();
  private long runs;
  private long moments;
  private long events;
  private long trace;

  void add(long seed, Outcome outcome) {
    runs++;
    moments += outcome.moments();
    events += outcome.events();
    trace += outcome.trace() * (2 * seed + 1);
    hits.add(outcome.hits());
    outcome.reached().forEach((event, count) -> reached.merge(event, count, Long::sum));
    outcome.ends().forEach((end, count) -> ends.merge(end, count, Long::sum));
    outcome
        .violation()
        .ifPresent(
            each ->
                breaches
                    .computeIfAbsent(
                        each.promise(), promise -> new Breach(seed, outcome.happened()))
                    .add(1, seed, outcome.happened()));
  }

  void add(Totals other) {
    runs += other.runs;
    moments += other.moments;
    events += other.events;
    trace += other.trace;
    hits.add(other.hits);
    other.reached.forEach((event, count) -> reached.merge(event, count, Long::sum));
    other.ends.forEach((end, count) -> ends.merge(end, count, Long::sum));
    other.breaches.forEach(
        (promise, breach) ->
            breaches
                .computeIfAbsent(promise, key -> new Breach(breach.seed, breach.happened))
                .add(breach.runs, breach.seed, breach.happened));
  }

  long runs() {
    return runs;
  }

  long moments() {
    return moments;
  }

  long events() {
    return events;
  }

  long trace() {
    return trace;
  }

  HitCounts hits() {
    return hits;
  }

  Map<String, Long> reached() {
    return reached;
  }

  Map<ReleaseStatus, Long> ends() {
    return ends;
  }

  Map<String, Breach> breaches() {
    return breaches;
  }
}
