package dev.promotion.template;

import static java.util.Objects.requireNonNull;

/**
 * Leads to the values that are promoted, such as {@code $.image.tag} or {@code $..tag} (RFC 9535).
 * The text is kept as it was written; whether it is a path is told by who reads values.
 *
 * @param text the text; {@code *} is the whole file
 */
public record JsonPath(String text) {

  private static final String WHOLE_FILE = "*";

  /** Checks that there is a text. */
  public JsonPath {
    requireNonNull(text, "text");
  }

  /**
   * Tells whether the whole file is promoted.
   *
   * @return whether this is {@code *}
   */
  public boolean isWholeFile() {
    return text.equals(WHOLE_FILE);
  }

  /** Returns the text. */
  @Override
  public String toString() {
    return text;
  }
}
