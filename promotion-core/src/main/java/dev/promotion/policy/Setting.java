package dev.promotion.policy;

import static java.util.Objects.requireNonNull;

/**
 * One thing about how to promote, and who said it.
 *
 * @param <T> the type of the value
 * @param value what was said
 * @param supplier who said it
 */
public record Setting<T>(T value, Supplier supplier) {

  /** Checks that nothing is missing. */
  public Setting {
    requireNonNull(value, "value");
    requireNonNull(supplier, "supplier");
  }

  /** Returns the value, and who supplied it. */
  @Override
  public String toString() {
    return value + " (" + supplier + ")";
  }
}
