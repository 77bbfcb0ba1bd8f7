package dev.promotion.release;

/** How far a release is with one application. */
public enum ApplicationPhase {
  /** Nothing was begun. */
  PENDING,
  /** A commit is on its way into the branch. */
  COMMITTING,
  /** Waits until the deployment runs a revision that contains the commit, and is healthy. */
  SYNCING,
  /** Is healthy, and watched until it has been so for the stable window. */
  STABILIZING,
  /** Runs what was promoted, and is healthy. */
  SUCCEEDED,
  /** Cannot be promoted; the reason is recorded. */
  FAILED,
  /** No longer followed, because its environment failed or the release was terminated. */
  STOPPED;

  /**
   * Tells whether nothing more happens with the application.
   *
   * @return true for succeeded, failed and stopped
   */
  public boolean isEnd() {
    return this == SUCCEEDED || this == FAILED || this == STOPPED;
  }
}
