package dev.promotion.yaml.internal.jsonpath;

import dev.promotion.yaml.internal.jsonpath.Query.Visitor;
import java.util.List;
import java.util.Optional;

/** Selects children of a node. */
sealed interface Selector {

  /** Selects every child. */
  Selector EVERY = new Wildcard();

  /** Shows the selected children in order; tells whether the visitor wants more. */
  boolean select(Node node, Evaluation run, Visitor visitor);

  /** Selects at most one child. */
  sealed interface Single extends Selector {

    /** Returns the child, if there is one. */
    Optional<JsonValue> child(JsonValue from);
  }

  /** Selects the member of a name. */
  record ByName(String name) implements Single {

    @Override
    public boolean select(Node node, Evaluation run, Visitor visitor) {
      JsonValue value = node.value().members().get(name);
      return value == null || visitor.visit(node.member(name, value));
    }

    @Override
    public Optional<JsonValue> child(JsonValue from) {
      return Optional.ofNullable(from.members().get(name));
    }

    @Override
    public String toString() {
      return Names.quoted(name);
    }
  }

  /** Selects an element, counted from the end if negative. */
  record ByIndex(long index) implements Single {

    @Override
    public boolean select(Node node, Evaluation run, Visitor visitor) {
      int at = at(node.value());
      return at < 0 || visitor.visit(node.element(at, node.value().elements().get(at)));
    }

    @Override
    public Optional<JsonValue> child(JsonValue from) {
      int at = at(from);
      return at < 0 ? Optional.empty() : Optional.of(from.elements().get(at));
    }

    /** Returns the place of the element, counted from the start, or -1 if there is none. */
    private int at(JsonValue from) {
      int size = from.elements().size();
      long at = index < 0 ? size + index : index;
      return at >= 0 && at < size ? (int) at : -1;
    }

    @Override
    public String toString() {
      return Long.toString(index);
    }
  }

  /** Selects every child. */
  record Wildcard() implements Selector {

    @Override
    public boolean select(Node node, Evaluation run, Visitor visitor) {
      return node.children(
          child -> {
            run.spend(1);
            return visitor.visit(child);
          });
    }

    @Override
    public String toString() {
      return "*";
    }
  }

  /**
   * Selects elements from a start up to an end, which is left out, in steps.
   *
   * @param start where to start; empty for the first in the direction of the steps
   * @param end where to end; empty for after the last
   * @param step how far it is from one to the next; backwards if negative
   */
  record Slice(Optional<Long> start, Optional<Long> end, Optional<Long> step) implements Selector {

    @Override
    public boolean select(Node node, Evaluation run, Visitor visitor) {
      List<? extends JsonValue> elements = node.value().elements();
      long length = elements.size();
      long stride = step.orElse(1L);
      boolean forward = stride > 0;
      long lowest = forward ? 0 : -1;
      long highest = forward ? length : length - 1;
      long at =
          start.map(from -> within(from, length, lowest, highest)).orElse(forward ? 0 : highest);
      long stop = end.map(to -> within(to, length, lowest, highest)).orElse(forward ? length : -1);
      while (stride != 0 && (forward ? at < stop : at > stop)) {
        run.spend(1);
        if (!visitor.visit(node.element((int) at, elements.get((int) at)))) {
          return false;
        }
        at += stride;
      }
      return true;
    }

    private static long within(long index, long length, long lowest, long highest) {
      return Math.max(lowest, Math.min(highest, index < 0 ? length + index : index));
    }

    @Override
    public String toString() {
      return text(start) + ":" + text(end) + step.map(stride -> ":" + stride).orElse("");
    }

    private static String text(Optional<Long> number) {
      return number.map(Object::toString).orElse("");
    }
  }

  /** Selects every child for which a condition holds. */
  record Filter(Condition condition) implements Selector {

    @Override
    public boolean select(Node node, Evaluation run, Visitor visitor) {
      return EVERY.select(node, run, child -> !condition.holds(child, run) || visitor.visit(child));
    }

    @Override
    public String toString() {
      return "?" + condition;
    }
  }
}
