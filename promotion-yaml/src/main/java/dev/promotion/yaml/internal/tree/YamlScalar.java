package dev.promotion.yaml.internal.tree;

import dev.promotion.yaml.internal.finding.Position;
import java.util.Set;

/**
 * A single value.
 *
 * @param position where it starts
 * @param tag the tag; empty where there is none
 * @param text the text of a plain value as it stands, that of another without quotes and escapes
 * @param plain whether it stands without quotes and is no block of text
 */
public record YamlScalar(Position position, String tag, String text, boolean plain)
    implements YamlNode {

  private static final int LONGEST_NULL = "null".length();
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  /** Tells whether the value is YAML's way to say that there is none. */
  public boolean isNull() {
    return plain && text.length() <= LONGEST_NULL && NULLS.contains(text);
  }
}
