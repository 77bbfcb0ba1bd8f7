package dev.promotion.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;

/** Lets entrants take turns: in a new random order each round, and some times in a row. */
final class Turns {

  private final Map<String, IntSupplier> entrants;
  private final int burst;
  private final Random order = new Random(1);
  private final Measurements measurements = new Measurements();

  private Turns(Map<String, IntSupplier> entrants, int burst) {
    this.entrants = entrants;
    this.burst = burst;
  }

  /** Measures some rounds, after a third as many that warm up; each entrant has to do something. */
  static Measurements measure(Map<String, IntSupplier> entrants, int burst, int rounds) {
    Turns turns = new Turns(entrants, burst);
    for (int round = -rounds / 3; round < rounds; round++) {
      turns.round();
      if (round == -1) {
        turns.measurements.clear();
      }
    }
    return turns.measurements;
  }

  private void round() {
    List<Map.Entry<String, IntSupplier>> turns = new ArrayList<>(entrants.entrySet());
    Collections.shuffle(turns, order);
    for (Map.Entry<String, IntSupplier> turn : turns) {
      List<Double> taken = new ArrayList<>();
      for (int each = 0; each < burst; each++) {
        long start = System.nanoTime();
        int result = turn.getValue().getAsInt();
        taken.add((System.nanoTime() - start) / 1e6);
        if (result <= 0) {
          throw new IllegalStateException(turn.getKey() + " did nothing");
        }
      }
      measurements.add(turn.getKey(), taken);
    }
  }
}
