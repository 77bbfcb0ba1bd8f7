package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.product.Application;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitInfo;

/**
 * Where the cargo of a release was read.
 *
 * @param application the application of the trigger environment
 * @param branch the branch that its revision stood for
 * @param commit the trigger commit
 */
public record SourceCommit(Application application, BranchName branch, CommitInfo commit) {

  /** Checks that nothing is missing. */
  public SourceCommit {
    requireNonNull(application, "application");
    requireNonNull(branch, "branch");
    requireNonNull(commit, "commit");
  }
}
