package dev.promotion.yaml.internal.tree;

import java.util.Set;

/**
 * A single value.
 *
 * @param line the line that it starts in
 * @param column the character of the line that it starts with
 * @param tag the tag; empty where there is none
 * @param text the text of a plain value as it stands, that of another without quotes and escapes
 * @param plain whether it stands without quotes and is no block of text
 */
public record YamlScalar(int line, int column, String tag, String text, boolean plain)
    implements YamlNode {

  private static final int LONGEST_NULL = "null".length();
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  /** Tells whether the value is YAML's way to say that there is none. */
  public boolean isNull() {
    return plain && text.length() <= LONGEST_NULL && NULLS.contains(text);
  }
}
