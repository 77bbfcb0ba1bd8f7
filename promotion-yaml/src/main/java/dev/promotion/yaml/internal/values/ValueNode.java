package dev.promotion.yaml.internal.values;

/**
 * A value where it stands in a text. Positions are indexes of {@code char}s in {@link
 * ValueFile#text()}. Aliases are not replaced, and tags are not applied.
 */
public sealed interface ValueNode permits ValueAlias, ValueList, ValueMap, ValueScalar {

  /** Returns where the value starts, after anchor and tag. */
  int start();

  /**
   * Returns where the value ends. A map or list without brackets ends with its last value, a block
   * of text with its last line, without the line break.
   */
  int end();

  /** Returns anchor and tag. */
  NodeProperties properties();

  /** Returns where the value starts, anchor and tag included. */
  default int outerStart() {
    return properties().start() < 0 ? start() : properties().start();
  }

  /** Returns where that starts of the value which can stand elsewhere: its tag but no anchor. */
  default int portableStart() {
    return properties().hasTag() ? properties().tagStart() : start();
  }
}
