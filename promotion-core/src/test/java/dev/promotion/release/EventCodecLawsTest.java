package dev.promotion.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.fixture.ProofSize;
import dev.promotion.fixture.RandomEvents;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

@AddLifecycleHook(ProofSize.class)
class EventCodecLawsTest {

  private static final List<String> PIECES =
      List.of(
          "", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-1", "a", "x", "\u0000", "\ud800",
          "\\u000");
  private static final AtomicInteger READ = new AtomicInteger();
  private static final AtomicInteger NEWER = new AtomicInteger();
  private static final AtomicInteger REFUSED = new AtomicInteger();

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("histories") List<RecordedEvent> history) {
    List<StoredEvent> stored = history.stream().map(EventCodec::write).toList();

    List<RecordedEvent> read = EventCodec.read(stored);

    assertThat(read).isEqualTo(history);
    assertThat(read.stream().map(EventCodec::write).toList()).isEqualTo(stored);
    assertThat(stored).allMatch(each -> each.text().chars().allMatch(letter -> letter >= ' '));
  }

  /** Whoever knows how to seal may write what they like: it is read, or refused with a reason. */
  @Property
  void whateverIsSealedIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    RandomEvents events = new RandomEvents(random);
    String text = EventText.write(1, events.time(), events.event());
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      text = edited(text, random);
    }

    Optional<Problem> problem =
        EventCodec.verify(List.of(new StoredEvent(text, Seal.NONE.next(text))));

    problem.ifPresent(
        each -> assertThat(each.code()).isIn(ProblemCode.RECORD_ALTERED, ProblemCode.RECORD_NEWER));
    problem
        .map(each -> each.code() == ProblemCode.RECORD_NEWER ? NEWER : REFUSED)
        .orElse(READ)
        .incrementAndGet();
  }

  private static String edited(String text, Random random) {
    int at = random.nextInt(text.length());
    int length = random.nextInt(Math.min(8, text.length() - at));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return text.substring(0, at) + piece + text.substring(at + length);
  }

  @AfterContainer
  static void everyOutcomeWasReached() {
    System.out.println(
        "edited records: " + READ + " read, " + NEWER + " newer, " + REFUSED + " refused");
    assertThat(List.of(READ.get(), NEWER.get(), REFUSED.get())).allMatch(times -> times >= 20);
  }

  /** Two events that differ have texts that differ, or tampering could hide between them. */
  @Test
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

  @Test
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
