package dev.promotion.template;

/**
 * Says that every file below the source path is promoted as a whole, if nothing else is said of it.
 *
 * @param confirmed whether that is said in so many words ({@code allFiles}), so that nobody is
 *     warned of it
 * @param prune whether what the source once had and has no more is deleted in the target; files
 *     that only the target ever had stay
 */
public record AllFiles(boolean confirmed, boolean prune) {

  /**
   * Checks that one of the two is said.
   *
   * @throws IllegalArgumentException if neither is
   */
  public AllFiles {
    if (!confirmed && !prune) {
      throw new IllegalArgumentException("neither says that all files are promoted");
    }
  }
}
