package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.promotion.port.ReleaseStore;
import dev.promotion.port.StaleReleaseException;
import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Releases that begin, go on and end, seen by several. */
interface LifeCases extends ReleaseStoreCases {

  int ENDED = 1_000;
  int STEPS = 100;

  @Test
  default void appendThatIsRepeatedIsStaleAndIsKeptOnce() {
    RecordedEvent start = start(ONE, "shop");
    List<RecordedEvent> next = SampleReleases.next(start, 2);
    store().append(ONE, 1, next);

    assertThatThrownBy(() -> store().append(ONE, 1, next))
        .isInstanceOf(StaleReleaseException.class);

    assertThat(store().load(ONE)).hasSize(3);
  }

  @Test
  default void startThatIsRepeatedIsStale() {
    RecordedEvent start = start(ONE, "shop");

    assertThatThrownBy(() -> store().append(ONE, 0, List.of(start)))
        .isInstanceOf(StaleReleaseException.class);

    assertThat(store().open()).containsExactly(ONE);
    assertThat(store().releases(new ProductName("shop"))).containsExactly(ONE);
  }

  @Test
  default void staleWriterGoesOnOnceItHasReadAgain() {
    RecordedEvent start = start(ONE, "shop");
    RecordedEvent theirs = SampleReleases.by("them", start);
    store().append(ONE, 1, List.of(theirs));
    assertThatThrownBy(() -> store().append(ONE, 1, List.of(SampleReleases.by("us", start))))
        .isInstanceOf(StaleReleaseException.class);

    RecordedEvent ours = SampleReleases.by("us", theirs);
    store().append(ONE, 2, List.of(ours));

    assertThat(store().load(ONE)).containsExactly(start, theirs, ours);
    assertIntact(ONE);
  }

  @Test
  default void refusedEventsLeaveTheReleaseAsItWas() {
    RecordedEvent start = start(ONE, "shop");
    assertThatThrownBy(() -> store().append(ONE, 1, List.of(SampleReleases.misplaced(start, 3))))
        .isInstanceOf(IllegalArgumentException.class);

    store().append(ONE, 1, SampleReleases.next(start, 1));

    assertThat(store().load(ONE)).hasSize(2);
    assertIntact(ONE);
  }

  @Test
  default void releaseThatGoesOnKeepsItsPlaceInTheLists() {
    RecordedEvent start = start(ONE, "shop");
    start(TWO, "shop");

    store().append(ONE, 1, SampleReleases.next(start, 5));

    assertThat(store().open()).containsExactly(ONE, TWO);
    assertThat(store().releases(new ProductName("shop"))).containsExactly(TWO, ONE);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReleaseStatus.class,
      names = {"SUCCEEDED", "FAILED", "TERMINATED"})
  default void releaseIsNoLongerOpenHoweverItEnds(ReleaseStatus status) {
    RecordedEvent start = start(ONE, "shop");
    start(TWO, "shop");

    store().append(ONE, 1, List.of(SampleReleases.end(start, status)));

    assertThat(store().open()).containsExactly(TWO);
    assertThat(another().open()).containsExactly(TWO);
    assertThat(store().load(ONE)).hasSize(2);
    assertThat(store().releases(new ProductName("shop"))).containsExactly(TWO, ONE);
  }

  @Test
  default void writerThatDidNotSeeTheEndIsStale() {
    RecordedEvent start = start(ONE, "shop");
    store().append(ONE, 1, List.of(SampleReleases.end(start)));

    assertThatThrownBy(() -> store().append(ONE, 1, SampleReleases.next(start, 1)))
        .isInstanceOf(StaleReleaseException.class);

    assertThat(store().open()).isEmpty();
    assertThat(store().load(ONE)).hasSize(2);
  }

  @Test
  default void fewOpenReleasesAreFoundAmongManyThatHaveEnded() {
    List<ReleaseId> open = new ArrayList<>();
    for (int number = 0; number < ENDED; number++) {
      ReleaseId release = SampleReleases.id(number);
      RecordedEvent start = SampleReleases.start(release, "product-" + number % 10);
      if (number % 250 == 100) {
        open.add(release);
        store().append(release, 0, List.of(start));
      } else {
        store().append(release, 0, List.of(start, SampleReleases.end(start)));
      }
    }

    assertThat(store().open()).isEqualTo(open);
    assertThat(store().releases(new ProductName("product-3"))).hasSize(ENDED / 10);
  }

  @Test
  default void everyProductHasAnOrderOfItsOwn() {
    List<List<ReleaseId>> oldestFirst = new ArrayList<>();
    for (int number = 0; number < 30; number++) {
      int product = number % 3;
      if (number < 3) {
        oldestFirst.add(new ArrayList<>());
      }
      start(SampleReleases.id(number * 17 % 30), "product-" + product);
      oldestFirst.get(product).add(SampleReleases.id(number * 17 % 30));
    }

    for (int product = 0; product < 3; product++) {
      List<ReleaseId> newestFirst = new ArrayList<>(oldestFirst.get(product));
      Collections.reverse(newestFirst);
      assertThat(store().releases(new ProductName("product-" + product))).isEqualTo(newestFirst);
    }
  }

  @Test
  default void twoStoresTakeTurns() {
    ReleaseStore other = another();
    RecordedEvent newest = start(ONE, "shop");
    for (int step = 0; step < 20; step++) {
      RecordedEvent next = SampleReleases.by(step % 2 == 0 ? "one" : "other", newest);
      (step % 2 == 0 ? store() : other).append(ONE, newest.sequence(), List.of(next));
      newest = next;
    }

    assertThat(store().load(ONE)).hasSize(21).isEqualTo(other.load(ONE));
    assertIntact(ONE);
  }

  @Test
  default void ofManyStoresThatBeginOneReleaseExactlyOneWins() throws Exception {
    List<Boolean> won =
        Race.of(
            4,
            runner -> {
              ReleaseStore own = another();
              try {
                own.append(ONE, 0, List.of(SampleReleases.start(ONE, "product-" + runner)));
                return true;
              } catch (StaleReleaseException second) {
                return false;
              }
            });

    assertThat(Collections.frequency(won, true)).isEqualTo(1);
    assertThat(store().load(ONE)).hasSize(1);
    assertThat(store().releases(new ProductName("product-" + won.indexOf(true))))
        .containsExactly(ONE);
  }

  @Test
  default void readersSeeAGrowingBeginningOfWhatIsAppended() throws Exception {
    RecordedEvent start = start(ONE, "shop");
    List<RecordedEvent> steps = SampleReleases.next(start, STEPS);

    List<List<RecordedEvent>> seen =
        Race.of(
            2,
            runner -> {
              for (RecordedEvent step : runner == 0 ? steps : List.<RecordedEvent>of()) {
                store().append(ONE, step.sequence() - 1, List.of(step));
              }
              return runner == 0 ? steps : whatIsReadMeanwhile();
            });

    assertThat(seen.get(1)).startsWith(start).endsWith(steps.get(STEPS - 1));
    assertThat(store().load(ONE)).hasSize(1 + STEPS);
  }

  private List<RecordedEvent> whatIsReadMeanwhile() {
    List<RecordedEvent> seen = List.of();
    while (seen.size() < 1 + STEPS) {
      List<RecordedEvent> now = store().load(ONE);
      assertThat(now.subList(0, seen.size())).isEqualTo(seen);
      seen = now;
    }
    return seen;
  }

  @Test
  default void openReleasesAreWholeAndInOrderWhileOthersBegin() throws Exception {
    List<List<ReleaseId>> seen =
        Race.of(
            2,
            runner -> {
              for (int number = 0; runner == 0 && number < STEPS; number++) {
                start(SampleReleases.id(number), "shop");
              }
              return runner == 0 ? List.<ReleaseId>of() : openMeanwhile();
            });

    assertThat(seen.get(1)).isEqualTo(store().open()).hasSize(STEPS).doesNotHaveDuplicates();
  }

  private List<ReleaseId> openMeanwhile() {
    List<ReleaseId> seen = List.of();
    while (seen.size() < STEPS) {
      List<ReleaseId> now = store().open();
      assertThat(now.subList(0, seen.size())).isEqualTo(seen);
      seen = now;
    }
    return seen;
  }
}
