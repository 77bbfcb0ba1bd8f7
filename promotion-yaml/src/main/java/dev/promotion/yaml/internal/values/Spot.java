package dev.promotion.yaml.internal.values;

import java.util.List;
import java.util.Optional;

/**
 * A value in its surroundings.
 *
 * @param file the file
 * @param chain the values from the root to this one
 */
record Spot(ValueFile file, List<ValueNode> chain) {

  /** Returns the value. */
  ValueNode node() {
    return chain.get(chain.size() - 1);
  }

  /** Returns the map or list that holds the value, or empty at the root. */
  Optional<ValueNode> parent() {
    return chain.size() < 2 ? Optional.empty() : Optional.of(chain.get(chain.size() - 2));
  }

  /** Tells whether the value stands in brackets, as every value in JSON but the root. */
  boolean inBrackets() {
    return parent().filter(Spot::isFlow).isPresent();
  }

  /** Tells whether a value is a map or list in brackets. */
  static boolean isFlow(ValueNode node) {
    return (node instanceof ValueMap map && map.flow())
        || (node instanceof ValueList list && list.flow());
  }

  /** Tells whether a value is a map or list without brackets. */
  static boolean isBlockCollection(ValueNode node) {
    return (node instanceof ValueMap map && !map.flow())
        || (node instanceof ValueList list && !list.flow());
  }

  /** Returns by what the lines of the value are indented at least, because of what holds it. */
  String margin() {
    Optional<ValueNode> parent = parent();
    if (parent.isEmpty()) {
      return "";
    }
    return isFlow(parent.get())
        ? Lines.margin(file.text(), node().outerStart())
        : " ".repeat(Lines.column(file.text(), parent.get().start()));
  }
}
