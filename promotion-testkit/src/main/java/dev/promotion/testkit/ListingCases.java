package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.promotion.port.StaleReleaseException;
import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which releases there are. */
interface ListingCases extends ReleaseStoreCases {

  @Test
  default void emptyStoreHasNothing() {
    assertThat(store().load(ONE)).isEmpty();
    assertThat(store().open()).isEmpty();
    assertThat(store().releases(new ProductName("shop"))).isEmpty();
  }

  @Test
  default void staleStartLeavesTheListsAlone() {
    startAndEnd(ONE, "shop");

    assertThatThrownBy(() -> start(ONE, "other")).isInstanceOf(StaleReleaseException.class);

    assertThat(store().open()).isEmpty();
    assertThat(store().releases(new ProductName("other"))).isEmpty();
    assertThat(store().releases(new ProductName("shop"))).containsExactly(ONE);
  }

  @Test
  default void openReleasesAreThoseThatHaveNotEndedTheOldestFirst() {
    RecordedEvent one = start(ONE, "shop");
    RecordedEvent two = start(TWO, "bank");
    start(THREE, "shop");
    store().append(ONE, 1, List.of(SampleReleases.next(one)));
    RecordedEvent second = SampleReleases.next(two);

    store().append(TWO, 1, List.of(second, SampleReleases.end(second)));

    assertThat(store().open()).containsExactly(ONE, THREE);
    assertThat(another().open()).containsExactly(ONE, THREE);
  }

  @Test
  default void releaseThatEndsAsItBeginsIsNeverOpen() {
    RecordedEvent start = SampleReleases.start(ONE, "shop");

    store().append(ONE, 0, List.of(start, SampleReleases.end(start)));

    assertThat(store().open()).isEmpty();
    assertThat(store().releases(new ProductName("shop"))).containsExactly(ONE);
  }

  @Test
  default void releasesOfAProductAreListedTheNewestFirst() {
    startAndEnd(ONE, "shop");
    start(TWO, "bank");
    start(THREE, "shop");

    assertThat(store().releases(new ProductName("shop"))).containsExactly(THREE, ONE);
    assertThat(store().releases(new ProductName("bank"))).containsExactly(TWO);
    assertThat(store().releases(new ProductName("sho"))).isEmpty();
    assertThat(another().releases(new ProductName("shop"))).containsExactly(THREE, ONE);
  }

  @Test
  default void manyReleasesKeepTheirOrder() {
    List<ReleaseId> oldestFirst = new ArrayList<>();
    for (int number = 0; number < 100; number++) {
      oldestFirst.add(SampleReleases.id(number * 7919 % 100));
    }
    oldestFirst.forEach(release -> start(release, "shop"));

    List<ReleaseId> newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    assertThat(store().open()).isEqualTo(oldestFirst);
    assertThat(store().releases(new ProductName("shop"))).isEqualTo(newestFirst);
  }

  @Test
  default void whatWasReadNeverChanges() {
    RecordedEvent start = start(ONE, "shop");
    List<RecordedEvent> events = store().load(ONE);
    List<ReleaseId> open = store().open();
    List<ReleaseId> releases = store().releases(new ProductName("shop"));

    store().append(ONE, 1, List.of(SampleReleases.end(start)));
    start(TWO, "shop");

    assertThat(events).hasSize(1);
    assertThat(open).containsExactly(ONE);
    assertThat(releases).containsExactly(ONE);
    assertThatThrownBy(events::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(open::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(releases::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
