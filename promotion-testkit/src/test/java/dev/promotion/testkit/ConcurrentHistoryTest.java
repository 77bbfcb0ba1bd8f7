package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A register that holds a number, read and written by several at once. */
class ConcurrentHistoryTest {

  private final ConcurrentHistory<Integer> history = new ConcurrentHistory<>();

  @Test
  void nothingIsInOrder() {
    assertThat(history.order(0)).hasValueSatisfying(order -> assertThat(order).isEmpty());
  }

  @Test
  void oneAfterTheOtherIsInOrder() {
    write(1, 2, 1);
    read(3, 4, 1);
    write(5, 6, 2);
    read(7, 8, 2);

    assertThat(history.order(0).orElseThrow())
        .containsExactly("write 1", "read 1", "write 2", "read 2");
  }

  @Test
  void whatWasReadBeforeAWriteThatRunsIsOldOrNew() {
    write(1, 10, 1);
    read(2, 3, 0);
    read(4, 5, 1);

    assertThat(history.order(0).orElseThrow()).containsExactly("read 0", "write 1", "read 1");
  }

  @Test
  void newThenOldIsImpossible() {
    write(1, 10, 1);
    read(2, 3, 1);
    read(4, 5, 0);

    assertThat(history.order(0)).isEmpty();
  }

  @Test
  void staleReadIsImpossible() {
    write(1, 2, 1);
    read(3, 4, 0);

    assertThat(history.order(0)).isEmpty();
  }

  @Test
  void lostWriteIsImpossible() {
    write(1, 4, 1);
    write(2, 3, 2);
    read(5, 6, 0);

    assertThat(history.order(0)).isEmpty();
  }

  @Test
  void valueThatNobodyWroteIsImpossible() {
    write(1, 4, 1);
    read(2, 3, 7);

    assertThat(history.order(0)).isEmpty();
  }

  @Test
  void writeThatNeverReturnedHappensLateOrNever() {
    write(1, Long.MAX_VALUE, 1);
    read(2, 3, 0);
    assertThat(history.order(0)).isPresent();

    read(4, 5, 1);
    assertThat(history.order(0)).isPresent();

    read(6, 7, 0);
    assertThat(history.order(0)).isEmpty();
  }

  @Test
  void recordsWhenAnOperationWasCalledAndReturned() {
    history.record("write 1", () -> state -> Optional.of(1));
    history.record("read 1", () -> state -> seen(state, 1));

    assertThat(history.order(0).orElseThrow()).containsExactly("write 1", "read 1");
  }

  /** Every operation takes effect at one moment within its time, so an order exists; and back. */
  @Test
  void everyHistoryThatHadAnOrderHasOneAndASpoiltOneHasNone() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      ConcurrentHistory<Integer> good = new ConcurrentHistory<>();
      ConcurrentHistory<Integer> spoilt = new ConcurrentHistory<>();
      int value = 0;
      for (int moment = 100; moment < 1200; moment += 100) {
        int from = moment - random.nextInt(250);
        int to = moment + 1 + random.nextInt(250);
        if (random.nextBoolean()) {
          value = moment;
          good.add("write", from, to, writing(moment));
          spoilt.add("write", from, to, writing(moment));
        } else {
          int seen = value;
          good.add("read", from, to, state -> seen(state, seen));
          spoilt.add("read", from, to, state -> seen(state, seen));
        }
      }
      spoilt.add("read", 2000, 2001, state -> seen(state, -1));

      assertThat(good.order(0)).isPresent();
      assertThat(spoilt.order(0)).isEmpty();
    }
  }

  private void write(long called, long returned, int value) {
    history.add("write " + value, called, returned, writing(value));
  }

  private void read(long called, long returned, int value) {
    history.add("read " + value, called, returned, state -> seen(state, value));
  }

  private static Function<Integer, Optional<Integer>> writing(int value) {
    return state -> Optional.of(value);
  }

  private static Optional<Integer> seen(int state, int value) {
    return state == value ? Optional.of(state) : Optional.empty();
  }
}
