package dev.promotion.testkit.simulation;

import dev.promotion.testkit.fault.PortCall;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the calls, and what went wrong at them. Not thread-safe. */
final class HitCounts {

  private final Map<String, Long> calls = new TreeMap<>();
  private final Map<String, Map<Disturbance, Long>> hits = new TreeMap<>();

  void called(PortCall call) {
    calls.merge(call.toString(), 1L, Long::sum);
  }

  void hit(PortCall call, Disturbance disturbance) {
    hits.computeIfAbsent(call.toString(), key -> new EnumMap<>(Disturbance.class))
        .merge(disturbance, 1L, Long::sum);
  }

  void add(HitCounts other) {
    other.calls.forEach((call, count) -> calls.merge(call, count, Long::sum));
    other.hits.forEach(
        (call, counts) ->
            counts.forEach(
                (disturbance, count) ->
                    hits.computeIfAbsent(call, key -> new EnumMap<>(Disturbance.class))
                        .merge(disturbance, count, Long::sum)));
  }

  Map<String, Long> calls() {
    return calls;
  }

  long total() {
    return hits.values().stream()
        .flatMap(each -> each.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  long of(String call, Disturbance disturbance) {
    return hits.getOrDefault(call, Map.of()).getOrDefault(disturbance, 0L);
  }
}
