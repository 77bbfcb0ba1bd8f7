package dev.promotion.yaml.internal.values;

/**
 * A single value.
 *
 * @param start where it starts
 * @param end where it ends
 * @param properties anchor and tag
 * @param style how it is written
 * @param text what it says: without quotes, escapes and indentation
 */
public record ValueScalar(
    int start, int end, NodeProperties properties, ScalarStyle style, String text)
    implements ValueNode {

  /** Returns what the value is. */
  public ValueKind kind() {
    if (properties.hasTag()) {
      return ValueKind.ofTag(properties.tag());
    }
    return style == ScalarStyle.PLAIN ? ValueKind.ofPlain(text) : ValueKind.STRING;
  }
}
