package dev.promotion.product;

import static java.util.Objects.requireNonNull;

import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;

/**
 * Where the files of an application are ({@code spec.source} of an Argo CD application).
 *
 * @param repository the repository ({@code repoURL})
 * @param path the folder in it ({@code path}); the root for {@code .}
 * @param revision the branch that is deployed ({@code targetRevision})
 */
public record ApplicationSource(RepositoryUrl repository, RepositoryPath path, Revision revision) {

  /** Checks that nothing is missing. */
  public ApplicationSource {
    requireNonNull(repository, "repository");
    requireNonNull(path, "path");
    requireNonNull(revision, "revision");
  }

  /** Returns address, branch and folder in one line. */
  @Override
  public String toString() {
    return repository + " " + revision + ":" + path;
  }
}
