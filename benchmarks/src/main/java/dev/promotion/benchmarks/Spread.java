package dev.promotion.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The middle and the ends of some measurements.
 *
 * @param median half are below, half above
 * @param least the smallest
 * @param most the greatest
 */
record Spread(double median, double least, double most) {

  /** Summarizes measurements, of which there must be one at least. */
  static Spread of(List<Double> measured) {
    List<Double> sorted = new ArrayList<>(measured);
    Collections.sort(sorted);
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(size - 1));
  }

  /** Divides two series pair by pair: what was measured in the same round belongs together. */
  static Spread ofRatios(List<Double> numerators, List<Double> denominators) {
    if (numerators.size() != denominators.size()) {
      throw new IllegalArgumentException(
          numerators.size() + " measurements cannot be paired with " + denominators.size());
    }
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < numerators.size(); round++) {
      ratios.add(numerators.get(round) / denominators.get(round));
    }
    return of(ratios);
  }
}
