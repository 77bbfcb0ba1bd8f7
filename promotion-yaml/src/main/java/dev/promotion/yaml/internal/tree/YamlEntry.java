package dev.promotion.yaml.internal.tree;

/**
 * A key of a map with its value.
 *
 * @param key the key, which YAML allows to be any value
 * @param value the value
 */
public record YamlEntry(YamlNode key, YamlNode value) {}
