package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

import dev.promotion.internal.text.Texts;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A safe path of a file or folder in a repository: relative to its root, canonical, and never one
 * of Git's own files or a disguise of one on any file system.
 *
 * @param value the path with {@code /} between its parts; empty for the root
 */
public record RepositoryPath(String value) implements Comparable<RepositoryPath> {

  /** The root folder of a repository. */
  public static final RepositoryPath ROOT = new RepositoryPath("");

  /**
   * Checks the path.
   *
   * @throws InvalidDefinitionException with one of the {@code PATH_} codes if it is not safe
   */
  public RepositoryPath {
    requireNonNull(value, "path");
    fault(value)
        .ifPresent(
            problem -> {
              throw new InvalidDefinitionException(List.of(problem));
            });
  }

  /**
   * Reads a folder as an Argo CD application names it ({@code spec.source.path}), where {@code .}
   * is the root.
   *
   * @param path the folder as it was written
   * @return the folder
   * @throws InvalidDefinitionException if it is not safe
   */
  public static RepositoryPath folder(String path) {
    return path.equals(".") ? ROOT : new RepositoryPath(path);
  }

  /**
   * Tells what is wrong with a path, without throwing.
   *
   * @param path any text
   * @return the problem, or empty if the path is safe
   */
  public static Optional<Problem> fault(String path) {
    return PathRules.fault(path)
        .map(fault -> new Problem(fault.code(), "path", Texts.quoted(path) + " " + fault.reason()));
  }

  /**
   * Returns a path below this folder.
   *
   * @param relative a safe path relative to this one
   * @return the joined path
   */
  public RepositoryPath resolve(RepositoryPath relative) {
    if (isRoot()) {
      return relative;
    }
    return relative.isRoot() ? this : new RepositoryPath(value + "/" + relative.value);
  }

  /**
   * Tells whether this is the root folder.
   *
   * @return true for the root
   */
  public boolean isRoot() {
    return value.isEmpty();
  }

  /**
   * Returns the names of the folders on the way and of the file or folder itself.
   *
   * @return the parts in order; empty for the root
   */
  public List<String> parts() {
    return isRoot() ? List.of() : List.of(value.split("/"));
  }

  @Override
  public int compareTo(RepositoryPath other) {
    return value.compareTo(other.value);
  }

  /** Returns the path, or {@code .} for the root. */
  @Override
  public String toString() {
    return isRoot() ? "." : value;
  }
}
