/**
 * The text of a YAML file as a tree that knows where each value stands: {@link
 * dev.promotion.yaml.internal.tree.YamlParser} builds it.
 */
@NullMarked
package dev.promotion.yaml.internal.tree;

import org.jspecify.annotations.NullMarked;
