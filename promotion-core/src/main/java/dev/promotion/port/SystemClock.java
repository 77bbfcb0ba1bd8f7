package dev.promotion.port;

import java.time.Duration;
import java.time.Instant;

/** The clock of the machine; the one class of the core that reads it. */
enum SystemClock implements Clock {
  INSTANCE;

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Duration wait = duration.isNegative() ? Duration.ZERO : duration;
    Thread.sleep(wait.toMillis(), wait.toNanosPart() % 1_000_000);
  }
}
