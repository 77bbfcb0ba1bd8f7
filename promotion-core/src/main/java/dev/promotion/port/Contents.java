package dev.promotion.port;

import dev.promotion.repository.BlobId;

/** Finds the contents of files by their ids. */
@FunctionalInterface
public interface Contents {

  /**
   * Returns the bytes of a file.
   *
   * @param blob the id of the content
   * @return the bytes; the caller may keep and change them
   */
  byte[] content(BlobId blob);
}
