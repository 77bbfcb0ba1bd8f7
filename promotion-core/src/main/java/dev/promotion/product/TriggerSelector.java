package dev.promotion.product;

import static java.util.Objects.requireNonNull;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.List;

/**
 * A rule on the commits that start a flow ({@code gitTriggerSelectors[]}).
 *
 * @param key what is compared
 * @param operator how
 * @param values with what
 */
public record TriggerSelector(Key key, Operator operator, List<TextPattern> values) {

  /** What a rule compares. */
  public enum Key {
    /** The whole message of the commit without trailing blanks, or its first line. */
    COMMIT_MESSAGE,
    /** The branch or tag, or the id of the commit, of which the first 7 digits are enough. */
    GIT_REVISION
  }

  /** How a rule compares. */
  public enum Operator {
    /** One of the values must match. */
    IN,
    /** None of the values may match. */
    NOT_IN
  }

  /**
   * Copies the values.
   *
   * @throws InvalidDefinitionException with {@code VALUES_EMPTY} if there is none
   */
  public TriggerSelector {
    requireNonNull(key, "key");
    requireNonNull(operator, "operator");
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new InvalidDefinitionException(
          ProblemCode.VALUES_EMPTY, "values", "empty; name at least one text to compare with");
    }
  }
}
