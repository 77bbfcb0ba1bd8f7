package dev.promotion.yaml.internal.tree;

import java.util.List;

/**
 * A list.
 *
 * @param line the line that it starts in
 * @param column the character of the line that it starts with
 * @param tag the tag; empty where there is none
 * @param items the values in order
 */
public record YamlSequence(int line, int column, String tag, List<YamlNode> items)
    implements YamlNode {}
