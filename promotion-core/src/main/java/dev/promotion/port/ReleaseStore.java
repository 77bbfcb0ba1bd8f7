package dev.promotion.port;

import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseId;
import java.util.List;

/**
 * Keeps the events of releases. What is appended is there for every later read, by any process that
 * shares the store, also after a crash.
 *
 * <p>Thread-safe; may block. Of two that append to the same version one wins.
 */
public interface ReleaseStore {

  /**
   * Reads a release.
   *
   * @param release an id
   * @return all its events from the first on; empty if there is no such release
   * @throws dev.promotion.release.AlteredRecordException if what is kept is not what was appended;
   *     a store that keeps text finds that by {@link dev.promotion.release.EventCodec}
   * @throws dev.promotion.release.NewerRecordException if a newer version appended to the release
   * @throws PortException if the store fails
   */
  List<RecordedEvent> load(ReleaseId release);

  /**
   * Appends events, all or none. Those of version 0 begin a release.
   *
   * @param release the release
   * @param version the sequence number of its last event; 0 for a new release
   * @param events the next events, with the sequence numbers that follow; at least one
   * @throws StaleReleaseException if the release is not at that version; nothing was appended
   * @throws PortException if the store fails; the events may or may not have been appended
   */
  void append(ReleaseId release, long version, List<RecordedEvent> events);

  /**
   * Lists the releases that are open: their last event is not one that {@linkplain
   * dev.promotion.release.ReleaseEvent#closesRelease closes} them. The cost does not grow with the
   * number of those that are closed.
   *
   * @return their ids, the oldest first
   * @throws PortException if the store fails
   */
  List<ReleaseId> open();

  /**
   * Lists the releases of a product.
   *
   * @param product the product, as the first event of a release names it
   * @return their ids, the newest first
   * @throws PortException if the store fails
   */
  List<ReleaseId> releases(ProductName product);

  /**
   * Creates a store that forgets everything when the process ends.
   *
   * @return an empty store
   */
  static ReleaseStore inMemory() {
    return new InMemoryReleaseStore();
  }
}
