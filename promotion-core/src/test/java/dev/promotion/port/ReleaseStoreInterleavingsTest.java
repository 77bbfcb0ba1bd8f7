package dev.promotion.port;

import dev.promotion.fixture.Interleavings;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** Whatever order the steps of two threads come in, the store does one thing after the other. */
class ReleaseStoreInterleavingsTest {

  @Test
  void storeInMemoryDoesOneThingAfterTheOther() {
    Interleavings.check(OfTheStore.class);
  }

  /** Two writers append to two releases at versions that may be stale, and read. */
  @Param(name = "release", gen = IntGen.class, conf = "0:1")
  @Param(name = "version", gen = IntGen.class, conf = "0:2")
  @Param(name = "writer", gen = IntGen.class, conf = "0:1")
  public static final class OfTheStore {

    private static final List<ReleaseId> RELEASES =
        List.of(new ReleaseId("a".repeat(24)), new ReleaseId("b".repeat(24)));

    /** By release, writer and version: a start, a request to terminate, an end. */
    private static final List<List<List<RecordedEvent>>> EVENTS =
        RELEASES.stream()
            .map(release -> List.of(history(release, 0), history(release, 1)))
            .toList();

    private static final ProductName SHOP = new ProductName("shop");

    private final ReleaseStore store = ReleaseStore.inMemory();

    /** Appends the one event that a writer has for a version, and tells whether it was in time. */
    @Operation(params = {"release", "writer", "version"})
    public boolean append(int release, int writer, int version) {
      try {
        List<RecordedEvent> events = EVENTS.get(release).get(writer);
        store.append(RELEASES.get(release), version, events.subList(version, version + 1));
        return true;
      } catch (StaleReleaseException stale) {
        return false;
      }
    }

    /** Tells who appended what is there. */
    @Operation(params = "release")
    public String load(int release) {
      StringBuilder writers = new StringBuilder();
      for (RecordedEvent event : store.load(RELEASES.get(release))) {
        writers.append(event.at().equals(ReleaseStory.START) ? '0' : '1');
      }
      return writers.toString();
    }

    /** Lists what has not ended. */
    @Operation
    public List<ReleaseId> open() {
      return store.open();
    }

    /** Lists what there is of the product. */
    @Operation
    public List<ReleaseId> releases() {
      return store.releases(SHOP);
    }

    private static List<RecordedEvent> history(ReleaseId release, int writer) {
      Instant at = ReleaseStory.START.plusSeconds(writer);
      ReleaseStory story = ReleaseStory.ofChain();
      List<RecordedEvent> events = new ArrayList<>();
      events.add(RecordedEvent.first(at, new ReleaseStarted(release, story.release().plan())));
      story.start("dev").terminate().end(ReleaseStatus.TERMINATED);
      for (int index : List.of(1, 3)) {
        events.add(events.get(index / 2).next(at, story.release().events().get(index).event()));
      }
      return events;
    }
  }
}
