package dev.promotion.repository;

/** What an entry of a Git tree is. */
public enum FileMode {
  /** A plain file. */
  REGULAR(0100644),
  /** A plain file with the executable bit. */
  EXECUTABLE(0100755),
  /** A symbolic link: never followed, never replaced. */
  SYMBOLIC_LINK(0120000),
  /** A commit of another repository: never followed, never replaced. */
  SUBMODULE(0160000);

  private final int bits;

  FileMode(int bits) {
    this.bits = bits;
  }

  /**
   * Returns the mode as Git writes it in a tree.
   *
   * @return the mode bits, such as {@code 0100644}
   */
  public int bits() {
    return bits;
  }

  /**
   * Tells whether the entry is a file with content of its own, so that it can be promoted.
   *
   * @return true for plain and executable files
   */
  public boolean isFile() {
    return this == REGULAR || this == EXECUTABLE;
  }
}
