package dev.promotion.yaml.internal.finding;

import java.util.regex.Pattern;

/**
 * The way from a document to one of its fields. It is spelled out only when it is shown, because
 * nearly all paths never are.
 */
public final class FieldPath {

  /** The document itself. */
  public static final FieldPath ROOT = new FieldPath();

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

  private final FieldPath parent;
  private final String key;
  private final int index;

  private FieldPath() {
    this.parent = this;
    this.key = "";
    this.index = -1;
  }

  private FieldPath(FieldPath parent, String key, int index) {
    this.parent = parent;
    this.key = key;
    this.index = index;
  }

  /** Returns the path of a field of this map. */
  public FieldPath field(String name) {
    return new FieldPath(this, name, -1);
  }

  /** Returns the path of an item of this list. */
  public FieldPath item(int position) {
    return new FieldPath(this, "", position);
  }

  /** Returns the path as errors show it, such as {@code spec.steps[1].environment}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text);
    return text.toString();
  }

  private void append(StringBuilder text) {
    if (parent == this) {
      return;
    }
    parent.append(text);
    if (index >= 0) {
      text.append('[').append(index).append(']');
    } else if (PLAIN.matcher(key).matches()) {
      text.append(text.isEmpty() ? "" : ".").append(key);
    } else {
      text.append("['").append(key).append("']");
    }
  }
}
