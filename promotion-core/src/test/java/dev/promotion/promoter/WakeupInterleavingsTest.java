package dev.promotion.promoter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.promotion.fixture.Interleavings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Test;

/** Whatever order the steps of callers and sleepers come in, nobody oversleeps a call. */
class WakeupInterleavingsTest {

  private static final Duration AGES = Duration.ofDays(90);

  @Test
  void sleeperLearnsOfEveryCall() {
    Interleavings.explore(
        () -> {
          Wakeup wakeup = new Wakeup();
          AtomicInteger work = new AtomicInteger();
          Thread caller = started(() -> callTwice(wakeup, work));

          sleepUntil(2, wakeup, work);

          join(caller);
        });
  }

  @Test
  void allSleepersLearnOfACall() {
    Interleavings.explore(
        () -> {
          Wakeup wakeup = new Wakeup();
          AtomicInteger work = new AtomicInteger();
          Thread other = started(() -> sleepUntil(1, wakeup, work));
          Thread caller = started(() -> call(wakeup, work));

          sleepUntil(1, wakeup, work);

          join(caller);
          join(other);
        });
  }

  @Test
  void sleeperWhoLooksBeforeAskingForTheNumberIsFound() {
    assertThatThrownBy(
            () ->
                Interleavings.exploreUntilItFails(
                    () -> {
                      Wakeup wakeup = new Wakeup();
                      AtomicInteger work = new AtomicInteger();
                      Thread caller = started(() -> call(wakeup, work));

                      while (work.get() < 1) {
                        sleep(wakeup, wakeup.latest());
                      }

                      join(caller);
                    }))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining("hung");
  }

  private static void callTwice(Wakeup wakeup, AtomicInteger work) {
    call(wakeup, work);
    call(wakeup, work);
  }

  private static void call(Wakeup wakeup, AtomicInteger work) {
    work.incrementAndGet();
    wakeup.signal();
  }

  /** Sleeps as the driver does: the number is asked for before looking for work. */
  private static void sleepUntil(int enough, Wakeup wakeup, AtomicInteger work) {
    int latest = wakeup.latest();
    while (work.get() < enough) {
      sleep(wakeup, latest);
      latest = wakeup.latest();
    }
  }

  private static void sleep(Wakeup wakeup, int known) {
    try {
      wakeup.await(known, AGES);
    } catch (InterruptedException nobodyDoes) {
      throw new AssertionError(nobodyDoes);
    }
  }

  private static Thread started(Runnable steps) {
    Thread thread = new Thread(steps);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException nobodyDoes) {
      throw new AssertionError(nobodyDoes);
    }
  }
}
