package dev.promotion.yaml.internal.tree;

import dev.promotion.yaml.internal.finding.Position;

/**
 * A value that repeats another one by its anchor.
 *
 * @param position where it starts
 * @param anchor the name of the anchor
 * @param target what the anchor leads to
 */
public record YamlAlias(Position position, String anchor, Target target) implements YamlNode {

  /** What an anchor leads to. */
  public enum Target {
    /** A value before the alias. */
    VALUE,
    /** A value that the alias is a part of. */
    ITSELF,
    /** Nothing: no value before the alias has the anchor. */
    NOTHING
  }

  /** Returns no tag: an alias cannot have one. */
  @Override
  public String tag() {
    return "";
  }
}
