package dev.promotion.release;

/** How far a release is in one environment. */
public enum EnvironmentStatus {
  /** Waits for the environments that it depends on. */
  PENDING,
  /** Something is being done or waited for. */
  RUNNING,
  /** Nothing goes on until a person acts. */
  SUSPENDED,
  /** Every application runs what was promoted, and is healthy. */
  SUCCEEDED,
  /** An application failed. */
  FAILED,
  /** The release was terminated while the environment ran. */
  TERMINATED,
  /** Never reached: the release ended, or an environment before it did not succeed. */
  SKIPPED;

  /**
   * Tells whether nothing more happens in the environment.
   *
   * @return true for every status but pending, running and suspended
   */
  public boolean isEnd() {
    return this == SUCCEEDED || this == FAILED || this == TERMINATED || this == SKIPPED;
  }
}
