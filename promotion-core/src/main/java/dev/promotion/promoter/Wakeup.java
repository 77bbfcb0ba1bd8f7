package dev.promotion.promoter;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets drivers sleep until something is to be done, or somebody calls. Thread-safe. */
final class Wakeup {

  private final Phaser calls = new Phaser(1);

  /**
   * Wakes all that sleep; who has not looked since then does not fall asleep. One at a time, since
   * the one party may not arrive again before the phase is over.
   */
  synchronized void signal() {
    calls.arrive();
  }

  /** Returns the number of the latest call, to be taken before looking what is to be done. */
  int latest() {
    return calls.getPhase();
  }

  /** Sleeps until a call that is later than a known one, or until the time, if any, is over. */
  void await(int known, Duration atMost) throws InterruptedException {
    try {
      calls.awaitAdvanceInterruptibly(known, atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException overslept) {
      // Nobody called.
    }
  }
}
