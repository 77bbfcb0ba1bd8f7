package dev.promotion.port;

import dev.promotion.release.ReleaseId;

/**
 * Gives every new release an id of its own.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface ReleaseIds {

  /**
   * Returns an id.
   *
   * @return an id that was never returned before, here or in another process
   */
  ReleaseId next();

  /**
   * Returns ids that are random.
   *
   * @return ids that nobody can guess
   */
  static ReleaseIds random() {
    return new RandomReleaseIds();
  }
}
