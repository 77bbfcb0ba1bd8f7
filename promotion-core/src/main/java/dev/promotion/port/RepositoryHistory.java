package dev.promotion.port;

import dev.promotion.repository.BranchHead;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.util.Optional;

/** Branches and commits of a repository. */
public interface RepositoryHistory {

  /**
   * Reads where a branch is now.
   *
   * @param revision a branch, or {@code HEAD} for the default branch
   * @return the branch and its newest commit
   * @throws PortException with {@link Fault#NOT_FOUND} and {@code BRANCH_NOT_FOUND} if there is no
   *     such branch or it has no commit
   */
  BranchHead head(Revision revision);

  /**
   * Reads a commit.
   *
   * @param commit a full id
   * @return who made it, when and why
   * @throws PortException with {@link Fault#NOT_FOUND} and {@code COMMIT_NOT_FOUND} if it is not
   *     there
   */
  CommitInfo commit(CommitId commit);

  /**
   * Tells whether a commit is another one or comes before it. The cost grows with what lies between
   * them, not with all of history.
   *
   * @param revision the later commit
   * @param commit the earlier one
   * @return true if {@code revision} contains {@code commit}; false if either is not there
   */
  boolean contains(CommitId revision, CommitId commit);

  /**
   * Finds who changed a file last.
   *
   * @param after a commit that {@code upTo} contains; it and what comes before are not searched
   * @param upTo where to search from
   * @param path a file, from the root of the repository
   * @return the newest commit that gave the file the content that it has in {@code upTo}, or empty
   *     if it was not changed in between
   */
  Optional<CommitInfo> lastChange(CommitId after, CommitId upTo, RepositoryPath path);
}
