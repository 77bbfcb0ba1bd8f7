package dev.promotion.yaml.internal.jsonpath;

import java.util.Optional;

/** What a filter compares, or gives to a function. */
sealed interface Operand permits Literal, Query, FunctionCall {

  /** Returns the value, or empty where there is none. */
  Optional<JsonValue> value(Node current, Evaluation run);
}
