package dev.promotion.yaml.internal.tree;

import dev.promotion.yaml.internal.finding.Position;
import java.util.List;

/**
 * A list.
 *
 * @param position where it starts
 * @param tag the tag; empty where there is none
 * @param items the values in order
 */
public record YamlSequence(Position position, String tag, List<YamlNode> items)
    implements YamlNode {}
