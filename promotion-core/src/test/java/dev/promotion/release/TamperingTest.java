package dev.promotion.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.fixture.ReleaseStory;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever is done to a stored history, the first record that is not right is named. */
class TamperingTest {

  private static final int EVERY_BIT = 8;

  private final Release release =
      ReleaseStory.ofChain()
          .passTrigger()
          .pass("qa")
          .start("production")
          .intend("production")
          .waitFor("production", ProblemCode.REPOSITORY_UNREACHABLE, "does not answer")
          .intend("production")
          .land("production")
          .healthy("production")
          .succeed("production")
          .end(ReleaseStatus.SUCCEEDED)
          .release();
  private final List<StoredEvent> stored =
      release.events().stream().map(EventCodec::write).toList();
  private final Anchor anchor = new Anchor(release.version(), release.seal());
  private int found;

  @Test
  void nothingIsFoundWhereNothingWasDone() {
    assertThat(EventCodec.verify(stored)).isEmpty();
    assertThat(EventCodec.verify(stored, anchor)).isEmpty();
    for (RecordedEvent event : release.events()) {
      assertThat(EventCodec.verify(stored, new Anchor(event.sequence(), event.seal()))).isEmpty();
    }
  }

  @Test
  void everyFlippedBitOfATextIsFound() {
    int bits = 0;
    for (int record = 1; record <= stored.size(); record++) {
      StoredEvent good = stored.get(record - 1);
      byte[] text = good.text().getBytes(StandardCharsets.UTF_8);
      for (int bit = 0; bit < text.length * EVERY_BIT; bit++) {
        text[bit / EVERY_BIT] ^= (byte) (1 << bit % EVERY_BIT);
        StoredEvent bad = new StoredEvent(new String(text, StandardCharsets.UTF_8), good.seal());
        text[bit / EVERY_BIT] ^= (byte) (1 << bit % EVERY_BIT);
        assertNamed(record, replaced(record, bad));
        bits++;
      }
    }

    assertThat(found).isEqualTo(bits).isGreaterThan(30_000);
  }

  @Test
  void everyFlippedBitOfASealIsFound() {
    for (int record = 1; record <= stored.size(); record++) {
      StoredEvent good = stored.get(record - 1);
      byte[] seal = good.seal().value().getBytes(StandardCharsets.ISO_8859_1);
      for (int bit = 0; bit < seal.length * EVERY_BIT; bit++) {
        seal[bit / EVERY_BIT] ^= (byte) (1 << bit % EVERY_BIT);
        String bad = new String(seal, StandardCharsets.ISO_8859_1);
        seal[bit / EVERY_BIT] ^= (byte) (1 << bit % EVERY_BIT);
        assertNamed(record, replaced(record, StoredEvent.of(good.text(), bad)));
      }
    }

    assertThat(found).isEqualTo(stored.size() * 64 * EVERY_BIT);
  }

  @Test
  void everyDeletedRecordIsFound() {
    for (int record = 1; record < stored.size(); record++) {
      int each = record;
      assertNamed(record, changed(records -> records.remove(each - 1)));
    }

    assertThat(found).isEqualTo(stored.size() - 1);
  }

  @Test
  void everySwapIsFoundAtItsFirst() {
    for (int one = 1; one <= stored.size(); one++) {
      for (int other = one + 1; other <= stored.size(); other++) {
        int left = one;
        int right = other;
        assertNamed(one, changed(records -> Collections.swap(records, left - 1, right - 1)));
      }
    }

    assertThat(found).isEqualTo(stored.size() * (stored.size() - 1) / 2);
  }

  @Test
  void everyRepeatedRecordIsFoundWhereItDoesNotBelong() {
    for (int record = 1; record <= stored.size(); record++) {
      for (int place = 1; place <= stored.size() + 1; place++) {
        int from = record;
        int to = place;
        List<StoredEvent> bad = changed(records -> records.add(to - 1, stored.get(from - 1)));
        assertNamed(place == record ? record + 1 : place, bad);
      }
    }

    assertThat(found).isEqualTo(stored.size() * (stored.size() + 1));
  }

  @Test
  void everyCutTailIsFoundByWhatACommitNames() {
    for (int kept = 0; kept < stored.size(); kept++) {
      List<StoredEvent> cut = stored.subList(0, kept);

      assertThat(EventCodec.verify(cut)).isEmpty();
      assertThat(EventCodec.verify(cut, anchor).orElseThrow().place())
          .endsWith("record " + (kept + 1));
      assertThat(EventCodec.verify(cut, anchor).orElseThrow().message())
          .isEqualTo(
              "is missing, though a commit names record 17; nothing is done for the release until"
                  + " its record is restored");
    }
    assertThat(stored).hasSize(17);
  }

  /** Somebody who can write to the store can seal anew as well, but cannot change the commit. */
  @Test
  void everyRewrittenHistoryIsFoundByWhatACommitNames() {
    for (int record = 1; record <= stored.size(); record++) {
      List<StoredEvent> rewritten = resealedFrom(record);

      assertThat(EventCodec.verify(rewritten)).as("what the seals alone show").isEmpty();
      for (int named = 1; named <= stored.size(); named++) {
        Optional<Problem> problem =
            EventCodec.verify(rewritten, new Anchor(named, stored.get(named - 1).seal()));
        assertThat(problem.map(Problem::place))
            .isEqualTo(
                named < record
                    ? Optional.empty()
                    : Optional.of("release " + ReleaseStory.ID + ", record " + named));
        found += problem.isPresent() ? 1 : 0;
      }
    }

    assertThat(found).isEqualTo(stored.size() * (stored.size() + 1) / 2);
  }

  @Test
  void recordsOfTwoReleasesDoNotMix() {
    List<StoredEvent> other =
        ReleaseStory.ofDiamond().passTrigger().release().events().stream()
            .map(EventCodec::write)
            .toList();
    for (int record = 1; record <= other.size(); record++) {
      assertNamed(record == 1 ? 2 : record, replaced(record, other.get(record - 1)));
    }
  }

  private void assertNamed(int record, List<StoredEvent> bad) {
    Problem problem = EventCodec.verify(bad).orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.RECORD_ALTERED);
    assertThat(problem.place()).endsWith("record " + record);
    found++;
  }

  private List<StoredEvent> changed(Consumer<List<StoredEvent>> change) {
    List<StoredEvent> records = new ArrayList<>(stored);
    change.accept(records);
    return records;
  }

  private List<StoredEvent> replaced(int record, StoredEvent bad) {
    return changed(records -> records.set(record - 1, bad));
  }

  /** The same events at other times, with seals that fit. */
  private List<StoredEvent> resealedFrom(int record) {
    List<RecordedEvent> events = new ArrayList<>(release.events().subList(0, record - 1));
    for (RecordedEvent event : release.events().subList(record - 1, release.events().size())) {
      events.add(
          events.isEmpty()
              ? RecordedEvent.first(
                  event.at().plusNanos(1), (ReleaseEvent.ReleaseStarted) event.event())
              : events.get(events.size() - 1).next(event.at().plusNanos(1), event.event()));
    }
    return events.stream().map(EventCodec::write).toList();
  }
}
