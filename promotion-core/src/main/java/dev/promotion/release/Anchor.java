package dev.promotion.release;

import static java.util.Objects.requireNonNull;

/**
 * One record that is known from elsewhere, such as from the trailer {@code Promotion-Record} of a
 * commit. It shows that records were cut off at the end, or that a whole history was written anew.
 *
 * @param sequence the place of the record among the events of the release
 * @param seal its seal
 */
public record Anchor(long sequence, Seal seal) {

  /**
   * Checks that nothing is missing.
   *
   * @throws IllegalArgumentException if the sequence is less than 1
   */
  public Anchor {
    requireNonNull(seal, "seal");
    RecordedEvent.requireSequence(sequence);
  }

  /**
   * Reads an anchor as a commit has it.
   *
   * @param text the sequence, a blank and the seal
   * @return the anchor
   * @throws IllegalArgumentException if the text is not an anchor
   */
  public static Anchor parse(String text) {
    int blank = text.indexOf(' ');
    String sequence = text.substring(0, Math.max(blank, 0));
    if (!sequence.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException(
          "not a record of a release; give its number, a blank and the 64 digits of its seal");
    }
    return new Anchor(Long.parseLong(sequence), new Seal(text.substring(blank + 1)));
  }

  /** Returns sequence and seal with a blank between them. */
  @Override
  public String toString() {
    return sequence + " " + seal;
  }
}
