package dev.promotion.git;

import java.io.IOException;

/** Thrown when an object or a listing is larger than this library is willing to hold. */
final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The largest object that is read whole. */
  static final int LARGEST_OBJECT = 256 << 20;

  TooLargeException(String message) {
    super(message);
  }

  /** Returns the size as an array length if an object of that size may be read. */
  static int checked(long size) throws TooLargeException {
    if (size < 0 || size > LARGEST_OBJECT) {
      throw new TooLargeException(
          "an object has " + size + " bytes, the limit is " + LARGEST_OBJECT);
    }
    return (int) size;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
