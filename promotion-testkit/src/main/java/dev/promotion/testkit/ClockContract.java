package dev.promotion.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.promotion.port.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Clock} must do, as tests. Extend it in the tests of a clock:
 *
 * <pre>{@code
 * class DatabaseClockTest extends ClockContract {
 *   @Override
 *   protected Clock newClock() {
 *     return new DatabaseClock(database);
 *   }
 * }
 * }</pre>
 */
@Timeout(value = ClockContract.LONGEST_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ClockContract {

  static final int LONGEST_SECONDS = 60;

  private static final int SLEEPERS = 8;

  /** A clock of a machine is corrected while it runs. */
  private static final Duration CORRECTION = Duration.ofMillis(2);

  private @Nullable Clock clock;

  /** Creates the tests. */
  protected ClockContract() {}

  /**
   * Creates a clock. Called before each test.
   *
   * @return the clock
   */
  protected abstract Clock newClock();

  @BeforeEach
  final void takeClock() {
    clock = newClock();
  }

  private Clock clock() {
    return requireNonNull(clock, "a test has not begun");
  }

  @Test
  void timeDoesNotRunBackwards() {
    List<Instant> read = new ArrayList<>();
    for (int each = 0; each < 1_000; each++) {
      read.add(clock().now());
    }

    assertThat(read).isSorted();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 999_999, 1_000_000, 1_000_001, 5_500_000, 20_000_000})
  void whoSleepsWakesWhenTheTimeIsOver(long nanos) throws InterruptedException {
    Duration duration = Duration.ofNanos(nanos);
    Instant before = clock().now();

    clock().sleep(duration);

    assertThat(clock().now()).isAfterOrEqualTo(before.plus(duration).minus(CORRECTION));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE / 1_000_000})
  void nobodySleepsForNoTimeOrLess(long millis) throws InterruptedException {
    Instant before = clock().now();

    clock().sleep(Duration.ofMillis(millis));

    assertThat(clock().now()).isBetween(before, before.plusSeconds(LONGEST_SECONDS));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 7_776_000_000L})
  void whoIsInterruptedDoesNotFallAsleep(long millis) {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> clock().sleep(Duration.ofMillis(millis)))
        .isInstanceOf(InterruptedException.class);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whoIsInterruptedSleepsAgainAfterwards() throws InterruptedException {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> clock().sleep(Duration.ofDays(90)))
        .isInstanceOf(InterruptedException.class);
    Instant before = clock().now();

    clock().sleep(Duration.ofMillis(5));

    assertThat(clock().now()).isAfterOrEqualTo(before.plusMillis(5).minus(CORRECTION));
  }

  @Test
  void whoSleepsForAgesIsWokenByAnInterrupt() throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    CountDownLatch woken = new CountDownLatch(1);
    AtomicBoolean left = new AtomicBoolean();
    Thread sleeper =
        new Thread(
            () -> {
              ready.countDown();
              try {
                while (!left.get()) {
                  clock().sleep(Duration.ofHours(1));
                }
              } catch (InterruptedException wakes) {
                woken.countDown();
              }
            });
    sleeper.start();
    ready.await();

    sleeper.interrupt();

    assertThat(woken.await(LONGEST_SECONDS / 2, TimeUnit.SECONDS)).isTrue();
    left.set(true);
    sleeper.join();
  }

  @Test
  void manySleepAtOnceEachForItsTime() throws Exception {
    List<Duration> slept =
        Race.of(
            SLEEPERS,
            sleeper -> {
              Instant before = clock().now();
              sleep(Duration.ofMillis(1 + sleeper));
              return Duration.between(before, clock().now()).minusMillis(1 + sleeper);
            });

    assertThat(slept).allMatch(longer -> longer.compareTo(CORRECTION.negated()) >= 0);
  }

  private void sleep(Duration duration) {
    try {
      clock().sleep(duration);
    } catch (InterruptedException nobodyDoes) {
      throw new AssertionError(nobodyDoes);
    }
  }
}
