package dev.promotion.template;

import static java.util.Objects.requireNonNull;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.List;
import java.util.Map;

/**
 * A rule on one label ({@code matchExpressions[]}).
 *
 * @param key the name of the label
 * @param operator how it is compared
 * @param values what it is compared with; empty for the operators that only ask whether it is there
 */
public record LabelExpression(String key, Operator operator, List<String> values) {

  /** How a label is compared. */
  public enum Operator {
    /** It has one of the values. */
    IN,
    /** It has none of the values, or is not there. */
    NOT_IN,
    /** It is there. */
    EXISTS,
    /** It is not there. */
    DOES_NOT_EXIST;

    private boolean takesValues() {
      return this == IN || this == NOT_IN;
    }
  }

  /**
   * Checks the rule.
   *
   * @throws InvalidDefinitionException with {@code LABEL_FORM}, {@code VALUES_EMPTY} or {@code
   *     VALUES_NOT_ALLOWED}, and the field as the place
   */
  public LabelExpression {
    LabelForm.key("key", key);
    requireNonNull(operator, "operator");
    values = List.copyOf(values);
    if (operator.takesValues() && values.isEmpty()) {
      throw new InvalidDefinitionException(
          ProblemCode.VALUES_EMPTY, "values", "empty; In and NotIn need at least one value");
    }
    if (!operator.takesValues() && !values.isEmpty()) {
      throw new InvalidDefinitionException(
          ProblemCode.VALUES_NOT_ALLOWED,
          "values",
          "Exists and DoesNotExist take no values; remove them, or use In or NotIn");
    }
    for (int index = 0; index < values.size(); index++) {
      LabelForm.value("values[" + index + "]", values.get(index));
    }
  }

  boolean matches(Map<String, String> labels) {
    String value = labels.get(key);
    boolean listed = value != null && values.contains(value);
    return switch (operator) {
      case IN -> listed;
      case NOT_IN -> !listed;
      case EXISTS -> value != null;
      case DOES_NOT_EXIST -> value == null;
    };
  }
}
