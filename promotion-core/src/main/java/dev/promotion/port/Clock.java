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
   * @param duration how long; nothing happens if it is zero or negative
   * @throws InterruptedException if the thread is interrupted
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
