package dev.promotion.yaml.internal.values;

/**
 * A step of a normalized path.
 *
 * @param name the name of a member; empty for an item
 * @param index the index of an item; -1 for a member
 */
record PathStep(String name, int index) {

  static PathStep member(String name) {
    return new PathStep(name, -1);
  }

  static PathStep item(int index) {
    return new PathStep("", index);
  }

  boolean isItem() {
    return index >= 0;
  }
}
