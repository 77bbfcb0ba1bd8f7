package dev.promotion.release;

/** Tells of a word in a record that only a newer version of the library can have written. */
final class UnknownWordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownWordException(String message) {
    super(message);
  }
}
