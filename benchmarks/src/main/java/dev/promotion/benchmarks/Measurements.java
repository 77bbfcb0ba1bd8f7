package dev.promotion.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured in one repository: milliseconds, for each strategy and round. */
final class Measurements {

  private final Map<String, List<List<Double>>> taken = new LinkedHashMap<>();

  /** Adds all promotions of a round, in their order. */
  void add(String strategy, List<Double> round) {
    taken.computeIfAbsent(strategy, name -> new ArrayList<>()).add(List.copyOf(round));
  }

  /** Forgets what was measured so far. */
  void clear() {
    taken.clear();
  }

  /** Returns the strategies in the order of their first round. */
  List<String> strategies() {
    return List.copyOf(taken.keySet());
  }

  /** Returns the median of each round; empty if there is no such strategy. */
  List<Double> rounds(String strategy) {
    return of(strategy).stream().map(round -> Spread.of(round).median()).toList();
  }

  /** Returns the first promotion of each round, which finds caches cold. */
  List<Double> firsts(String strategy) {
    return of(strategy).stream().map(round -> round.get(0)).toList();
  }

  /** Returns the mean of all promotions: housekeeping, which comes now and then, is in it. */
  double mean(String strategy) {
    return of(strategy).stream()
        .flatMap(List::stream)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  private List<List<Double>> of(String strategy) {
    return taken.getOrDefault(strategy, List.of());
  }
}
