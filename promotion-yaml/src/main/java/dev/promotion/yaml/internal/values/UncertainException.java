package dev.promotion.yaml.internal.values;

/** Thrown where the quick reader is not certain; never leaves it. */
final class UncertainException extends Exception {

  private static final long serialVersionUID = 1L;

  UncertainException() {
    super("not certain", null, false, false);
  }
}
