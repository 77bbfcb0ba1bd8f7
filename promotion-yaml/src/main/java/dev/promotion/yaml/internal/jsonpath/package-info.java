/**
 * JSONPath (RFC 9535): {@link dev.promotion.yaml.internal.jsonpath.PathQuery} reads a path and
 * finds the nodes that it leads to. The words are those of the RFC: a node is a value with its
 * location.
 */
@NullMarked
package dev.promotion.yaml.internal.jsonpath;

import org.jspecify.annotations.NullMarked;
