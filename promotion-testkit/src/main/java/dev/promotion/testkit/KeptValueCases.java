package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are long, odd, or hard to tell apart. */
interface KeptValueCases extends ReleaseStoreCases {

  private void assertKept(List<RecordedEvent> events) {
    store().append(ONE, 0, events);

    assertThat(store().load(ONE)).isEqualTo(events);
    assertThat(another().load(ONE)).isEqualTo(events);
    assertIntact(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\r\n\n",
        "\u0000\u0001\u001f\u007f",
        "\"}]{',:\\",
        "\\u0041\\n\\\\",
        "'); DROP TABLE promotion_event; --",
        "%s %n ${x} #{y} {0} ? :name",
        "äöü ß éèê ñ Ω 漢字",
        "👩‍💻 🏳️‍🌈 😀",
        "e\u0301 \u00e9",
        "\u202e\u200b\ufeff\u2028\u2029",
        "\ufffd\uffff\ud83d\ude00"
      })
  default void textIsReadAsItWasAppended(String text) {
    RecordedEvent start = SampleReleases.start(ONE, "shop");

    assertKept(List.of(start, SampleReleases.saying(start, text)));
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 4_000, 65_536, 1_048_577, 3_000_000})
  default void longTextIsReadAsItWasAppended(int length) {
    RecordedEvent start = SampleReleases.start(ONE, "shop");

    assertKept(List.of(start, SampleReleases.saying(start, "ü0123456789".repeat(length / 11 + 1))));
  }

  @Test
  default void releaseOfManyFilesIsReadAsItBegan() {
    assertKept(List.of(SampleReleases.start(ONE, "shop", 5_000)));
  }

  @Test
  default void manyEventsAreAppendedAtOnce() {
    RecordedEvent start = SampleReleases.start(ONE, "shop");
    List<RecordedEvent> events = new ArrayList<>(List.of(start));
    events.addAll(SampleReleases.next(start, 1_000));

    assertKept(events);
  }

  @Test
  default void sealsAreKeptAsTheyWere() {
    List<RecordedEvent> events = SampleReleases.everyKind(ONE, "shop");
    store().append(ONE, 0, events);

    assertThat(store().load(ONE))
        .extracting(RecordedEvent::seal)
        .isEqualTo(events.stream().map(RecordedEvent::seal).toList());
    assertThat(store().load(ONE)).extracting(RecordedEvent::seal).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z",
        "2026-03-29T01:30:00.000000001Z",
        "9999-12-31T23:59:59.999999999Z"
      })
  default void timeIsKeptToTheNanosecond(String time) {
    RecordedEvent start = SampleReleases.start(ONE, "shop");
    RecordedEvent next = SampleReleases.next(start);

    assertKept(List.of(start, start.next(Instant.parse(time), next.event())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "null", "select", "a-b", "a--b", "true", "sho", "shopp"})
  default void productIsFoundByItsWholeNameOnly(String product) {
    start(ONE, "shop");
    start(TWO, product);

    assertThat(store().releases(new ProductName(product))).containsExactly(TWO);
    assertThat(store().releases(new ProductName("shop"))).containsExactly(ONE);
  }

  @Test
  default void longestNameOfAProductIsKept() {
    String longest = "p".repeat(253);
    start(ONE, longest);
    start(TWO, longest.substring(1));

    assertThat(another().releases(new ProductName(longest))).containsExactly(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000000000000000000000",
        "ffffffffffffffffffffffff",
        "00000000000000000000000e",
        "0e0000000000000000000000",
        "111111111111111111111111"
      })
  default void idIsTextAndNotANumber(String id) {
    ReleaseId release = new ReleaseId(id);
    ReleaseId other = new ReleaseId(id.substring(0, 23) + "7");
    start(release, "shop");

    assertThat(store().load(release)).containsExactly(SampleReleases.start(release, "shop"));
    assertThat(store().load(other)).isEmpty();
    assertThat(store().open()).containsExactly(release);
  }
}
