package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Refusal.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.ClusterNamespaces;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentKind;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Product;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of kinds Environment, Product, PromotionPolicy and PromotionTemplate. */
class OtherDocumentsTest {

  @Nested
  class AnEnvironment {

    @ParameterizedTest
    @CsvSource({
      "Production,PRODUCTION",
      "PROD,PRODUCTION",
      "Non-production,NON_PRODUCTION",
      "NON_PROD,NON_PRODUCTION"
    })
    void isOfOneOfTwoKinds(String written, EnvironmentKind kind) {
      assertThat(read("kind: " + written).kind()).isEqualTo(kind);
    }

    @Test
    void holdsNamespacesOfClusters() {
      Environment environment =
          read(
              "kind: PROD",
              "clusters:",
              "- {name: eu, namespaces: [shop, pay]}",
              "- name: https://kubernetes.default.svc");

      assertThat(environment.clusters())
          .containsExactly(
              new ClusterNamespaces("eu", List.of("shop", "pay")),
              new ClusterNamespaces("in-cluster", List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.promotion.yaml.OtherDocumentsTest#badEnvironments")
    void isRefused(String spec, ProblemCode code, String place) {
      assertThat(Refusal.of(environment(spec)))
          .extracting(Problem::code, Problem::place)
          .containsExactly(at(code, place));
    }

    @Test
    void isOursOnly() {
      String vendors = ENVIRONMENTS.replace("promotion.dev/v1", "codefresh.io/v1beta1");

      assertThat(Refusal.of(vendors))
          .extracting(Problem::code)
          .containsOnly(ProblemCode.UNSUPPORTED_VERSION);
    }

    private Environment read(String... spec) {
      return PromotionYaml.readCatalog(environment(String.join("\n  ", spec)))
          .environment(new EnvironmentName("live"))
          .orElseThrow();
    }
  }

  static Stream<Arguments> badEnvironments() {
    return Stream.of(
        arguments("clusters: []", ProblemCode.REQUIRED, "text:6:3: spec.kind"),
        arguments("kind: production", ProblemCode.ENUM, "text:6:9: spec.kind"),
        arguments("kind: [PROD]", ProblemCode.TYPE, "text:6:9: spec.kind"),
        arguments(
            "kind: PROD\n  clusters: [{namespaces: [a]}]",
            ProblemCode.REQUIRED,
            "text:7:14: spec.clusters[0].name"),
        arguments(
            "kind: PROD\n  clusters: [{name: ''}]",
            ProblemCode.REQUIRED,
            "text:7:21: spec.clusters[0].name"),
        arguments(
            "kind: PROD\n  clusters: [{name: prod-*}]",
            ProblemCode.NOT_SUPPORTED_YET,
            "text:7:21: spec.clusters[0].name"),
        arguments(
            "kind: PROD\n  clusters: [{name: a, namespaces: ['*']}]",
            ProblemCode.NOT_SUPPORTED_YET,
            "text:7:37: spec.clusters[0].namespaces[0]"));
  }

  private static String environment(String spec) {
    return """
    apiVersion: promotion.dev/v1
    kind: Environment
    metadata:
      name: live
    spec:
      %s
    """
        .formatted(spec);
  }

  @Nested
  class AProduct {

    @ParameterizedTest
    @ValueSource(strings = {"codefresh.io/v1beta1", "codefresh.io/v1beta2", "promotion.dev/v1"})
    void needsNoSpec(String version) {
      Catalog catalog = PromotionYaml.readCatalog(product(version, ""));

      assertThat(catalog.products()).extracting(Product::toString).containsExactly("shop");
    }

    @Test
    void mayNameFlowsThatAreStartedByHand() {
      String spec = "spec: {concurrency: queue, promotionFlows: [{name: hotfix}]}";

      assertThat(PromotionYaml.readCatalog(product("codefresh.io/v1beta2", spec)).products())
          .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.promotion.yaml.OtherDocumentsTest#badProducts")
    void isRefused(String spec, ProblemCode code, String place) {
      assertThat(Refusal.of(product("codefresh.io/v1beta2", "spec: " + spec)))
          .extracting(Problem::code, Problem::place)
          .containsExactly(at(code, place));
    }

    @Test
    void hasNoConcurrencyInItsFirstVersion() {
      List<Problem> problems =
          Refusal.of(product("codefresh.io/v1beta1", "spec: {concurrency: queue}"));

      assertThat(problems)
          .extracting(Problem::toString)
          .containsExactly(
              "text:5:8: spec: unknown field 'concurrency'; it belongs to codefresh.io/v1beta2,"
                  + " promotion.dev/v1. Allowed: promotionTemplateRef, promotionTemplate,"
                  + " promotionFlows [UNKNOWN_FIELD]");
    }

    private String product(String version, String spec) {
      return "apiVersion: " + version + "\nkind: Product\nmetadata:\n  name: shop\n" + spec;
    }
  }

  static Stream<Arguments> badProducts() {
    return Stream.of(
        arguments(
            "{concurrency: terminate}",
            ProblemCode.NOT_SUPPORTED_YET,
            "text:5:21: spec.concurrency"),
        arguments("{concurrency: que}", ProblemCode.ENUM, "text:5:21: spec.concurrency"),
        arguments(
            "{promotionTemplateRef: x}",
            ProblemCode.NOT_SUPPORTED_YET,
            "text:5:30: spec.promotionTemplateRef"),
        arguments(
            "{promotionTemplate: {promotion: {values.yaml: {jsonPaths: [$.a]}}}}",
            ProblemCode.NOT_SUPPORTED_YET,
            "text:5:27: spec.promotionTemplate"),
        arguments(
            "{promotionFlows: [{}]}",
            ProblemCode.REQUIRED,
            "text:5:25: spec.promotionFlows[0].name"),
        arguments(
            "{promotionFlows: [{name: To_Prod}]}",
            ProblemCode.ID_CHARSET,
            "text:5:32: spec.promotionFlows[0].name"),
        arguments(
            "{promotionFlows: [{name: a, gitTriggerSelectors: ["
                + "{key: commitMessage, operator: In, values: [a]}]}]}",
            ProblemCode.NOT_SUPPORTED_YET,
            "text:5:56: spec.promotionFlows[0].gitTriggerSelectors"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PromotionPolicy", "PromotionTemplate"})
  void policiesAndTemplatesAreRefusedAsLongAsTheyAreNotFollowed(String kind) {
    String text = "apiVersion: codefresh.io/v1beta1\nkind: " + kind + "\nmetadata: {name: x}\n";

    assertThat(Refusal.of(text))
        .extracting(Problem::code, Problem::place)
        .containsExactly(at(ProblemCode.NOT_SUPPORTED_YET, "text:2:7: kind"));
  }
}
