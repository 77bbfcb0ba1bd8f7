package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

/**
 * A file that a commit sets.
 *
 * @param path where, from the root of the repository
 * @param mode {@link FileMode#REGULAR} or {@link FileMode#EXECUTABLE}
 * @param blob the content
 */
public record FileEdit(RepositoryPath path, FileMode mode, BlobId blob) {

  /**
   * Checks that it is a file.
   *
   * @throws IllegalArgumentException if the mode is a link or a submodule, or the path is the root
   */
  public FileEdit {
    requireNonNull(path, "path");
    requireNonNull(mode, "mode");
    requireNonNull(blob, "blob");
    if (!mode.isFile() || path.isRoot()) {
      throw new IllegalArgumentException("only a file can be written: " + path + " " + mode);
    }
  }
}
