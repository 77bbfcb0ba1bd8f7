package dev.promotion.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.fixture.RandomEvents;
import dev.promotion.fixture.ReleaseStory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventCodecLawsTest {

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("histories") List<RecordedEvent> history) {
    List<StoredEvent> stored = history.stream().map(EventCodec::write).toList();

    List<RecordedEvent> read = EventCodec.read(stored);

    assertThat(read).isEqualTo(history);
    assertThat(read.stream().map(EventCodec::write)).isEqualTo(stored);
  }

  @Property
  void textIsOneLineOfPlainUnicode(@ForAll("histories") List<RecordedEvent> history) {
    assertThat(history)
        .extracting(event -> EventCodec.write(event).text())
        .allMatch(text -> text.startsWith("{\"sequence\":") && text.endsWith("}"))
        .allMatch(text -> text.chars().allMatch(letter -> letter >= ' '));
  }

  /** Two events that differ have texts that differ, or tampering could hide between them. */
  @Example
  void noTwoEventsHaveTheSameText() {
    RandomEvents events = new RandomEvents(new Random(1));
    Map<String, ReleaseEvent> byText = new HashMap<>();
    int repeated = 0;

    for (int each = 0; each < 20_000; each++) {
      ReleaseEvent event = events.event();
      ReleaseEvent other = byText.putIfAbsent(EventText.write(2, ReleaseStory.START, event), event);
      repeated += other == null ? 0 : 1;
      assertThat(other).isIn(null, event);
    }

    assertThat(repeated).as("events that came twice").isBetween(1, 10_000);
  }

  @Example
  void everyKindIsAmongTheRandomEvents() {
    RandomEvents events = new RandomEvents(new Random(2));

    assertThat(Stream.generate(events::event).limit(1000))
        .extracting(event -> (Object) event.getClass())
        .containsAll(kinds(ReleaseEvent.class).toList());
  }

  @Provide
  Arbitrary<List<RecordedEvent>> histories() {
    return Arbitraries.randomValue(EventCodecLawsTest::history);
  }

  private static List<RecordedEvent> history(Random random) {
    RandomEvents events = new RandomEvents(random);
    List<RecordedEvent> history = new ArrayList<>();
    history.add(RecordedEvent.first(events.time(), events.start()));
    for (int more = random.nextInt(6); more > 0; more--) {
      history.add(history.get(history.size() - 1).next(events.time(), events.event()));
    }
    return history;
  }

  static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCodecLawsTest::kinds)
        : Stream.of(type);
  }
}
