package dev.promotion.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.ReleaseEvent.DeadlinePassed;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseEvent.TerminationRequested;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

  private static final String ODD = "a \"b\" \\ / \b\f\n\r\t \u0000\u001f\u007f é 😀 \u2028";

  private final List<RecordedEvent> history =
      ReleaseStory.ofChain().passTrigger().start("qa").intend("qa").release().events();
  private final List<StoredEvent> stored =
      new ArrayList<>(history.stream().map(EventCodec::write).toList());

  @Nested
  class AText {

    @Test
    void isCanonicalJson() {
      RecordedEvent event =
          history.get(0).next(ReleaseStory.START, new TerminationRequested(new Actor("al"), ODD));

      assertThat(EventCodec.write(event).text())
          .isEqualTo(
              "{\"sequence\":2,\"at\":\"2026-11-23T12:00:00Z\",\"type\":\"termination-requested\","
                  + "\"by\":\"al\",\"why\":\"a \\\"b\\\" \\\\ / \\b\\f\\n\\r\\t"
                  + " \\u0000\\u001f\u007f é 😀 \u2028\"}");
    }

    @Test
    void ofTheStartNamesTheFormatAndHoldsThePlan() {
      assertThat(stored.get(0).text())
          .startsWith(
              "{\"sequence\":1,\"at\":\"2026-11-23T12:00:00Z\",\"type\":\"release-started\","
                  + "\"format\":1,\"release\":\"0123456789abcdef01234567\",\"plan\":{\"product\":"
                  + "\"shop\",\"flow\":{\"name\":\"three-env\",\"trigger\":\"dev\",\"steps\":[{"
                  + "\"environment\":\"qa\",\"dependsOn\":[\"dev\"]},");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00", "a\udc00\ud800", "\ud83dx"})
    void cannotHoldHalfACharacter(String half) {
      TerminationRequested event = new TerminationRequested(new Actor("alice"), half);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> history.get(0).next(ReleaseStory.START, event))
          .withMessageStartingWith("a text has half a character (U+");
    }
  }

  @Nested
  class ASeal {

    /** By {@code printf '%s\n%s' "$before" "$text" | sha256sum}. */
    @Test
    void isTheHashOfTheSealBeforeAndTheText() {
      RecordedEvent before =
          new RecordedEvent(1, ReleaseStory.START, new DeadlinePassed(), Seal.NONE);

      RecordedEvent event =
          before.next(ReleaseStory.START, new EnvironmentStarted(new EnvironmentName("qa")));

      assertThat(EventCodec.write(event).text())
          .isEqualTo(
              "{\"sequence\":2,\"at\":\"2026-11-23T12:00:00Z\",\"type\":\"environment-started\","
                  + "\"environment\":\"qa\"}");
      assertThat(event.seal())
          .hasToString("46b4f9c6bcce76a25ae464add9addbb9539c136a322a407c780b9a2a90316d1b");
    }

    @Test
    void ofTheFirstEventFollowsZeros() {
      assertThat(history.get(0).seal()).isEqualTo(Seal.NONE.next(stored.get(0).text()));
      assertThat(Seal.NONE.value()).isEqualTo("0".repeat(64));
    }

    @Test
    void ofAReleaseIsThatOfItsNewestEvent() {
      Release release = Release.replay(history);

      assertThat(release.seal()).isEqualTo(history.get(history.size() - 1).seal());
      assertThat(Release.replay(history.subList(0, 1)).seal()).isNotEqualTo(release.seal());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "0",
          "g000000000000000000000000000000000000000000000000000000000000000",
          "A000000000000000000000000000000000000000000000000000000000000000",
          "/000000000000000000000000000000000000000000000000000000000000000",
          "`000000000000000000000000000000000000000000000000000000000000000",
          "00000000000000000000000000000000000000000000000000000000000000000"
        })
    void hasOneForm(String other) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Seal(other))
          .withMessage("a seal has 64 lower-case hexadecimal digits");
    }
  }

  @Nested
  class AnAnchor {

    @Test
    void isReadAsItIsWritten() {
      Anchor anchor = new Anchor(7, history.get(0).seal());

      assertThat(Anchor.parse(anchor.toString())).isEqualTo(anchor);
      assertThat(anchor).hasToString("7 " + history.get(0).seal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x ", "0 ", "-1 ", "01 ", "1", "1  ", "9999999999999999999 "})
    void hasOneForm(String other) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Anchor.parse(other + (other.equals("1") ? "" : Seal.NONE)));
    }

    @Test
    void countsFromOne() {
      assertThatIllegalArgumentException().isThrownBy(() -> new Anchor(0, Seal.NONE));
    }
  }

  @Nested
  class ARecord {

    @Test
    void isReadAsItWasWritten() {
      assertThat(EventCodec.read(stored)).isEqualTo(history);
      assertThat(EventCodec.read(ReleaseStory.ID, stored)).isEqualTo(history);
      assertThat(EventCodec.read(List.of())).isEmpty();
      assertThat(EventCodec.verify(stored)).isEmpty();
    }

    @Test
    void thatWasChangedIsNamed() {
      stored.set(
          3, new StoredEvent(stored.get(3).text().replace("dev", "abc"), stored.get(3).seal()));

      assertThatExceptionOfType(AlteredRecordException.class)
          .isThrownBy(() -> EventCodec.read(stored))
          .withMessage(
              "release 0123456789abcdef01234567, record 4: was changed, moved or removed after it"
                  + " had been recorded; nothing is done for the release until its record is"
                  + " restored [RECORD_ALTERED]")
          .matches(thrown -> thrown.code() == ProblemCode.RECORD_ALTERED);
      assertThat(EventCodec.verify(stored).orElseThrow().place()).endsWith("record 4");
    }

    @Test
    void ofAnotherReleaseIsTold() {
      ReleaseId other = new ReleaseId("f".repeat(24));

      assertThatExceptionOfType(AlteredRecordException.class)
          .isThrownBy(() -> EventCodec.read(other, stored))
          .withMessageStartingWith(
              "release ffffffffffffffffffffffff, record 1: is the start of release"
                  + " 0123456789abcdef01234567; nothing is done");
    }

    @Test
    void beginsWithAStart() {
      List<StoredEvent> headless = List.of(sealed(Seal.NONE, "1", "\"deadline-passed\""));

      assertThatExceptionOfType(AlteredRecordException.class)
          .isThrownBy(() -> EventCodec.read(headless))
          .withMessageStartingWith("record 1: is not the start of a release; nothing");
    }

    @Test
    void isSealedAtItsOwnPlace() {
      List<StoredEvent> misplaced =
          List.of(stored.get(0), sealed(stored.get(0).seal(), "3", "\"deadline-passed\""));

      assertThatExceptionOfType(AlteredRecordException.class)
          .isThrownBy(() -> EventCodec.read(misplaced))
          .withMessageContaining("record 2: says that it is record 3; nothing is done");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "\"format\":1 | \"format\":2 | is written in format 2, not 1",
          "\"release-started\" | \"release-paused\" | has the unknown type 'release-paused'",
          "\"mode\":\"REGULAR\" | \"mode\":\"DEVICE\" | has 'DEVICE' as its mode",
        })
    void thatNeedsANewerVersionSaysSo(String old, String changed, String message) {
      List<StoredEvent> rewritten = List.of(rewritten(old, changed));

      assertThatExceptionOfType(NewerRecordException.class)
          .isThrownBy(() -> EventCodec.read(rewritten))
          .withMessage(
              "release 0123456789abcdef01234567, record 1: "
                  + message
                  + "; it needs the newer version of Promotion that wrote it [RECORD_NEWER]");
      assertThat(EventCodec.verify(rewritten).orElseThrow().code())
          .isEqualTo(ProblemCode.RECORD_NEWER);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"sequence\" | {\"sequence\" :1,\"x\" | lacks \"sequence\": at character 2",
          "\"sequence\":1 | \"sequence\":01 | lacks a whole number at character 13",
          "\"sequence\":1 | \"sequence\":-0 | lacks a whole number at character 13",
          "\"sequence\":1 | \"sequence\":1e0 | lacks ',' at character 14",
          "\"sequence\":1, | \"sequence\":9223372036854775808, | lacks a whole number",
          "\"at\":\"2026-11-23T12:00:00Z\" | \"at\":\"2026-11-23T12:00:00.000Z\" | has no time as"
              + " 'at'",
          "\"at\":\"2026-11-23T12:00:00Z\" | \"at\":\"noon\" | has no time as 'at'",
          "\"stableFor\":\"PT5S\" | \"stableFor\":\"5s\" | has no time as 'stableFor'",
          "\"product\":\"shop\" | \"product\":\"Shop\" | product name: 'Shop' has 'S'",
          "\"product\":\"shop\" | \"product\":\"\\u0073hop\" | lacks an escape that is needed",
          "\"product\":\"shop\" | \"product\":\"sh\\/op\" | lacks an escape that is needed",
          "\"product\":\"shop\", | \"product\":\"shop\",\"product\":\"shop\", | lacks \"flow\":",
          "\"warnings\":[] | \"warnings\":[],\"more\":1 | lacks '}'",
          "\"warnings\":[] | \"warnings\":[{}] | lacks \"code\":",
          "\"warnings\":[] | \"warnings\":{} | lacks '['",
          "\"warnings\":[]}} | \"warnings\":[]}}{} | lacks the end",
          "\"warnings\":[]}} | \"warnings\":[ | lacks '{'",
          "\"dependsOn\":[\"dev\"] | \"dependsOn\":[\"dev\",] | lacks '\"'",
          "}]},\"targets\" | }],\"values\":[]},\"targets\" | has an empty list",
          "\"dependsOn\":[\"dev\"] | \"dependsOn\":[\"dev\" \"qa\"] | lacks ','",
        })
    void inAnotherFormIsRefused(String old, String changed, String message) {
      List<StoredEvent> rewritten = List.of(rewritten(old, changed));

      assertThatExceptionOfType(AlteredRecordException.class)
          .isThrownBy(() -> EventCodec.read(rewritten))
          .withMessageContaining("record 1: cannot be read: " + message)
          .withMessageEndingWith(
              "; nothing is done for the release until its record is restored [RECORD_ALTERED]");
    }
  }

  /** Changes the first record and seals it anew, as only somebody who knows how would. */
  private StoredEvent rewritten(String old, String changed) {
    String text = stored.get(0).text().replace(old, changed);
    return new StoredEvent(text, Seal.NONE.next(text));
  }

  private static StoredEvent sealed(Seal before, String sequence, String type) {
    String text =
        "{\"sequence\":" + sequence + ",\"at\":\"2026-11-23T12:00:00Z\",\"type\":" + type + "}";
    return new StoredEvent(text, before.next(text));
  }
}
