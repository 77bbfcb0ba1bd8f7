package dev.promotion.testkit;

import static java.util.Objects.requireNonNull;

import dev.promotion.port.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A clock that stands still until a test moves it. Who sleeps by it does not wait: the clock moves
 * on instead, so hours pass in no time.
 *
 * <p>Thread-safe.
 */
public final class TestClock implements Clock {

  private Instant now;

  private TestClock(Instant now) {
    this.now = requireNonNull(now, "now");
  }

  /**
   * Creates a clock that shows the first instant of 2026, always the same.
   *
   * @return a new clock
   */
  public static TestClock create() {
    return at("2026-01-01T00:00:00Z");
  }

  /**
   * Creates a clock.
   *
   * @param now the instant that it shows at first, such as {@code 2026-01-01T00:00:00Z}
   * @return a new clock
   */
  public static TestClock at(String now) {
    return new TestClock(Instant.parse(now));
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  /**
   * Moves the clock on.
   *
   * @param duration how far; not negative
   * @return the instant that it shows now
   * @throws IllegalArgumentException if the duration is negative
   */
  public synchronized Instant advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + duration);
    }
    now = now.plus(duration);
    return now;
  }

  /**
   * Moves the clock on instead of waiting.
   *
   * @param duration how far; it stays where it is if that is zero or negative
   * @throws InterruptedException if the thread is interrupted, as with a clock that waits
   */
  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while asleep");
    }
    if (!duration.isNegative()) {
      advance(duration);
    }
  }

  /** Returns the instant that it shows. */
  @Override
  public String toString() {
    return now().toString();
  }
}
