package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.internal.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What an event and all events before it come to: SHA-256 over the seal before it, a line break and
 * the text of the event. Whoever changes, removes or adds an event changes every seal from there
 * on.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record Seal(String value) {

  private static final int DIGITS = 64;

  /** What the first event is chained to. */
  static final Seal NONE = new Seal("0".repeat(DIGITS));

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if it is not such a value
   */
  public Seal {
    requireNonNull(value, "seal");
    if (!wellFormed(value)) {
      throw new IllegalArgumentException("a seal has 64 lower-case hexadecimal digits");
    }
  }

  /** Tells whether a text is 64 lower-case hexadecimal digits. */
  static boolean wellFormed(String text) {
    if (text.length() != DIGITS) {
      return false;
    }
    for (int index = 0; index < DIGITS; index++) {
      char digit = text.charAt(index);
      if (!(digit >= '0' && digit <= '9') && !(digit >= 'a' && digit <= 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Returns the seal of the event that comes next. */
  Seal next(String text) {
    MessageDigest digest = Digests.sha256();
    digest.update(value.getBytes(StandardCharsets.ISO_8859_1));
    digest.update((byte) '\n');
    return new Seal(HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8))));
  }

  /** Returns the 64 digits. */
  @Override
  public String toString() {
    return value;
  }
}
