package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import java.time.Instant;

/**
 * An event as it was recorded. Its seal is computed once, by {@link #first} or {@link #next}, and
 * checked wherever stored text becomes events again, see {@link EventCodec}.
 *
 * @param sequence its place among the events of the release, counted from 1 without gaps
 * @param at when it was recorded; for people to read, never used to order events
 * @param event what happened
 * @param seal what this event and all before it come to
 */
public record RecordedEvent(long sequence, Instant at, ReleaseEvent event, Seal seal) {

  /**
   * Checks that nothing is missing; whether the seal is right is not checked.
   *
   * @throws IllegalArgumentException if the sequence is less than 1
   */
  public RecordedEvent {
    requireNonNull(at, "at");
    requireNonNull(event, "event");
    requireNonNull(seal, "seal");
    requireSequence(sequence);
  }

  static void requireSequence(long sequence) {
    if (sequence < 1) {
      throw new IllegalArgumentException("sequences count from 1: " + sequence);
    }
  }

  /**
   * Records the start of a release.
   *
   * @param at when
   * @param event the start
   * @return the first record
   * @throws IllegalArgumentException if a text in it has half a character, which no file can hold
   */
  public static RecordedEvent first(Instant at, ReleaseStarted event) {
    return sealed(Seal.NONE, 1, at, event);
  }

  /**
   * Records what happened next.
   *
   * @param at when
   * @param event what happened
   * @return the record that follows this one
   * @throws IllegalArgumentException if a text in it has half a character, which no file can hold
   */
  public RecordedEvent next(Instant at, ReleaseEvent event) {
    return sealed(seal, sequence + 1, at, event);
  }

  private static RecordedEvent sealed(Seal before, long sequence, Instant at, ReleaseEvent event) {
    return new RecordedEvent(
        sequence, at, event, before.next(EventText.write(sequence, at, event)));
  }
}
