package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.ReleaseStore;
import dev.promotion.release.EventCodec;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseId;
import java.util.List;

/** What all chapters of the {@link ReleaseStoreContract} share. */
interface ReleaseStoreCases {

  ReleaseId ONE = SampleReleases.id(1);
  ReleaseId TWO = SampleReleases.id(2);
  ReleaseId THREE = SampleReleases.id(3);

  /** Returns the store of the present test. */
  ReleaseStore store();

  /** Returns another store on what the first one keeps. */
  ReleaseStore another();

  /** Begins a release, and returns its first event. */
  default RecordedEvent start(ReleaseId release, String product) {
    RecordedEvent start = SampleReleases.start(release, product);
    store().append(release, 0, List.of(start));
    return start;
  }

  /** Checks that the seals of a release are those of its events. */
  default void assertIntact(ReleaseId release) {
    assertThat(EventCodec.verify(another().load(release).stream().map(EventCodec::write).toList()))
        .isEmpty();
  }

  default void startAndEnd(ReleaseId release, String product) {
    store().append(release, 1, List.of(SampleReleases.end(start(release, product))));
  }
}
