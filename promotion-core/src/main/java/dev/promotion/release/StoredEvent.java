package dev.promotion.release;

import static java.util.Objects.requireNonNull;

/**
 * An event in the form that a store keeps it in, to the byte: {@link EventCodec} makes it and reads
 * it. A store makes it of what it has kept by {@link #of}.
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

  /**
   * Takes what a store has kept, however it looks now. A seal in another form than its own becomes
   * one that fits no text, so that {@link EventCodec#read} refuses it and names the record.
   *
   * @param text what is kept as the text
   * @param seal what is kept as the seal
   * @return both
   */
  public static StoredEvent of(String text, String seal) {
    return new StoredEvent(text, Seal.wellFormed(seal) ? new Seal(seal) : Seal.NONE);
  }
}
