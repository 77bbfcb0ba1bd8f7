package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class TestClockTest {

  @Test
  void alwaysBeginsAtTheSameInstant() {
    assertThat(TestClock.create().now())
        .isEqualTo(TestClock.create().now())
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void standsStillUntilItIsMoved() {
    TestClock clock = TestClock.at("2030-05-06T07:08:09.123Z");
    Instant before = clock.now();

    Instant after = clock.advance(Duration.ofHours(2));

    assertThat(before).isEqualTo("2030-05-06T07:08:09.123Z");
    assertThat(after).isEqualTo(clock.now()).isEqualTo("2030-05-06T09:08:09.123Z");
  }

  @Test
  void movesInsteadOfWaiting() throws InterruptedException {
    TestClock clock = TestClock.create();

    clock.sleep(Duration.ofDays(365));

    assertThat(clock).hasToString("2027-01-01T00:00:00Z");
  }

  @Test
  void doesNotMoveBackwards() throws InterruptedException {
    TestClock clock = TestClock.create();

    clock.sleep(Duration.ofSeconds(-1));

    assertThat(clock.now()).isEqualTo(TestClock.create().now());
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wakesAnInterruptedThreadAsAnyClockDoes() {
    TestClock clock = TestClock.create();

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> clock.sleep(Duration.ofDays(1)))
        .isInstanceOf(InterruptedException.class);
    assertThat(clock.now()).isEqualTo(TestClock.create().now());
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void losesNoTimeWhenSeveralMoveIt() throws Exception {
    TestClock clock = TestClock.create();

    Race.of(
        8,
        runner ->
            Collections.nCopies(100, Duration.ofSeconds(1)).stream().map(clock::advance).toList());

    assertThat(clock.now()).isEqualTo(TestClock.create().now().plusSeconds(800));
  }
}
