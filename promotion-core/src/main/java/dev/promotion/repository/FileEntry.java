package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

/**
 * An entry found in a tree, as it stands there: its path may be one that this library would never
 * write.
 *
 * @param path the path relative to the folder that was listed, with {@code /} between its parts
 * @param mode what the entry is
 * @param id the id of the content; for a submodule the commit that it points to
 */
public record FileEntry(String path, FileMode mode, BlobId id) {

  /** Checks that nothing is missing. */
  public FileEntry {
    requireNonNull(path, "path");
    requireNonNull(mode, "mode");
    requireNonNull(id, "id");
  }
}
