package dev.promotion.yaml.internal.jsonpath;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value that stands in a path, or that a function gives.
 *
 * @param kind what it is; neither object nor array
 * @param text what it says
 */
record Literal(Kind kind, String text) implements JsonValue, Operand {

  static Literal number(int number) {
    return new Literal(Kind.NUMBER, Integer.toString(number));
  }

  @Override
  public Map<String, JsonValue> members() {
    return Map.of();
  }

  @Override
  public List<JsonValue> elements() {
    return List.of();
  }

  @Override
  public Optional<JsonValue> value(Node current, Evaluation run) {
    return Optional.of(this);
  }

  /** Returns the literal as a path has it. */
  @Override
  public String toString() {
    return switch (kind) {
      case STRING -> Names.quoted(text);
      case NULL -> "null";
      default -> text;
    };
  }
}
