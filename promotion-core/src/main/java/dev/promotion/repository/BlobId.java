package dev.promotion.repository;

/**
 * The id of the content of a file in Git. Two files with the same id have the same bytes.
 *
 * @param value 40 lower-case hexadecimal digits
 */
public record BlobId(String value) {

  /**
   * Checks the form.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code SHA_FORM} if it is not a
   *     full id
   */
  public BlobId {
    value = ObjectIds.checked("blob id", value);
  }

  /**
   * Returns the id that a content has in Git.
   *
   * @param content the bytes of a file
   * @return the id
   */
  public static BlobId of(byte[] content) {
    return new BlobId(ObjectIds.of("blob", content));
  }

  /** Returns the 40 digits. */
  @Override
  public String toString() {
    return value;
  }
}
