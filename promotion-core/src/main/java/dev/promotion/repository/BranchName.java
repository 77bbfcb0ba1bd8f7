package dev.promotion.repository;

/**
 * The short name of a branch, such as {@code main} or {@code release/1.x}.
 *
 * @param value the name without {@code refs/heads/}
 */
public record BranchName(String value) {

  /**
   * Checks the name.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code REF_NAME} if it cannot be
   *     a branch, or could be taken for something else
   */
  public BranchName {
    value = RefNames.checked("branch", value);
  }

  /** Returns the short name. */
  @Override
  public String toString() {
    return value;
  }
}
