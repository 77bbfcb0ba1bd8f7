package dev.promotion.yaml.internal.tree;

import java.util.List;
import java.util.Optional;

/**
 * A map.
 *
 * @param line the line that it starts in
 * @param column the character of the line that it starts with
 * @param tag the tag; empty where there is none
 * @param entries keys and values in the order of the text, repeated keys included
 */
public record YamlMapping(int line, int column, String tag, List<YamlEntry> entries)
    implements YamlNode {

  /** Returns the value of a key, or empty if the map does not have the key. */
  public Optional<YamlNode> get(String key) {
    return entry(key).map(YamlEntry::value);
  }

  /** Returns a key with its value, or empty if the map does not have the key. */
  public Optional<YamlEntry> entry(String key) {
    for (YamlEntry entry : entries) {
      if (entry.key() instanceof YamlScalar scalar && scalar.text().equals(key)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
