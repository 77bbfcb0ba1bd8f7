package dev.promotion.yaml.internal.regexp;

/** Thrown when a regular expression is too large to be matched in reasonable time. */
public final class RegexpLimitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RegexpLimitException(String message) {
    super(message);
  }
}
