package dev.promotion.yaml.internal.values;

/**
 * A value that repeats another one by its anchor. Two are equal if they stand at the same place
 * under the same name: to follow the target could take forever.
 *
 * @param start where it starts: the asterisk
 * @param end where it ends
 * @param anchor the name of the anchor
 * @param target the value that has the anchor
 */
public record ValueAlias(int start, int end, String anchor, ValueNode target) implements ValueNode {

  /** Returns neither anchor nor tag: an alias cannot have them. */
  @Override
  public NodeProperties properties() {
    return NodeProperties.NONE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueAlias alias
        && alias.start == start
        && alias.end == end
        && alias.anchor.equals(anchor);
  }

  @Override
  public int hashCode() {
    return anchor.hashCode() * 31 + start;
  }

  @Override
  public String toString() {
    return "*" + anchor;
  }
}
