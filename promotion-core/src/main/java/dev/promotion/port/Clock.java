package dev.promotion.port;

import java.time.Duration;
import java.time.Instant;

/**
 * The time, and waiting for it. A test moves its own.
 *
 * <p>Thread-safe.
 */
public interface Clock {

  /**
   * Returns the present.
   *
   * @return now
   */
  Instant now();

  /**
   * Waits.
   *
   * @param duration how long; it does not wait if that is zero or negative
   * @throws InterruptedException if the thread is interrupted, also where there is nothing to wait
   *     for: who only ever comes too late must still be able to be stopped
   */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * Returns the clock of the machine.
   *
   * @return a clock that really waits
   */
  static Clock system() {
    return SystemClock.INSTANCE;
  }
}
