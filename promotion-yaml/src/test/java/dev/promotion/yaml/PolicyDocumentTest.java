package dev.promotion.yaml;

import static dev.promotion.yaml.Refusal.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.environment.EnvironmentKind;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.policy.PolicyName;
import dev.promotion.policy.PolicySelector;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ProductName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of kind PromotionPolicy. */
class PolicyDocumentTest {

  @ParameterizedTest
  @ValueSource(strings = {"codefresh.io/v1beta1", "promotion.dev/v1"})
  void isReadWithAllThatItSays(String version) {
    String text =
        policy(
                "priority: -100",
                "selector:",
                "  product: {names: [shop, cart], tags: [web]}",
                "  targetEnvironment: {names: [live], types: [PROD, NON_PROD], tags: [eu]}",
                "policy: {action: pr, preAction: scan, postAction: smoke}")
            .replace("promotion.dev/v1", version);

    assertThat(PromotionYaml.read(text).policies())
        .containsExactly(
            new PromotionPolicy(
                new PolicyName("p"),
                -100,
                new PolicySelector(
                    List.of(new ProductName("shop"), new ProductName("cart")),
                    List.of("web"),
                    List.of(new EnvironmentName("live")),
                    List.of(EnvironmentKind.PRODUCTION, EnvironmentKind.NON_PRODUCTION),
                    List.of("eu")),
                PolicySettings.of(PromotionAction.PULL_REQUEST).before("scan").after("smoke")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "selector:",
        "selector: {}",
        "selector: {product: {}, targetEnvironment: {names: []}}"
      })
  void isForEverythingUnlessItSelects(String selector) {
    assertThat(PromotionYaml.read(policy("priority: 1", "policy: {}", selector)).policies())
        .containsExactly(
            new PromotionPolicy(
                new PolicyName("p"), 1, PolicySelector.EVERYTHING, PolicySettings.NONE));
  }

  @Test
  void standsInTheCatalog() {
    assertThat(
            PromotionYaml.readCatalog(policy("priority: 1", "policy: {}"))
                .policy(new PolicyName("p")))
        .isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void isRefused(String what, String text, ProblemCode code, String place) {
    assertThat(Refusal.of(text))
        .extracting(Problem::code, Problem::place)
        .containsExactly(at(code, place));
  }

  static Stream<Arguments> isRefused() {
    String priority = "priority: 1";
    return Stream.of(
        arguments(
            "without priority",
            policy("policy: {}"),
            ProblemCode.REQUIRED,
            "text:6:3: spec.priority"),
        arguments(
            "without policy", policy(priority), ProblemCode.REQUIRED, "text:6:3: spec.policy"),
        arguments(
            "without spec",
            "apiVersion: promotion.dev/v1\nkind: PromotionPolicy\nmetadata: {name: p}\n",
            ProblemCode.REQUIRED,
            "text:1:1: spec"),
        arguments(
            "without name",
            policy(priority, "policy: {}").replace("  name: p", "  labels: {}"),
            ProblemCode.REQUIRED,
            "text:4:3: metadata.name"),
        arguments(
            "with a workflow that has no name of a workflow",
            policy(priority, "policy: {preAction: Smoke}"),
            ProblemCode.ID_CHARSET,
            "text:7:23: spec.policy.preAction"),
        arguments(
            "with a kind that is not there",
            policy(priority, "policy: {}", "selector: {targetEnvironment: {types: [PRODUCTION]}}"),
            ProblemCode.ENUM,
            "text:8:42: spec.selector.targetEnvironment.types[0]"),
        arguments(
            "with the name of the column in place of the field",
            policy(priority, "policy: {}", "selector: {targetEnvironment: {name: [a]}}"),
            ProblemCode.UNKNOWN_FIELD,
            "text:8:34: spec.selector.targetEnvironment"),
        arguments(
            "with a name that is none",
            policy(priority, "policy: {}", "selector: {product: {names: [a, B]}}"),
            ProblemCode.ID_CHARSET,
            "text:8:35: spec.selector.product.names[1]"));
  }

  private static String policy(String... spec) {
    return """
    apiVersion: promotion.dev/v1
    kind: PromotionPolicy
    metadata:
      name: p
    spec:
    """
        + Documents.lines(spec);
  }
}
