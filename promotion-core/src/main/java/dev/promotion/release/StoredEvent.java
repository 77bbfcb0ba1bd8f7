package dev.promotion.release;

import static java.util.Objects.requireNonNull;

/**
 * An event in the form that a store keeps it in, to the byte: {@link EventCodec} makes it and reads
 * it.
 *
 * @param text one line of JSON in UTF-8
 * @param seal the seal that was computed when the event was recorded
 */
public record StoredEvent(String text, Seal seal) {

  /** Checks that nothing is missing. */
  public StoredEvent {
    requireNonNull(text, "text");
    requireNonNull(seal, "seal");
  }
}
