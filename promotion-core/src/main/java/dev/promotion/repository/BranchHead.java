package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

/**
 * A branch and the commit that it pointed to when it was read.
 *
 * @param branch the branch; never {@code HEAD}
 * @param commit its newest commit
 */
public record BranchHead(BranchName branch, CommitId commit) {

  /** Checks that nothing is missing. */
  public BranchHead {
    requireNonNull(branch, "branch");
    requireNonNull(commit, "commit");
  }
}
