package dev.promotion.repository;

/**
 * The id of a Git commit.
 *
 * @param value 40 lower-case hexadecimal digits
 */
public record CommitId(String value) {

  private static final int SHORT = 9;

  /**
   * Checks the form.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code SHA_FORM} if it is not a
   *     full id
   */
  public CommitId {
    value = ObjectIds.checked("commit id", value);
  }

  /**
   * Returns the first nine digits, as people write it.
   *
   * @return nine hexadecimal digits
   */
  public String abbreviated() {
    return value.substring(0, SHORT);
  }

  /** Returns the 40 digits. */
  @Override
  public String toString() {
    return value;
  }
}
