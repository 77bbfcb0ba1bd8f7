package dev.promotion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Some strategies that make the same promotions in turn, each in its own copy of one repository.
 * After each promotion the commit is compared with the one that the reference made of it.
 */
final class Contest {

  private final List<Strategy> strategies;
  private final Promotions promotions;
  private final FloorStrategy reference;
  private final Measurements measurements;
  private final Random order;

  Contest(
      List<Strategy> strategies,
      Promotions promotions,
      FloorStrategy reference,
      Measurements measurements) {
    this.strategies = List.copyOf(strategies);
    this.promotions = promotions;
    this.reference = reference;
    this.measurements = measurements;
    this.order = new Random(strategies.size());
  }

  /** Lets every strategy make so many promotions. */
  void round(int length) throws IOException {
    List<List<Double>> taken = new ArrayList<>();
    strategies.forEach(strategy -> taken.add(new ArrayList<>()));
    for (int each = 0; each < length; each++) {
      Promotion promotion = promotions.next();
      reference.prepare(promotion);
      reference.promote(promotion);
      for (int next : shuffled()) {
        taken.get(next).add(milliseconds(strategies.get(next), promotion));
      }
    }
    for (int at = 0; at < taken.size(); at++) {
      measurements.add(strategies.get(at).name(), taken.get(at));
    }
  }

  private double milliseconds(Strategy strategy, Promotion promotion) throws IOException {
    strategy.prepare(promotion);
    long start = System.nanoTime();
    strategy.promote(promotion);
    long end = System.nanoTime();
    strategy.tidy();
    String made = Files.readString(GeneratedRepository.ref(strategy.repository())).strip();
    if (!made.equals(reference.commit())) {
      throw new IllegalStateException(
          strategy.name() + " made " + made + " of " + promotion + ", not " + reference.commit());
    }
    return (end - start) / 1e6;
  }

  /** A new order each time, so that none always comes after the same other one. */
  private List<Integer> shuffled() {
    List<Integer> indexes = new ArrayList<>();
    for (int at = 0; at < strategies.size(); at++) {
      indexes.add(at);
    }
    Collections.shuffle(indexes, order);
    return indexes;
  }
}
