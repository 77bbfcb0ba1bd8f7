package dev.promotion.promoter;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets the driver sleep until something is to be done, or somebody calls. Thread-safe. */
final class Wakeup {

  private final Semaphore calls = new Semaphore(0);

  /** Wakes who sleeps; if nobody does, the next one does not fall asleep. */
  void signal() {
    calls.release();
  }

  void await(Duration atMost) throws InterruptedException {
    if (calls.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      calls.drainPermits();
    }
  }
}
