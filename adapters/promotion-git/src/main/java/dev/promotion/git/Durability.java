package dev.promotion.git;

/** What a commit in a local repository survives once it is acknowledged. */
public enum Durability {
  /**
   * The crash of the process and of the machine: objects are forced to the disk before the branch
   * moves, and the branch before the call returns. The default.
   */
  MACHINE,
  /**
   * The crash of the process only: the operating system decides when it writes to the disk. For
   * tests, and for repositories that can be made again.
   */
  PROCESS
}
