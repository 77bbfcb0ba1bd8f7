package dev.promotion.template;

import static dev.promotion.template.LabelExpression.Operator.DOES_NOT_EXIST;
import static dev.promotion.template.LabelExpression.Operator.EXISTS;
import static dev.promotion.template.LabelExpression.Operator.IN;
import static dev.promotion.template.LabelExpression.Operator.NOT_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.template.LabelExpression.Operator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {

  private static final Map<String, String> LABELS = Map.of("team", "a", "tier", "web");

  @Test
  void everyLabelMustHaveItsValue() {
    assertThat(LabelSelector.of(Map.of("team", "a"), List.of()).matches(LABELS)).isTrue();
    assertThat(LabelSelector.of(Map.of("team", "a", "tier", "db"), List.of()).matches(LABELS))
        .isFalse();
    assertThat(LabelSelector.of(Map.of("zone", "a"), List.of()).matches(LABELS)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "team, IN, a, true",
    "team, IN, b, false",
    "zone, IN, a, false",
    "team, NOT_IN, a, false",
    "team, NOT_IN, b, true",
    "zone, NOT_IN, a, true",
    "team, EXISTS, , true",
    "zone, EXISTS, , false",
    "team, DOES_NOT_EXIST, , false",
    "zone, DOES_NOT_EXIST, , true"
  })
  void aRuleComparesOneLabel(String key, Operator operator, String value, boolean matches) {
    List<String> values = value == null ? List.of() : List.of("x", value);
    LabelExpression rule = new LabelExpression(key, operator, values);

    assertThat(LabelSelector.of(Map.of(), List.of(rule)).matches(LABELS)).isEqualTo(matches);
  }

  @Test
  void labelsAndRulesMustAllMatch() {
    LabelExpression there = new LabelExpression("tier", EXISTS, List.of());
    LabelExpression notThere = new LabelExpression("tier", DOES_NOT_EXIST, List.of());

    assertThat(LabelSelector.of(Map.of("team", "a"), List.of(there)).matches(LABELS)).isTrue();
    assertThat(LabelSelector.of(Map.of("team", "a"), List.of(there, notThere)).matches(LABELS))
        .isFalse();
    assertThat(LabelSelector.of(Map.of("team", "b"), List.of(there)).matches(LABELS)).isFalse();
  }

  @Test
  void everythingIsMeantOnPurposeOnly() {
    assertThat(LabelSelector.everything().matches(Map.of())).isTrue();
    assertThat(LabelSelector.everything().matches(LABELS)).isTrue();
    assertThat(refusal(() -> LabelSelector.of(Map.of(), List.of())))
        .hasToString(
            "an empty selector would match every application; name labels, or write matchAll: true"
                + " in a document of promotion.dev/v1 [SELECTOR_EMPTY]");
  }

  @Test
  void operatorsTakeValuesOrNone() {
    assertThat(refusal(() -> new LabelExpression("a", IN, List.of())))
        .hasToString("values: empty; In and NotIn need at least one value [VALUES_EMPTY]");
    assertThat(refusal(() -> new LabelExpression("a", NOT_IN, List.of())).code())
        .isEqualTo(ProblemCode.VALUES_EMPTY);
    assertThat(refusal(() -> new LabelExpression("a", EXISTS, List.of("b"))))
        .hasToString(
            "values: Exists and DoesNotExist take no values; remove them, or use In or NotIn"
                + " [VALUES_NOT_ALLOWED]");
    assertThat(refusal(() -> new LabelExpression("a", DOES_NOT_EXIST, List.of("b"))).code())
        .isEqualTo(ProblemCode.VALUES_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b/c", "", "/a", "a/", "-a", "A/b", "a..b/c", "a b", "é"})
  void whatCannotBeTheNameOfALabelIsRefused(String key) {
    assertThat(refusal(() -> new LabelExpression(key, EXISTS, List.of())).code())
        .isEqualTo(ProblemCode.LABEL_FORM);
    assertThat(refusal(() -> LabelSelector.of(Map.of(key, "a"), List.of())).place())
        .isEqualTo("matchLabels['" + key + "']");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a b", "-a", "a-", "é"})
  void whatCannotBeTheValueOfALabelIsRefused(String value) {
    assertThat(refusal(() -> new LabelExpression("a", IN, List.of("b", value))).place())
        .isEqualTo("values[1]");
    assertThat(refusal(() -> LabelSelector.of(Map.of("a", value), List.of())).code())
        .isEqualTo(ProblemCode.LABEL_FORM);
  }

  @Test
  void namesAndValuesHaveALength() {
    String longest = "a".repeat(63);
    String prefix = "p".repeat(253);

    assertThat(LabelSelector.of(Map.of(prefix + "/" + longest, longest, "b", ""), List.of()))
        .isNotNull();
    assertThat(refusal(() -> new LabelExpression("a" + longest, EXISTS, List.of())).code())
        .isEqualTo(ProblemCode.LABEL_FORM);
    assertThat(refusal(() -> new LabelExpression("p" + prefix + "/a", EXISTS, List.of())).code())
        .isEqualTo(ProblemCode.LABEL_FORM);
    assertThat(refusal(() -> LabelSelector.of(Map.of("a", "a" + longest), List.of())).code())
        .isEqualTo(ProblemCode.LABEL_FORM);
  }

  @Test
  void isEqualByItsRules() {
    LabelExpression rule = new LabelExpression("a", EXISTS, List.of());
    LabelSelector selector = LabelSelector.of(Map.of("a", "b"), List.of(rule));

    assertThat(selector)
        .isEqualTo(LabelSelector.of(Map.of("a", "b"), List.of(rule)))
        .hasSameHashCodeAs(LabelSelector.of(Map.of("a", "b"), List.of(rule)))
        .isNotEqualTo(LabelSelector.of(Map.of("a", "b"), List.of()))
        .isNotEqualTo(LabelSelector.of(Map.of(), List.of(rule)))
        .isNotEqualTo("a");
    assertThat(selector.toString()).contains("{a=b}", "EXISTS");
    assertThat(selector.matchLabels()).isEqualTo(Map.of("a", "b"));
    assertThat(selector.matchExpressions()).containsExactly(rule);
  }

  private static Problem refusal(ThrowingCallable making) {
    return catchThrowableOfType(InvalidDefinitionException.class, making).problems().get(0);
  }
}
