package dev.promotion.release;

/** How far a release is. */
public enum ReleaseStatus {
  /** Accepted, and waiting for another release of the product. */
  QUEUED,
  /** Something is being done or waited for. */
  RUNNING,
  /** Nothing goes on until a person acts. */
  SUSPENDED,
  /** To be terminated; what was begun is being found out. */
  TERMINATING,
  /** Ended: every environment succeeded. */
  SUCCEEDED,
  /** Ended: an environment failed. */
  FAILED,
  /** Ended: on request or because its time was over. */
  TERMINATED;

  /**
   * Tells whether the release has ended, so that its status never changes again.
   *
   * @return true for succeeded, failed and terminated
   */
  public boolean isEnd() {
    return this == SUCCEEDED || this == FAILED || this == TERMINATED;
  }
}
