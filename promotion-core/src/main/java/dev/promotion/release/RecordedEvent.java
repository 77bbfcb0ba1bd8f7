package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An event as the store keeps it.
 *
 * @param sequence its place among the events of the release, counted from 1 without gaps
 * @param at when it was recorded; for people to read, never used to order events
 * @param event what happened
 */
public record RecordedEvent(long sequence, Instant at, ReleaseEvent event) {

  /** Checks that nothing is missing. */
  public RecordedEvent {
    requireNonNull(at, "at");
    requireNonNull(event, "event");
    if (sequence < 1) {
      throw new IllegalArgumentException("sequences count from 1: " + sequence);
    }
  }
}
