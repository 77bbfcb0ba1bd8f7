package dev.promotion.testkit.simulation;

import dev.promotion.port.Clock;
import dev.promotion.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;

/** The clock of one process, which may be wrong. Not thread-safe. */
final class SkewedClock implements Clock {

  private final TestClock real;
  private Duration skew = Duration.ZERO;

  SkewedClock(TestClock real) {
    this.real = real;
  }

  void set(Duration skew) {
    this.skew = skew;
  }

  @Override
  public Instant now() {
    return real.now().plus(skew);
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    real.sleep(duration);
  }
}
