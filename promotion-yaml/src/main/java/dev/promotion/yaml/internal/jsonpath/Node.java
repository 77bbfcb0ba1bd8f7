package dev.promotion.yaml.internal.jsonpath;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value and its one location. The location is spelled out only when it is asked for. */
public final class Node {

  private final JsonValue value;
  private final @Nullable Node parent;
  private final @Nullable String name;
  private final int index;

  private Node(JsonValue value, @Nullable Node parent, @Nullable String name, int index) {
    this.value = requireNonNull(value, "value");
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  static Node root(JsonValue value) {
    return new Node(value, null, null, -1);
  }

  Node member(String name, JsonValue value) {
    return new Node(value, this, name, -1);
  }

  Node element(int index, JsonValue value) {
    return new Node(value, this, null, index);
  }

  /** Returns the value. */
  public JsonValue value() {
    return value;
  }

  /** Shows all children in order until the visitor has enough; tells whether it wants more. */
  boolean children(Query.Visitor visitor) {
    // Most values have neither; iterators over nothing would be most of what a search allocates.
    Map<String, ? extends JsonValue> members = value.members();
    if (!members.isEmpty()) {
      for (Map.Entry<String, ? extends JsonValue> each : members.entrySet()) {
        if (!visitor.visit(member(each.getKey(), each.getValue()))) {
          return false;
        }
      }
    }
    List<? extends JsonValue> elements = value.elements();
    for (int at = 0; at < elements.size(); at++) {
      if (!visitor.visit(element(at, elements.get(at)))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the values from the root to this one. */
  public List<JsonValue> way() {
    Deque<JsonValue> way = new ArrayDeque<>();
    for (Node node = this; node != null; node = node.parent) {
      way.push(node.value);
    }
    return List.copyOf(way);
  }

  /** Returns the value at the same location in another document, if there is one. */
  public Optional<JsonValue> in(JsonValue document) {
    return parent == null ? Optional.of(document) : parent.in(document).flatMap(this::from);
  }

  private Optional<JsonValue> from(JsonValue other) {
    if (name != null) {
      return Optional.ofNullable(other.members().get(name));
    }
    return index < other.elements().size()
        ? Optional.of(other.elements().get(index))
        : Optional.empty();
  }

  /** Returns the location as normalized path, such as {@code $['hosts'][0]}. */
  public String path() {
    Deque<Node> way = new ArrayDeque<>();
    for (Node node = this; node.parent != null; node = node.parent) {
      way.push(node);
    }
    StringBuilder path = new StringBuilder("$");
    for (Node node : way) {
      String step = node.name == null ? Integer.toString(node.index) : Names.quoted(node.name);
      path.append('[').append(step).append(']');
    }
    return path.toString();
  }

  /** Returns the normalized path. */
  @Override
  public String toString() {
    return path();
  }
}
