package dev.promotion.template;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells by their labels which applications are meant ({@code applicationSourceSelector}).
 * Immutable; equal by its parts.
 */
public final class LabelSelector {

  private static final LabelSelector EVERYTHING = new LabelSelector(Map.of(), List.of());

  private final Map<String, String> labels;
  private final List<LabelExpression> expressions;

  private LabelSelector(Map<String, String> labels, List<LabelExpression> expressions) {
    this.labels = Map.copyOf(labels);
    this.expressions = List.copyOf(expressions);
  }

  /**
   * Creates a selector that every application matches.
   *
   * @return the selector
   */
  public static LabelSelector everything() {
    return EVERYTHING;
  }

  /**
   * Creates a selector; all of it must match.
   *
   * @param matchLabels labels with the values that they must have
   * @param matchExpressions further rules
   * @return the selector
   * @throws InvalidDefinitionException with {@code SELECTOR_EMPTY} if nothing is given, which would
   *     match everything by accident, or {@code LABEL_FORM}; the place is the field
   */
  public static LabelSelector of(
      Map<String, String> matchLabels, List<LabelExpression> matchExpressions) {
    if (matchLabels.isEmpty() && matchExpressions.isEmpty()) {
      throw new InvalidDefinitionException(
          ProblemCode.SELECTOR_EMPTY,
          "",
          "an empty selector would match every application; name labels, or write matchAll: true"
              + " in a document of promotion.dev/v1");
    }
    matchLabels.forEach(
        (key, value) -> {
          String place = "matchLabels['" + key + "']";
          LabelForm.key(place, key);
          LabelForm.value(place, value);
        });
    return new LabelSelector(matchLabels, matchExpressions);
  }

  /**
   * Returns the labels that must have a value.
   *
   * @return labels with values; may be empty
   */
  public Map<String, String> matchLabels() {
    return labels;
  }

  /**
   * Returns the further rules.
   *
   * @return the rules as they were given; may be empty
   */
  public List<LabelExpression> matchExpressions() {
    return expressions;
  }

  /**
   * Tells whether something with these labels is meant.
   *
   * @param ofApplication the labels of an application
   * @return true if every rule matches
   */
  public boolean matches(Map<String, String> ofApplication) {
    return ofApplication.entrySet().containsAll(labels.entrySet())
        && expressions.stream().allMatch(each -> each.matches(ofApplication));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LabelSelector that
        && labels.equals(that.labels)
        && expressions.equals(that.expressions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(labels, expressions);
  }

  /** Returns the rules. */
  @Override
  public String toString() {
    return "labels " + labels + ", expressions " + expressions;
  }
}
