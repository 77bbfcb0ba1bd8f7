package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.StaleReleaseException;
import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Several who append at once. */
interface AppendRaceCases extends ReleaseStoreCases {

  int WRITERS = 8;
  int TRIPLES = 30;
  int VERSIONS = 200;
  int ROUNDS = 25;
  int STEPS = 4;

  @Test
  default void ofManyWhoBeginOneReleaseExactlyOneWins() throws Exception {
    List<Boolean> won =
        Race.of(
            WRITERS, writer -> tryAppend(ONE, 0, SampleReleases.start(ONE, "product-" + writer)));

    assertThat(Collections.frequency(won, true)).isEqualTo(1);
    String winner = "product-" + won.indexOf(true);
    assertThat(store().load(ONE)).containsExactly(SampleReleases.start(ONE, winner));
    assertThat(store().releases(new ProductName(winner))).containsExactly(ONE);
    assertThat(store().open()).containsExactly(ONE);
  }

  @Test
  default void ofManyWhoAppendToOneVersionExactlyOneWins() throws Exception {
    start(ONE, "shop");

    List<Long> won = Race.of(WRITERS, writer -> tryEveryVersion("w" + writer));

    List<RecordedEvent> events = store().load(ONE);
    assertThat(events).hasSize(1 + VERSIONS);
    for (int writer = 0; writer < WRITERS; writer++) {
      String who = "w" + writer;
      assertThat(events)
          .filteredOn(event -> SampleReleases.isBy(who, event))
          .as("what is kept of " + who)
          .hasSize(won.get(writer).intValue());
    }
    assertThat(events)
        .extracting(RecordedEvent::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1 + VERSIONS).boxed().toList());
    assertIntact(ONE);
  }

  private long tryEveryVersion(String who) {
    long won = 0;
    RecordedEvent newest = newest();
    while (newest.sequence() <= VERSIONS) {
      won += tryAppend(ONE, newest.sequence(), SampleReleases.by(who, newest)) ? 1 : 0;
      newest = newest();
    }
    return won;
  }

  @Test
  default void nobodyIsLostWhenManyAppendUntilTheySucceed() throws Exception {
    start(ONE, "shop");

    Race.of(WRITERS, writer -> insist("w" + writer));

    List<RecordedEvent> events = store().load(ONE);
    assertThat(events)
        .extracting(RecordedEvent::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    for (int writer = 0; writer < WRITERS; writer++) {
      String who = "w" + writer;
      assertThat(events).anyMatch(event -> SampleReleases.isBy(who, event));
    }
  }

  @Test
  default void manyReleasesAreBegunAtOnce() throws Exception {
    Race.of(
        WRITERS,
        writer -> {
          ReleaseId release = SampleReleases.id(writer);
          return tryAppend(release, 0, SampleReleases.start(release, "shop"));
        });

    assertThat(store().open()).hasSize(WRITERS).doesNotHaveDuplicates();
    List<ReleaseId> newestFirst = new ArrayList<>(store().open());
    Collections.reverse(newestFirst);
    assertThat(store().releases(new ProductName("shop"))).isEqualTo(newestFirst);
  }

  @Test
  default void readersNeverSeeHalfOfWhatWasAppended() throws Exception {
    RecordedEvent start = start(ONE, "shop");

    List<Boolean> whole =
        Race.of(2, runner -> runner == 0 ? appendTriples(start) : seeOnlyTriples());

    assertThat(whole).containsExactly(true, true);
    assertThat(store().load(ONE)).hasSize(1 + 3 * TRIPLES);
    assertIntact(ONE);
  }

  /** Stale reads, lost and doubled appends would all leave a history that has no order. */
  @Test
  default void whatManyDidAtOnceCouldHaveHappenedOneAfterTheOther() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      ReleaseId release = SampleReleases.id(100 + round);
      List<RecordedEvent> begun = List.of(start(release, "shop"));
      ConcurrentHistory<List<RecordedEvent>> history = new ConcurrentHistory<>();

      Race.of(
          4,
          runner -> {
            for (int step = 0; step < STEPS; step++) {
              history.record("load by w" + runner, () -> load(release));
              history.record("append by w" + runner, () -> appendOne(release, "w" + runner));
            }
            return true;
          });

      assertThat(history.order(begun)).as("an order of round %s", round).isPresent();
    }
  }

  private Function<List<RecordedEvent>, Optional<List<RecordedEvent>>> load(ReleaseId release) {
    List<RecordedEvent> seen = store().load(release);
    return state -> state.equals(seen) ? Optional.of(state) : Optional.empty();
  }

  private Function<List<RecordedEvent>, Optional<List<RecordedEvent>>> appendOne(
      ReleaseId release, String who) {
    List<RecordedEvent> known = store().load(release);
    RecordedEvent next = SampleReleases.by(who, known.get(known.size() - 1));
    boolean won = tryAppend(release, known.size(), next);
    return state -> {
      if (won != (state.size() == known.size())) {
        return Optional.empty();
      }
      List<RecordedEvent> after = new ArrayList<>(state);
      after.addAll(won ? List.of(next) : List.of());
      return Optional.of(after);
    };
  }

  private boolean appendTriples(RecordedEvent start) {
    List<RecordedEvent> events = SampleReleases.next(start, 3 * TRIPLES);
    for (int from = 0; from < events.size(); from += 3) {
      store().append(ONE, 1 + from, events.subList(from, from + 3));
    }
    return true;
  }

  private boolean seeOnlyTriples() {
    int seen = 0;
    while (seen < 1 + 3 * TRIPLES) {
      seen = another().load(ONE).size();
      if (seen % 3 != 1) {
        return false;
      }
    }
    return true;
  }

  private boolean tryAppend(ReleaseId release, long version, RecordedEvent event) {
    try {
      store().append(release, version, List.of(event));
      return true;
    } catch (StaleReleaseException lost) {
      return false;
    }
  }

  private boolean insist(String who) {
    while (true) {
      RecordedEvent newest = newest();
      if (tryAppend(ONE, newest.sequence(), SampleReleases.by(who, newest))) {
        return true;
      }
    }
  }

  private RecordedEvent newest() {
    List<RecordedEvent> events = store().load(ONE);
    return events.get(events.size() - 1);
  }
}
