package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.repository.RepositoryUrl;
import java.util.List;

/**
 * What a release carries, fixed when it starts: every target environment gets this and nothing
 * else, whatever is committed meanwhile.
 *
 * @param repository the repository that holds the contents, found by their ids
 * @param files the files, in the order of their paths
 */
public record Cargo(RepositoryUrl repository, List<CargoFile> files) {

  /** Copies the files. */
  public Cargo {
    requireNonNull(repository, "repository");
    files = List.copyOf(files);
  }
}
