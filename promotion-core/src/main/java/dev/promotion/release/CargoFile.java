package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.repository.BlobId;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;

/**
 * A file that is promoted.
 *
 * @param path the path relative to the source folder; the same in every environment
 * @param mode whether it is executable
 * @param blob its content
 */
public record CargoFile(RepositoryPath path, FileMode mode, BlobId blob) {

  /** Checks that nothing is missing. */
  public CargoFile {
    requireNonNull(path, "path");
    requireNonNull(mode, "mode");
    requireNonNull(blob, "blob");
  }
}
