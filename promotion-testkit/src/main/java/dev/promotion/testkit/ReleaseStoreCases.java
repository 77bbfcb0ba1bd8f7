package dev.promotion.testkit;

import dev.promotion.port.ReleaseStore;
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

  default void start(ReleaseId release, String product) {
    store().append(release, 0, List.of(SampleReleases.start(release, product)));
  }

  default void startAndEnd(ReleaseId release, String product) {
    start(release, product);
    store().append(release, 1, List.of(SampleReleases.end(2)));
  }
}
