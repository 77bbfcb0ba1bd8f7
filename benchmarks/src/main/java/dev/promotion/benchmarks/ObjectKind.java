package dev.promotion.benchmarks;

import java.util.Locale;

/** The kinds of Git objects that a commit is made of. */
enum ObjectKind {
  COMMIT(1),
  TREE(2),
  BLOB(3);

  private final int packType;

  ObjectKind(int packType) {
    this.packType = packType;
  }

  /** Returns the number of the kind inside a pack. */
  int packType() {
    return packType;
  }

  /** Returns the name as Git hashes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
