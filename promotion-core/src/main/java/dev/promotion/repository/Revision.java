package dev.promotion.repository;

import java.util.Optional;

/**
 * What an Argo CD application follows in its repository ({@code spec.source.targetRevision}): a
 * branch, or {@code HEAD} for the default branch.
 *
 * @param value {@code HEAD} or the short name of a branch, kept as it was written
 */
public record Revision(String value) {

  /** The default branch of the repository, whatever its name. */
  public static final Revision HEAD = new Revision("HEAD");

  /**
   * Checks the name.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code REF_NAME} if it is neither
   *     {@code HEAD} nor a branch
   */
  public Revision {
    if (!"HEAD".equals(value)) {
      value = RefNames.checked("targetRevision", value);
    }
  }

  /**
   * Returns the branch that is named.
   *
   * @return the branch, or empty for {@code HEAD}
   */
  public Optional<BranchName> branch() {
    return value.equals("HEAD") ? Optional.empty() : Optional.of(new BranchName(value));
  }

  /** Returns the revision as it was written. */
  @Override
  public String toString() {
    return value;
  }
}
