package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.ReleaseStore;
import dev.promotion.port.StaleReleaseException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is appended to a release and read again. */
interface AppendCases extends ReleaseStoreCases {

  @Test
  default void unknownReleaseHasNoEvents() {
    start(ONE, "shop");

    assertThat(store().load(TWO)).isEmpty();
  }

  @Test
  default void eventsAreReadInTheOrderOfTheirSequence() {
    List<RecordedEvent> events = new ArrayList<>(List.of(start(ONE, "shop")));
    for (RecordedEvent next : SampleReleases.next(events.get(0), 199)) {
      store().append(ONE, next.sequence() - 1, List.of(next));
      events.add(next);
    }

    assertThat(store().load(ONE)).isEqualTo(events);
  }

  @Test
  default void severalEventsAreAppendedAtOnce() {
    RecordedEvent start = SampleReleases.start(ONE, "shop");
    List<RecordedEvent> next = SampleReleases.next(start, 3);
    store().append(ONE, 0, List.of(start, next.get(0)));

    store().append(ONE, 2, next.subList(1, 3));

    assertThat(store().load(ONE)).containsExactly(start, next.get(0), next.get(1), next.get(2));
  }

  @Test
  default void everyKindOfEventIsReadAsItWasAppended() {
    List<RecordedEvent> events = SampleReleases.everyKind(ONE, "shop");

    store().append(ONE, 0, events);

    assertThat(store().load(ONE)).isEqualTo(events);
    assertThat(another().load(ONE)).isEqualTo(events);
  }

  @Test
  default void eventsOfOneReleaseAreNotThoseOfAnother() {
    RecordedEvent start = start(ONE, "shop");
    start(TWO, "shop");

    store().append(ONE, 1, List.of(SampleReleases.next(start)));

    assertThat(store().load(ONE)).hasSize(2);
    assertThat(store().load(TWO)).containsExactly(SampleReleases.start(TWO, "shop"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 4, 99})
  default void writerAtAnotherVersionIsStaleAndAppendsNothing(long version) {
    RecordedEvent start = start(ONE, "shop");
    store().append(ONE, 1, SampleReleases.next(start, 2));
    RecordedEvent first = version == 0 ? start : SampleReleases.misplaced(start, version + 1);

    StaleReleaseException stale =
        catchThrowableOfType(
            StaleReleaseException.class,
            () -> store().append(ONE, version, List.of(first, SampleReleases.next(first))));

    assertThat(stale).as("a refusal").isNotNull();
    assertThat(stale.code()).isEqualTo(ProblemCode.RELEASE_STALE);
    assertThat(stale).hasMessageContaining(ONE.value());
    assertThat(store().load(ONE)).hasSize(3);
  }

  @Test
  default void releaseThatWasNeverBegunCannotGoOn() {
    RecordedEvent second = SampleReleases.next(SampleReleases.start(ONE, "shop"));

    assertThatThrownBy(() -> store().append(ONE, 1, List.of(second)))
        .isInstanceOf(StaleReleaseException.class);

    assertThat(store().load(ONE)).isEmpty();
    assertThat(store().open()).isEmpty();
  }

  @Test
  default void nothingCannotBeAppended() {
    start(ONE, "shop");

    assertThatThrownBy(() -> store().append(ONE, 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().append(TWO, 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 9})
  default void eventsThatDoNotFollowTheVersionAreRefused(long sequence) {
    RecordedEvent misplaced = SampleReleases.misplaced(start(ONE, "shop"), sequence);

    assertThatThrownBy(() -> store().append(ONE, 1, List.of(misplaced)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(store().load(ONE)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 4})
  default void eventsWithAGapOrARepetitionAreRefusedTogether(long sequence) {
    RecordedEvent second = SampleReleases.next(start(ONE, "shop"));
    RecordedEvent misplaced = SampleReleases.misplaced(second, sequence);

    assertThatThrownBy(() -> store().append(ONE, 1, List.of(second, misplaced)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(store().load(ONE)).hasSize(1);
  }

  @Test
  default void releaseBeginsWithItsStartAndOnlyThere() {
    RecordedEvent start = start(TWO, "shop");
    RecordedEvent again = start.next(Outsider.TIME, start.event());
    RecordedEvent other = SampleReleases.misplaced(start, 1);

    assertThatThrownBy(() -> store().append(ONE, 0, List.of(other)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().append(TWO, 1, List.of(again)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(store().load(ONE)).isEmpty();
    assertThat(store().load(TWO)).hasSize(1);
  }

  @Test
  default void whatWasAppendedNeverChanges() {
    List<RecordedEvent> events = new ArrayList<>(List.of(SampleReleases.start(ONE, "shop")));
    store().append(ONE, 0, events);

    events.set(0, SampleReleases.start(TWO, "other"));

    assertThat(store().load(ONE)).containsExactly(SampleReleases.start(ONE, "shop"));
  }

  @Test
  default void anotherStoreGoesOnWhereTheFirstLeftOff() {
    RecordedEvent second = SampleReleases.next(start(ONE, "shop"));

    ReleaseStore another = another();
    another.append(ONE, 1, List.of(second));

    assertThat(store().load(ONE)).hasSize(2);
    assertThatThrownBy(() -> store().append(ONE, 1, List.of(second)))
        .isInstanceOf(StaleReleaseException.class);
  }
}
