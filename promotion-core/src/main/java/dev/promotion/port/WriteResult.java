package dev.promotion.port;

/** What became of writing a commit. */
public enum WriteResult {
  /** The branch is at the commit now, by this call or an earlier one. */
  WRITTEN,
  /** The branch was not at the parent, so it was left alone. */
  BRANCH_MOVED
}
