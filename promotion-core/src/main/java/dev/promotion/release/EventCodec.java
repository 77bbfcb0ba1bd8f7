package dev.promotion.release;

import dev.promotion.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Turns events into what a store keeps and back, and tells whether what is kept was tampered with.
 * A store writes every event by {@link #write}, and reads them by {@link StoredEvent#of} and {@link
 * #read(ReleaseId, List)}, so that nothing that was altered is ever acted on.
 *
 * <p>The seals show every change but two: records cut off at the end, and a whole history written
 * anew. For these the verifier takes an {@link Anchor} from elsewhere, such as from a commit.
 *
 * <p>Thread-safe.
 */
public final class EventCodec {

  private EventCodec() {}

  /**
   * Returns what a store keeps of an event.
   *
   * @param event an event
   * @return its text and its seal
   */
  public static StoredEvent write(RecordedEvent event) {
    return new StoredEvent(
        EventText.write(event.sequence(), event.at(), event.event()), event.seal());
  }

  /**
   * Reads all events of a release.
   *
   * @param events what was written, from the first event on
   * @return the events; none if there is none
   * @throws AlteredRecordException if a record is not what was written
   * @throws NewerRecordException if a newer version wrote what this one does not know
   */
  public static List<RecordedEvent> read(List<StoredEvent> events) {
    return RecordCheck.of(events).read();
  }

  /**
   * Reads all events of the release that they are kept under.
   *
   * @param release the release
   * @param events what was written, from the first event on
   * @return the events; none if there is none
   * @throws AlteredRecordException if a record is not what was written, or of another release
   * @throws NewerRecordException if a newer version wrote what this one does not know
   */
  public static List<RecordedEvent> read(ReleaseId release, List<StoredEvent> events) {
    return new RecordCheck(Optional.of(release), events).read();
  }

  /**
   * Tells which record is the first that is not what was written.
   *
   * @param events all records of a release, from the first on
   * @return what is wrong and where, or empty if nothing is
   */
  public static Optional<Problem> verify(List<StoredEvent> events) {
    try {
      read(events);
      return Optional.empty();
    } catch (AlteredRecordException | NewerRecordException bad) {
      return Optional.of(bad.problems().get(0));
    }
  }

  /**
   * Tells which record is the first that is not what was written, or that a commit knows otherwise.
   *
   * @param events all records of a release, from the first on
   * @param anchor a record that is known from elsewhere, such as from the newest commit
   * @return what is wrong and where, or empty if nothing is
   */
  public static Optional<Problem> verify(List<StoredEvent> events, Anchor anchor) {
    return verify(events).or(() -> RecordCheck.of(events).against(anchor));
  }
}
