package dev.promotion.yaml.internal.jsonpath;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a path stops to lead on.
 *
 * @param nodes the last nodes that it finds, at least one
 * @param wanted the name that none of them has; empty if the path wants something else of them
 */
public record DeadEnd(List<Node> nodes, String wanted) {

  /** Copies the nodes. */
  public DeadEnd {
    nodes = List.copyOf(nodes);
  }

  /** Returns the names that the nodes have. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    nodes.forEach(node -> names.addAll(node.value().members().keySet()));
    return names;
  }
}
