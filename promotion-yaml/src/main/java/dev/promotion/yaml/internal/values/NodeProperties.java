package dev.promotion.yaml.internal.values;

/**
 * What may stand before a value in YAML.
 *
 * @param start where the first of them starts
 * @param tagStart where the tag starts, or that of the value if there is no tag
 * @param anchor the name of the anchor; empty if there is none
 * @param tag the tag as it is written; empty if there is none
 */
public record NodeProperties(int start, int tagStart, String anchor, String tag) {

  /** Neither anchor nor tag. */
  static final NodeProperties NONE = new NodeProperties(-1, -1, "", "");

  /** Tells whether there is an anchor. */
  boolean hasAnchor() {
    return !anchor.isEmpty();
  }

  /** Tells whether there is a tag. */
  boolean hasTag() {
    return !tag.isEmpty();
  }
}
