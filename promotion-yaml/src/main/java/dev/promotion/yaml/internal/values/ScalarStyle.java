package dev.promotion.yaml.internal.values;

/** How a single value is written. */
public enum ScalarStyle {
  /** Without quotes. */
  PLAIN,
  /** In single quotes. */
  SINGLE_QUOTED,
  /** In double quotes, as every text in JSON. */
  DOUBLE_QUOTED,
  /** A block of text below {@code |}. */
  LITERAL,
  /** A block of text below {@code >}. */
  FOLDED;

  /** Tells whether it is a block of text with a header. */
  boolean isBlock() {
    return this == LITERAL || this == FOLDED;
  }
}
