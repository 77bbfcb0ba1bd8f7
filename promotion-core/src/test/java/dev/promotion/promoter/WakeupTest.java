package dev.promotion.promoter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WakeupTest {

  private static final Duration AGES = Duration.ofDays(90);

  private final Wakeup wakeup = new Wakeup();

  @Test
  void doesNotLetAnybodySleepWhoMissedACall() throws InterruptedException {
    int known = wakeup.latest();

    wakeup.signal();

    wakeup.await(known, AGES);
  }

  @Test
  void wakesAllThatSleep() throws InterruptedException {
    int known = wakeup.latest();
    CountDownLatch awake = new CountDownLatch(2);
    for (int sleeper = 0; sleeper < 2; sleeper++) {
      Thread thread = new Thread(() -> sleep(known, awake));
      thread.setDaemon(true);
      thread.start();
    }

    wakeup.signal();

    awake.await();
  }

  @Test
  void takesTheCallsOfManyAtOnce() throws Exception {
    int calls = 100_000;
    FutureTask<Integer> others = new FutureTask<>(() -> signal(calls));
    new Thread(others).start();

    int own = signal(calls);

    assertThat(own + others.get()).isEqualTo(2 * calls);
    assertThat(wakeup.latest()).isEqualTo(2 * calls);
  }

  private int signal(int times) {
    for (int time = 0; time < times; time++) {
      wakeup.signal();
    }
    return times;
  }

  @Test
  void wakesWhenTheTimeIsOver() throws InterruptedException {
    wakeup.await(wakeup.latest(), Duration.ofMillis(1));
    wakeup.await(wakeup.latest(), Duration.ZERO);
    wakeup.await(wakeup.latest(), Duration.ofSeconds(-1));
  }

  private void sleep(int known, CountDownLatch awake) {
    try {
      wakeup.await(known, AGES);
      awake.countDown();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
