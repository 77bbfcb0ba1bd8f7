package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.repository.RepositoryUrl;
import java.util.List;

/**
 * What a release carries, fixed when it starts: every target environment gets this and nothing
 * else, whatever is committed meanwhile.
 *
 * @param repository the repository that holds the contents, found by their ids
 * @param files the files that are promoted as a whole, in the order of their paths
 * @param values the values that are promoted inside other files, in the order of their paths
 */
public record Cargo(RepositoryUrl repository, List<CargoFile> files, List<CargoValues> values) {

  /** Copies the lists. */
  public Cargo {
    requireNonNull(repository, "repository");
    files = List.copyOf(files);
    values = List.copyOf(values);
  }

  /**
   * Makes a cargo of whole files.
   *
   * @param repository the repository that holds the contents
   * @param files the files, in the order of their paths
   */
  public Cargo(RepositoryUrl repository, List<CargoFile> files) {
    this(repository, files, List.of());
  }

  /**
   * Tells whether nothing is promoted.
   *
   * @return whether there is neither a file nor a value
   */
  public boolean isEmpty() {
    return files.isEmpty() && values.isEmpty();
  }
}
