package dev.promotion.template;

import static java.util.Objects.requireNonNull;

/**
 * The one place of a value in a file, such as {@code $['image']['tag']} or {@code $['hosts'][0]}:
 * the normalized path of RFC 9535.
 *
 * @param text the text, which begins with {@code $}
 */
public record NormalizedPath(String text) {

  /**
   * Checks the beginning.
   *
   * @throws IllegalArgumentException if the text does not begin with {@code $}
   */
  public NormalizedPath {
    requireNonNull(text, "text");
    if (!text.startsWith("$")) {
      throw new IllegalArgumentException("a normalized path begins with $: " + text);
    }
  }

  /** Returns the text. */
  @Override
  public String toString() {
    return text;
  }
}
