package dev.promotion.port;

import dev.promotion.repository.CommitDraft;

/** New commits of a repository. */
public interface RepositoryCommits {

  /**
   * Works out a commit without writing anything.
   *
   * @param draft what the commit is made of
   * @return the commit with its id; the same draft always has the same id
   * @throws PortException with {@link Fault#NOT_FOUND} if the parent is not there; with {@link
   *     Fault#REJECTED} and {@code PATH_NOT_REGULAR} or {@code PATH_TYPE_CHANGE} if a file would
   *     replace a link, a submodule or a folder, or lie below one that is not a folder, or if what
   *     is deleted is not a file; deleting what is not there changes nothing, and a folder goes
   *     with its last file; an adapter may also refuse, with {@code PATH_CASE_CLASH} or {@code
   *     PATH_UNICODE_CLASH}, a new name that some file systems take for one that is there
   */
  PreparedCommit prepare(CommitDraft draft);

  /**
   * Writes a commit and moves its branch from exactly its parent to it: never by force, never
   * creating the branch. What is acknowledged stays after a crash of process or machine. Repeating
   * it is harmless.
   *
   * @param commit a commit that {@link #prepare} of this repository worked out
   * @param contents the contents of its files; asked only for what the repository does not have
   * @return whether the branch moved to the commit
   * @throws PortException if it is refused, or if it is not known what became of it
   */
  WriteResult write(PreparedCommit commit, Contents contents);
}
