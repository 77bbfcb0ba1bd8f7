package dev.promotion.yaml.internal.jsonpath;

import java.util.Optional;

/** How two values are compared, each of which may be missing. */
enum Operator {
  EQUAL("=="),
  NOT_EQUAL("!="),
  AT_MOST("<="),
  AT_LEAST(">="),
  LESS("<"),
  GREATER(">");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  boolean holds(Optional<JsonValue> left, Optional<JsonValue> right, Evaluation run) {
    return switch (this) {
      case EQUAL -> Values.equal(left, right, run);
      case NOT_EQUAL -> !Values.equal(left, right, run);
      case AT_MOST -> less(left, right, run) || Values.equal(left, right, run);
      case AT_LEAST -> greater(left, right, run) || Values.equal(left, right, run);
      case LESS -> less(left, right, run);
      case GREATER -> greater(left, right, run);
    };
  }

  private static boolean less(Optional<JsonValue> left, Optional<JsonValue> right, Evaluation run) {
    return Values.order(left, right, run).filter(order -> order < 0).isPresent();
  }

  private static boolean greater(
      Optional<JsonValue> left, Optional<JsonValue> right, Evaluation run) {
    return Values.order(left, right, run).filter(order -> order > 0).isPresent();
  }
}
