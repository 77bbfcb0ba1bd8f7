package dev.promotion.testkit.simulation;

import java.util.List;

/**
 * Random numbers that follow from a seed and a moment alone. So leaving out what happened at one
 * moment does not change the throws at another. Not thread-safe.
 */
final class Dice {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed) {
    return new Dice(mixed(seed + GOLDEN));
  }

  static Dice of(long seed, long moment) {
    return new Dice(mixed(mixed(seed + GOLDEN) + moment * GOLDEN));
  }

  long next() {
    state += GOLDEN;
    return mixed(state);
  }

  /** Returns a number from 0 up to, but not including, a bound. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /** Returns true in so many of a million throws. */
  boolean inMillion(int share) {
    return below(1_000_000) < share;
  }

  <T> T any(List<T> some) {
    return some.get(below(some.size()));
  }

  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
