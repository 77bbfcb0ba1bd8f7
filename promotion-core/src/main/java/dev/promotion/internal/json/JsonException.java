package dev.promotion.internal.json;

/** Tells where a text is not in the form that was asked for. */
public final class JsonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JsonException(String message) {
    super(message);
  }
}
