package dev.promotion.yaml.internal.jsonpath;

import dev.promotion.yaml.internal.jsonpath.JsonValue.Kind;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares values. What is missing equals only what is missing, and has no order. */
final class Values {

  /** So many characters, or digits, are compared in a step. */
  private static final int TEXT = 16;

  private static final int DIGITS = 4;

  private Values() {}

  static boolean equal(
      Optional<? extends JsonValue> left, Optional<? extends JsonValue> right, Evaluation run) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() == right.isEmpty();
    }
    return equal(left.get(), right.get(), run);
  }

  /** Returns which is less, negative for the left one; empty but for two numbers or strings. */
  static Optional<Integer> order(
      Optional<JsonValue> left, Optional<JsonValue> right, Evaluation run) {
    return left.flatMap(one -> right.flatMap(other -> order(one, other, run)));
  }

  private static Optional<Integer> order(JsonValue left, JsonValue right, Evaluation run) {
    if (left.kind() != right.kind()) {
      return Optional.empty();
    }
    return switch (left.kind()) {
      case NUMBER -> Optional.of(number(left, run).compareTo(number(right, run)));
      case STRING -> Optional.of(compare(left.text(), right.text(), run));
      case OBJECT, ARRAY, BOOLEAN, NULL -> Optional.empty();
    };
  }

  private static boolean equal(JsonValue left, JsonValue right, Evaluation run) {
    if (left.kind() != right.kind()) {
      return false;
    }
    return switch (left.kind()) {
      case NULL -> true;
      case BOOLEAN -> left.text().equals(right.text());
      case STRING -> {
        run.spend(shorter(left.text(), right.text()) / TEXT);
        yield left.text().equals(right.text());
      }
      case NUMBER -> number(left, run).equals(number(right, run));
      case ARRAY, OBJECT -> {
        run.enter();
        boolean equal =
            left.kind() == Kind.ARRAY
                ? equal(left.elements(), right.elements(), run)
                : equal(left.members(), right.members(), run);
        run.leave();
        yield equal;
      }
    };
  }

  private static boolean equal(
      List<? extends JsonValue> left, List<? extends JsonValue> right, Evaluation run) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<? extends JsonValue> other = right.iterator();
    for (JsonValue each : left) {
      run.spend(1);
      if (!equal(each, other.next(), run)) {
        return false;
      }
    }
    return true;
  }

  private static boolean equal(
      Map<String, ? extends JsonValue> left,
      Map<String, ? extends JsonValue> right,
      Evaluation run) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<String, ? extends JsonValue> each : left.entrySet()) {
      run.spend(1);
      if (!equal(
          Optional.of(each.getValue()), Optional.ofNullable(right.get(each.getKey())), run)) {
        return false;
      }
    }
    return true;
  }

  /** Compares by characters, which is not the order of {@link String#compareTo}. */
  private static int compare(String left, String right, Evaluation run) {
    int length = shorter(left, right);
    run.spend(length / TEXT);
    for (int index = 0; index < length; index++) {
      if (left.charAt(index) != right.charAt(index)) {
        return Integer.compare(left.codePointAt(index), right.codePointAt(index));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  private static int shorter(String left, String right) {
    return Math.min(left.length(), right.length());
  }

  private static Decimal number(JsonValue value, Evaluation run) {
    run.spend(value.text().length() / DIGITS);
    return Decimal.of(value.text());
  }
}
