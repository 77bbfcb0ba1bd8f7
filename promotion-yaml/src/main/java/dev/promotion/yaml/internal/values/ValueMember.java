package dev.promotion.yaml.internal.values;

/**
 * A key of a map with its value.
 *
 * @param key the key, which YAML allows to be any value
 * @param value the value
 */
public record ValueMember(ValueNode key, ValueNode value) {

  private static final String MERGE = "<<";

  /** Tells whether a path can name it; a list, a map or an alias as a key has no name. */
  public boolean isNamed() {
    return key instanceof ValueScalar;
  }

  /** Returns the name: the text of the key, whatever its kind is; empty if it has none. */
  public String name() {
    return key instanceof ValueScalar scalar ? scalar.text() : "";
  }

  /** Tells whether it brings the members of another map into this one. */
  public boolean isMerge() {
    return key instanceof ValueScalar scalar
        && scalar.text().equals(MERGE)
        && scalar.style() == ScalarStyle.PLAIN;
  }
}
