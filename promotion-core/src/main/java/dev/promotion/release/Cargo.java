package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import java.util.List;

/**
 * What a release carries, fixed when it starts: every target environment gets this and nothing
 * else, whatever is committed meanwhile.
 *
 * @param repository the repository that holds the contents, found by their ids
 * @param files the files that are promoted as a whole, in the order of their paths
 * @param values the values that are promoted inside other files, in the order of their paths
 * @param removed the files that the source once had and has no more, and that are deleted, in the
 *     order of their paths, which are relative to the source folder; empty unless that is asked for
 */
public record Cargo(
    RepositoryUrl repository,
    List<CargoFile> files,
    List<CargoValues> values,
    List<RepositoryPath> removed) {

  /** Copies the lists. */
  public Cargo {
    requireNonNull(repository, "repository");
    files = List.copyOf(files);
    values = List.copyOf(values);
    removed = List.copyOf(removed);
  }

  /**
   * Makes a cargo that deletes nothing.
   *
   * @param repository the repository that holds the contents
   * @param files the files, in the order of their paths
   * @param values the values inside other files
   */
  public Cargo(RepositoryUrl repository, List<CargoFile> files, List<CargoValues> values) {
    this(repository, files, values, List.of());
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
   * @return whether there is neither a file nor a value, and nothing is deleted
   */
  public boolean isEmpty() {
    return files.isEmpty() && values.isEmpty() && removed.isEmpty();
  }
}
