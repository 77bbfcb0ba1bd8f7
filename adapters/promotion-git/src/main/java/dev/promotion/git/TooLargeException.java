package dev.promotion.git;

import java.io.IOException;
import org.eclipse.jgit.errors.CorruptObjectException;

/** Thrown when an object or a listing is larger than this library is willing to hold. */
final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The largest object that is read whole. */
  static final int LARGEST_OBJECT = 256 << 20;

  /** Deflating makes nothing smaller than by this factor. */
  private static final int MOST_EXPANSION = 1032;

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

  /**
   * Returns the size as an array length if so many deflated bytes can hold an object of that size:
   * nobody can make the engine take memory by writing down a large number.
   */
  static int checked(long size, long deflated) throws IOException {
    int length = checked(size);
    if (size > (deflated + 1) * MOST_EXPANSION) {
      throw new CorruptObjectException("an object says a size that its data cannot have");
    }
    return length;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
