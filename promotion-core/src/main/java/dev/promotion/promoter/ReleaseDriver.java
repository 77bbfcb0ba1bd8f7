package dev.promotion.promoter;

import dev.promotion.internal.text.Texts;
import dev.promotion.port.Clock;
import dev.promotion.port.ReleaseStore;
import dev.promotion.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Drives all open releases of a store in one daemon thread. It does no more than call {@link
 * SequentialPromoter#advance} when a release is due; several drivers, in one process or many, do no
 * harm. A release that fails to advance is tried again later and does not hold up the others; nor
 * does one whose adapter hangs: after 30 seconds another thread goes on with the others, and this
 * release goes on when the adapter does.
 *
 * <p>Thread-safe.
 */
public final class ReleaseDriver implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ReleaseDriver.class.getName());

  /** How long a step may take before another thread goes on with the other releases. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** More than these wait in line, so that the threads have a bound. */
  private static final int MOST_HUNG = 64;

  private final SequentialPromoter promoter;
  private final ReleaseStore store;
  private final Clock clock;
  private final Wakeup wakeup;
  private final Duration poll;
  private final Duration patience;
  private final Map<ReleaseId, Instant> due = new ConcurrentHashMap<>();
  private final Set<ReleaseId> hung = ConcurrentHashMap.newKeySet();
  private volatile Shift shift = new Shift();
  private volatile boolean closed;

  private ReleaseDriver(
      SequentialPromoter promoter,
      ReleaseStore store,
      Clock clock,
      Wakeup wakeup,
      Duration poll,
      Duration patience) {
    this.promoter = promoter;
    this.store = store;
    this.clock = clock;
    this.wakeup = wakeup;
    this.poll = poll;
    this.patience = patience;
  }

  static ReleaseDriver start(
      SequentialPromoter promoter,
      ReleaseStore store,
      Clock clock,
      Wakeup wakeup,
      Duration poll,
      Duration patience) {
    ReleaseDriver driver = new ReleaseDriver(promoter, store, clock, wakeup, poll, patience);
    driver.shift.thread.start();
    return driver;
  }

  /**
   * Stops the thread and waits until the step that it is at has ended, or hangs. Releases are left
   * as they are. Calling it again does nothing.
   */
  @Override
  public void close() {
    closed = true;
    wakeup.signal();
    boolean interrupted = false;
    boolean over = false;
    while (!over) {
      try {
        over = shift.isOver();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "promotion-driver");
    thread.setDaemon(true);
    return thread;
  }

  /** Has a thread that drives until it is relieved, or the driver is closed. */
  private final class Shift implements Runnable {

    private final Thread thread = daemon(this);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Waits until it has ended, and tells whether no other follows. */
    boolean isOver() throws InterruptedException {
      if (thread == Thread.currentThread()) {
        return true;
      }
      ended.await();
      if (this == shift) {
        thread.join();
      }
      return this == shift;
    }

    boolean isOn() {
      return !closed && this == shift;
    }

    @Override
    public void run() {
      try {
        int latest = wakeup.latest();
        while (isOn()) {
          round();
          wakeup.await(latest, untilNext());
          latest = wakeup.latest();
        }
      } catch (InterruptedException stop) {
        LOG.log(System.Logger.Level.DEBUG, "the driver was interrupted and ends");
      } finally {
        ended.countDown();
      }
    }

    private void round() {
      try {
        List<ReleaseId> open = store.open();
        due.keySet().retainAll(open);
        for (ReleaseId release : open) {
          if (!isOn()) {
            return;
          }
          boolean isDue = !due.getOrDefault(release, Instant.MIN).isAfter(clock.now());
          if (isDue && !hung.contains(release)) {
            step(release);
          }
        }
      } catch (RuntimeException | Error broken) {
        LOG.log(
            System.Logger.Level.WARNING, "the open releases cannot be read; trying again", broken);
      }
    }

    private void step(ReleaseId release) {
      CompletableFuture<Instant> step = new CompletableFuture<>();
      step.copy()
          .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
          .exceptionally(
              late -> {
                relieve(release, step);
                return Instant.MAX;
              });
      Instant next = visit(release);
      end(release, step, next);
    }

    /** Has another thread go on without a release whose step hangs. */
    private void relieve(ReleaseId release, CompletableFuture<Instant> step) {
      synchronized (due) {
        if (step.isDone() || hung.size() == MOST_HUNG) {
          return;
        }
        hung.add(release);
        shift = new Shift();
        if (closed) {
          shift.ended.countDown();
        } else {
          shift.thread.start();
        }
      }
      ended.countDown();
      LOG.log(
          System.Logger.Level.WARNING,
          "release "
              + release
              + " has been in an adapter for more than "
              + Texts.span(patience)
              + "; the others go on without it");
    }

    private void end(ReleaseId release, CompletableFuture<Instant> step, Instant next) {
      synchronized (due) {
        due.put(release, next);
        hung.remove(release);
        step.complete(next);
      }
      if (this != shift) {
        wakeup.signal();
      }
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

  private Duration untilNext() {
    Instant next = clock.now().plus(poll);
    for (Map.Entry<ReleaseId, Instant> each : due.entrySet()) {
      boolean sooner = each.getValue().isBefore(next) && !hung.contains(each.getKey());
      next = sooner ? each.getValue() : next;
    }
    return Duration.between(clock.now(), next);
  }
}
