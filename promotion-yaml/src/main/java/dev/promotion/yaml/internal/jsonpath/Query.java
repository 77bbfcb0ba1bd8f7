package dev.promotion.yaml.internal.jsonpath;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Leads from the root, or in a filter from the current node, to nodes.
 *
 * @param relative whether it starts at the current node
 * @param segments the steps
 * @param singular whether there is at most one node, whatever the document is
 */
record Query(boolean relative, List<Segment> segments, boolean singular) implements Operand {

  Query(boolean relative, List<Segment> segments) {
    this(relative, List.copyOf(segments), segments.stream().allMatch(Segment::singular));
  }

  /** Takes the nodes that are found one after the other. */
  @FunctionalInterface
  interface Visitor {

    /** Takes a node, and tells whether to go on. */
    boolean visit(Node node);
  }

  /** Shows all nodes in order until the visitor has enough; tells whether it wants more. */
  boolean walk(Node current, Evaluation run, Visitor visitor) {
    return walk(0, relative ? current : run.root(), run, visitor);
  }

  private boolean walk(int step, Node node, Evaluation run, Visitor visitor) {
    return step == segments.size()
        ? visitor.visit(node)
        : segments.get(step).walk(node, run, next -> walk(step + 1, next, run, visitor));
  }

  boolean exists(Node current, Evaluation run) {
    return singular ? value(current, run).isPresent() : !walk(current, run, node -> false);
  }

  int count(Node current, Evaluation run) {
    AtomicInteger count = new AtomicInteger();
    walk(
        current,
        run,
        node -> {
          count.incrementAndGet();
          return true;
        });
    return count.get();
  }

  /** Returns the value of the only node, or empty where there is none or more than one. */
  @Override
  public Optional<JsonValue> value(Node current, Evaluation run) {
    if (singular) {
      return follow(relative ? current : run.root(), run);
    }
    AtomicReference<Optional<JsonValue>> value = new AtomicReference<>(Optional.empty());
    boolean one = walk(current, run, node -> value.getAndSet(Optional.of(node.value())).isEmpty());
    return one ? value.get() : Optional.empty();
  }

  private Optional<JsonValue> follow(Node start, Evaluation run) {
    Optional<JsonValue> value = Optional.of(start.value());
    for (int step = 0; step < segments.size() && value.isPresent(); step++) {
      run.spend(1);
      value = segments.get(step).only(value.get());
    }
    return value;
  }

  /** Returns the query in its standard form. */
  @Override
  public String toString() {
    return segments.stream()
        .map(Segment::toString)
        .collect(Collectors.joining("", relative ? "@" : "$", ""));
  }
}
