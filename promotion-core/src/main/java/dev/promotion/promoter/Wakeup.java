package dev.promotion.promoter;

import java.time.Duration;

/** Lets the driver sleep until something is to be done, or somebody calls. Thread-safe. */
final class Wakeup {

  private boolean called;

  synchronized void signal() {
    called = true;
    notifyAll();
  }

  synchronized void await(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    long left = end - System.nanoTime();
    while (!called && left > 0) {
      wait(left / 1_000_000, (int) (left % 1_000_000));
      left = end - System.nanoTime();
    }
    called = false;
  }
}
