package dev.promotion.yaml.internal.tree;

import dev.promotion.yaml.internal.finding.Position;
import java.util.List;
import java.util.Optional;

/**
 * A map.
 *
 * @param position where it starts
 * @param tag the tag; empty where there is none
 * @param entries keys and values in the order of the text, repeated keys included
 */
public record YamlMapping(Position position, String tag, List<YamlEntry> entries)
    implements YamlNode {

  /** Returns the value of a key, or empty if the map does not have the key. */
  public Optional<YamlNode> get(String key) {
    return entry(key).map(YamlEntry::value);
  }

  /** Returns a key with its value, or empty if the map does not have the key. */
  public Optional<YamlEntry> entry(String key) {
    return entries.stream()
        .filter(entry -> entry.key() instanceof YamlScalar scalar && scalar.text().equals(key))
        .findFirst();
  }
}
