package dev.promotion.yaml.internal.values;

import java.util.List;

/**
 * A list.
 *
 * @param start where it starts: the bracket or the first dash
 * @param end where it ends
 * @param properties anchor and tag
 * @param flow whether it stands in brackets
 * @param items the values in order
 */
public record ValueList(
    int start, int end, NodeProperties properties, boolean flow, List<ValueNode> items)
    implements ValueNode {}
