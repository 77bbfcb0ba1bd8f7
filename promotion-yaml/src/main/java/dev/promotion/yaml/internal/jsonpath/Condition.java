package dev.promotion.yaml.internal.jsonpath;

import java.util.List;
import java.util.stream.Collectors;

/** What a filter asks of each child. */
sealed interface Condition {

  /** Tells whether the condition holds for a node. */
  boolean holds(Node current, Evaluation run);

  /** Returns the condition as a part of another one, in parentheses if it has parts itself. */
  default String part() {
    return "(" + this + ")";
  }

  /** One of several holds. */
  record AnyOf(List<Condition> parts) implements Condition {

    @Override
    public boolean holds(Node current, Evaluation run) {
      for (Condition part : parts) {
        if (part.holds(current, run)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(part -> part instanceof AllOf ? part.toString() : part.part())
          .collect(Collectors.joining(" || "));
    }
  }

  /** All of several hold. */
  record AllOf(List<Condition> parts) implements Condition {

    @Override
    public boolean holds(Node current, Evaluation run) {
      for (Condition part : parts) {
        if (!part.holds(current, run)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String toString() {
      return parts.stream().map(Condition::part).collect(Collectors.joining(" && "));
    }
  }

  /** Another one does not hold. */
  record Not(Condition condition) implements Condition {

    @Override
    public boolean holds(Node current, Evaluation run) {
      return !condition.holds(current, run);
    }

    @Override
    public String part() {
      return toString();
    }

    @Override
    public String toString() {
      boolean single = condition instanceof Exists || condition instanceof Says;
      return single ? "!" + condition : "!(" + condition + ")";
    }
  }

  /** A query finds something. */
  record Exists(Query query) implements Condition {

    @Override
    public boolean holds(Node current, Evaluation run) {
      return query.exists(current, run);
    }

    @Override
    public String part() {
      return toString();
    }

    @Override
    public String toString() {
      return query.toString();
    }
  }

  /** A function says yes. */
  record Says(FunctionCall call) implements Condition {

    @Override
    public boolean holds(Node current, Evaluation run) {
      return call.holds(current, run);
    }

    @Override
    public String part() {
      return toString();
    }

    @Override
    public String toString() {
      return call.toString();
    }
  }

  /** Two values compare so. */
  record Comparison(Operand left, Operator operator, Operand right) implements Condition {

    @Override
    public boolean holds(Node current, Evaluation run) {
      run.spend(1);
      return operator.holds(left.value(current, run), right.value(current, run), run);
    }

    @Override
    public String part() {
      return toString();
    }

    @Override
    public String toString() {
      return left + " " + operator.sign() + " " + right;
    }
  }
}
