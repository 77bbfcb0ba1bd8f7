package dev.promotion.testkit.simulation;

import dev.promotion.port.ReleaseStore;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one run.
 *
 * @param violation the promise that was broken, if any
 * @param moments how many calls to ports there were
 * @param happened what went wrong, by moment
 * @param hits what went wrong, by call
 * @param reached how often each kind of event was recorded
 * @param ends how many releases ended how
 * @param events how many events were recorded
 * @param trace a number that two equal runs share
 * @param releases the releases as they are in the end
 */
record Outcome(
    Optional<Violation> violation,
    long moments,
    Map<Long, Disturbance> happened,
    HitCounts hits,
    Map<String, Long> reached,
    Map<ReleaseStatus, Long> ends,
    long events,
    long trace,
    List<Release> releases) {

  static Outcome of(World world, Turbulence turbulence, Optional<Violation> violation) {
    Map<ReleaseStatus, Long> ends = new EnumMap<>(ReleaseStatus.class);
    List<Release> releases = new ArrayList<>();
    long events = 0;
    long trace = turbulence.moments();
    for (Account each : world.referee().accounts()) {
      List<RecordedEvent> recorded = events(world.store(), each.id());
      events += recorded.size();
      for (RecordedEvent event : recorded) {
        trace = trace * 31 + event.at().toEpochMilli();
        trace = trace * 31 + event.event().getClass().getSimpleName().hashCode();
      }
      each.end().ifPresent(end -> ends.merge(end, 1L, Long::sum));
      for (Account.Entry entry : each.entries().values()) {
        trace += entry.written().map(commit -> commit.value().hashCode()).orElse(0);
      }
      replayed(recorded).ifPresent(releases::add);
    }
    return new Outcome(
        violation,
        turbulence.moments(),
        Map.copyOf(turbulence.happened()),
        turbulence.hits(),
        Map.copyOf(world.referee().reached()),
        ends,
        events,
        trace,
        List.copyOf(releases));
  }

  /** A wrong store may give back what is no release. */
  private static Optional<Release> replayed(List<RecordedEvent> recorded) {
    try {
      return recorded.isEmpty() ? Optional.empty() : Optional.of(Release.replay(recorded));
    } catch (IllegalArgumentException | IllegalStateException broken) {
      return Optional.empty();
    }
  }

  private static List<RecordedEvent> events(ReleaseStore store, ReleaseId release) {
    return store.load(release);
  }
}
