package dev.promotion.yaml.internal.tree;

/**
 * A value that repeats another one by its anchor.
 *
 * @param line the line that it starts in
 * @param column the character of the line that it starts with
 * @param anchor the name of the anchor
 * @param target what the anchor leads to
 */
public record YamlAlias(int line, int column, String anchor, Target target) implements YamlNode {

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
