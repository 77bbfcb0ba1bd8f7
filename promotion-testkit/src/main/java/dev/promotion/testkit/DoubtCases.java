package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A release that ended is open for as long as a commit of it is in doubt. */
interface DoubtCases extends ReleaseStoreCases {

  @Test
  default void aReleaseThatEndedInDoubtStaysOpen() {
    ReleaseId id = SampleReleases.id(1);
    RecordedEvent start = SampleReleases.start(id, "shop");
    RecordedEvent end = SampleReleases.endInDoubt(start);
    store().append(id, 0, List.of(start));

    store().append(id, 1, List.of(end));

    assertThat(store().open()).containsExactly(id);
    assertThat(another().open()).containsExactly(id);
  }

  @Test
  default void aReleaseIsClosedWhenItsLastDoubtIsSettled() {
    ReleaseId id = SampleReleases.id(1);
    RecordedEvent start = SampleReleases.start(id, "shop");
    RecordedEvent end = SampleReleases.endInDoubt(start);
    store().append(id, 0, List.of(start, end));

    store().append(id, 2, List.of(SampleReleases.settled(end)));

    assertThat(store().open()).isEmpty();
    assertThat(another().open()).isEmpty();
    assertThat(store().load(id)).hasSize(3);
  }
}
