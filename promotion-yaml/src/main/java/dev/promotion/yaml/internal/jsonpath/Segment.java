package dev.promotion.yaml.internal.jsonpath;

import dev.promotion.yaml.internal.jsonpath.Query.Visitor;
import dev.promotion.yaml.internal.jsonpath.Selector.ByName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A step of a query: from a node to some of its children, or also from all nodes below it.
 *
 * @param descendant whether it starts at all nodes below as well
 * @param selectors what is selected, at least one
 */
record Segment(boolean descendant, List<Selector> selectors) {

  Segment {
    selectors = List.copyOf(selectors);
  }

  boolean singular() {
    return !descendant && selectors.size() == 1 && selectors.get(0) instanceof Selector.Single;
  }

  /** Returns the child that a singular segment leads to. */
  Optional<JsonValue> only(JsonValue from) {
    return ((Selector.Single) selectors.get(0)).child(from);
  }

  /** Returns the name that is selected; empty if it is not one name. */
  String name() {
    return selectors.size() == 1 && selectors.get(0) instanceof ByName named ? named.name() : "";
  }

  boolean walk(Node from, Evaluation run, Visitor visitor) {
    run.enter();
    run.spend(selectors.size());
    boolean more = select(from, run, visitor);
    if (more && descendant) {
      more = from.children(child -> walk(child, run, visitor));
    }
    run.leave();
    return more;
  }

  private boolean select(Node from, Evaluation run, Visitor visitor) {
    for (Selector selector : selectors) {
      if (!selector.select(from, run, visitor)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    Selector only = selectors.get(0);
    if (selectors.size() == 1 && only.equals(Selector.EVERY)) {
      return descendant ? "..*" : ".*";
    }
    if (selectors.size() == 1 && only instanceof ByName named) {
      String step = Names.step(named.name());
      return descendant ? ".." + (step.startsWith(".") ? step.substring(1) : step) : step;
    }
    return selectors.stream()
        .map(Selector::toString)
        .collect(Collectors.joining(", ", descendant ? "..[" : "[", "]"));
  }
}
