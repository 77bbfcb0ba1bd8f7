package dev.promotion.port;

import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import java.util.List;
import java.util.Set;

/** The files of a repository at a commit. */
public interface RepositoryFiles extends Contents {

  /**
   * Lists everything below a folder: files, links and submodules, in subfolders too. Nothing
   * outside the folder and the way to it is read.
   *
   * @param commit a commit
   * @param folder a folder, or the root
   * @return the entries, with paths relative to the folder, in the order of their paths; empty if
   *     there is no such folder
   * @throws PortException with {@link Fault#NOT_FOUND} if the commit is not there; with {@link
   *     Fault#REJECTED} and {@code PATH_NOT_REGULAR} if the folder is, or is reached through, a
   *     link, a submodule or a file
   */
  List<FileEntry> files(CommitId commit, RepositoryPath folder);

  /**
   * Tells which files there once were. The cost may grow with all of history.
   *
   * @param upTo a commit
   * @param paths files, from the root of the repository
   * @return those of the paths that lead to a file in this commit or in one that comes before it
   * @throws PortException with {@link Fault#NOT_FOUND} and {@code COMMIT_NOT_FOUND} if the commit
   *     is not there
   */
  Set<RepositoryPath> onceThere(CommitId upTo, Set<RepositoryPath> paths);

  /**
   * {@inheritDoc}
   *
   * @throws PortException with {@link Fault#NOT_FOUND} if the content is not there
   */
  @Override
  byte[] content(BlobId blob);
}
