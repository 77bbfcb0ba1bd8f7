package dev.promotion.template;

import static java.util.Objects.requireNonNull;

import dev.promotion.repository.RepositoryPath;

/**
 * Where the version of what is promoted is written ({@code versionSource}).
 *
 * @param file the file, relative to the source folder
 * @param path the value in it
 */
public record VersionSource(RepositoryPath file, JsonPath path) {

  /** Checks that nothing is missing. */
  public VersionSource {
    requireNonNull(file, "file");
    requireNonNull(path, "path");
  }
}
