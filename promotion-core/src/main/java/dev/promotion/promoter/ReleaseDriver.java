package dev.promotion.promoter;

import dev.promotion.port.Clock;
import dev.promotion.port.ReleaseStore;
import dev.promotion.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Drives all open releases of a store in one daemon thread. It does no more than call {@link
 * SequentialPromoter#advance} when a release is due; several drivers, in one process or many, do no
 * harm. A release that fails to advance is tried again later and does not hold up the others.
 *
 * <p>Thread-safe.
 */
public final class ReleaseDriver implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ReleaseDriver.class.getName());

  private final SequentialPromoter promoter;
  private final ReleaseStore store;
  private final Clock clock;
  private final Wakeup wakeup;
  private final Duration poll;
  private final Thread thread;
  private volatile boolean closed;

  private ReleaseDriver(
      SequentialPromoter promoter, ReleaseStore store, Clock clock, Wakeup wakeup, Duration poll) {
    this.promoter = promoter;
    this.store = store;
    this.clock = clock;
    this.wakeup = wakeup;
    this.poll = poll;
    this.thread = new Thread(this::run, "promotion-driver");
    this.thread.setDaemon(true);
  }

  static ReleaseDriver start(
      SequentialPromoter promoter, ReleaseStore store, Clock clock, Wakeup wakeup, Duration poll) {
    ReleaseDriver driver = new ReleaseDriver(promoter, store, clock, wakeup, poll);
    driver.thread.start();
    return driver;
  }

  /**
   * Stops the thread and waits until the step that it is at has ended. Releases are left as they
   * are. Calling it again does nothing.
   */
  @Override
  public void close() {
    closed = true;
    wakeup.signal();
    boolean interrupted = false;
    while (thread.isAlive() && thread != Thread.currentThread()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Map<ReleaseId, Instant> due = new HashMap<>();
    int latest = wakeup.latest();
    while (!closed) {
      round(due);
      try {
        wakeup.await(latest, untilNext(due));
      } catch (InterruptedException stop) {
        return;
      }
      latest = wakeup.latest();
    }
  }

  private void round(Map<ReleaseId, Instant> due) {
    try {
      List<ReleaseId> open = store.open();
      due.keySet().retainAll(open);
      for (ReleaseId release : open) {
        if (closed) {
          return;
        }
        if (!due.getOrDefault(release, Instant.MIN).isAfter(clock.now())) {
          due.put(release, visit(release));
        }
      }
    } catch (RuntimeException | Error broken) {
      LOG.log(
          System.Logger.Level.WARNING, "the open releases cannot be read; trying again", broken);
    }
  }

  /** One release must not be able to stop the others, whatever it throws. */
  private Instant visit(ReleaseId release) {
    try {
      return promoter.advance(release).at().orElse(Instant.MAX);
    } catch (RuntimeException | Error broken) {
      LOG.log(
          System.Logger.Level.WARNING,
          "release " + release + " could not be advanced; trying again",
          broken);
      return clock.now().plus(poll);
    }
  }

  private Duration untilNext(Map<ReleaseId, Instant> due) {
    Instant next = clock.now().plus(poll);
    for (Instant each : due.values()) {
      next = each.isBefore(next) ? each : next;
    }
    return Duration.between(clock.now(), next);
  }
}
