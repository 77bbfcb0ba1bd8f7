package dev.promotion.yaml.internal.tree;

/**
 * A key of a map with its value.
 *
 * @param key the key, which YAML allows to be any value
 * @param value the value
 */
public record YamlEntry(YamlNode key, YamlNode value) {

  /** Returns the text of the key; empty where it is no text. */
  public String name() {
    return key instanceof YamlScalar scalar ? scalar.text() : "";
  }
}
