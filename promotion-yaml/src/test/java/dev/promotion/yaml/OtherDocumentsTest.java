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
import dev.promotion.flow.FlowName;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Concurrency;
import dev.promotion.product.Product;
import dev.promotion.product.ProductFlow;
import dev.promotion.product.ProductName;
import dev.promotion.product.TextPattern;
import dev.promotion.product.TriggerSelector;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.FilePattern;
import dev.promotion.template.JsonPath;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import dev.promotion.template.VersionSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of kinds Environment and Product. */
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

    @Test
    void mayHoldWhatPatternsMatch() {
      Environment environment =
          read("kind: PROD", "clusters:", "- {name: prod-*, namespaces: [shop, '*-web']}");

      assertThat(environment.clusters())
          .containsExactly(new ClusterNamespaces("prod-*", List.of("shop", "*-web")));
    }

    @Test
    void hasTags() {
      assertThat(read("kind: PROD", "tags: [eu, zone-1]").tags()).containsExactly("eu", "zone-1");
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
            "kind: PROD\n  clusters: [{name: '" + "*".repeat(17) + "'}]",
            ProblemCode.PATTERN_LIMIT,
            "text:7:21: spec.clusters[0].name"),
        arguments(
            "kind: PROD\n  clusters: [{name: a, namespaces: [b, '*" + "a".repeat(255) + "']}]",
            ProblemCode.PATTERN_LIMIT,
            "text:7:40: spec.clusters[0].namespaces[1]"));
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

      assertThat(read("codefresh.io/v1beta2", spec))
          .isEqualTo(
              Product.builder(new ProductName("shop"))
                  .flows(List.of(new ProductFlow(new FlowName("hotfix"), List.of())))
                  .build());
    }

    @Test
    void isReadWithAllThatItSays() {
      String spec =
          """
            labels: {team: a}
          spec:
            concurrency: terminate
            promotionTemplateRef: base
            promotionTemplate:
              versionSource: {file: Chart.yaml, jsonPath: $.appVersion}
              promotion:
                values.yaml: {jsonPaths: [$.image.tag], create: true}
                "charts/*/README": {jsonPaths: ["*"]}
            promotionFlows:
              - name: to-prod
                gitTriggerSelectors:
                  - {key: commitMessage, operator: In, values: ["*deploy*", ship]}
                  - {key: gitRevision, operator: NotIn, values: [hotfix]}
            tags: [web, "1"]
          """;

      assertThat(read("promotion.dev/v1", spec))
          .isEqualTo(
              Product.builder(new ProductName("shop"))
                  .labels(Map.of("team", "a"))
                  .concurrency(Concurrency.TERMINATE)
                  .templateRef(new TemplateName("base"))
                  .template(
                      new TemplateContent(
                          Optional.of(
                              new VersionSource(
                                  new RepositoryPath("Chart.yaml"), new JsonPath("$.appVersion"))),
                          List.of(
                              PromotedFile.of("charts/*/README", "*"),
                              new PromotedFile(
                                  new FilePattern("values.yaml"),
                                  List.of(new JsonPath("$.image.tag")),
                                  true))))
                  .flows(
                      List.of(
                          new ProductFlow(
                              new FlowName("to-prod"),
                              List.of(
                                  selector(
                                      TriggerSelector.Key.COMMIT_MESSAGE,
                                      TriggerSelector.Operator.IN,
                                      "*deploy*",
                                      "ship"),
                                  selector(
                                      TriggerSelector.Key.GIT_REVISION,
                                      TriggerSelector.Operator.NOT_IN,
                                      "hotfix")))))
                  .tags(List.of("web", "1"))
                  .build());
    }

    private Product read(String version, String spec) {
      return PromotionYaml.read(product(version, spec)).products().get(0);
    }

    private static TriggerSelector selector(
        TriggerSelector.Key key, TriggerSelector.Operator operator, String... values) {
      return new TriggerSelector(key, operator, Stream.of(values).map(TextPattern::new).toList());
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
        arguments("{concurrency: que}", ProblemCode.ENUM, "text:5:21: spec.concurrency"),
        arguments(
            "{promotionTemplateRef: X}",
            ProblemCode.ID_CHARSET,
            "text:5:30: spec.promotionTemplateRef"),
        arguments(
            "{promotionTemplate: {promotion: {values.yaml: {jsonPaths: [$.a, image]}}}}",
            ProblemCode.PATH_SYNTAX,
            "text:5:71: spec.promotionTemplate.promotion['values.yaml'].jsonPaths[1]"),
        arguments(
            "{promotionTemplate: {promotion: {values.yaml: {create: true}}}}",
            ProblemCode.UNKNOWN_FIELD,
            "text:5:54: spec.promotionTemplate.promotion['values.yaml']"),
        arguments(
            "{promotionFlows: [{}]}",
            ProblemCode.REQUIRED,
            "text:5:25: spec.promotionFlows[0].name"),
        arguments(
            "{promotionFlows: [{name: To_Prod}]}",
            ProblemCode.ID_CHARSET,
            "text:5:32: spec.promotionFlows[0].name"),
        arguments(
            "{promotionFlows: [{name: a, gitTriggerSelectors: [{operator: In, values: [a]}]}]}",
            ProblemCode.REQUIRED,
            "text:5:57: spec.promotionFlows[0].gitTriggerSelectors[0].key"),
        arguments(
            "{promotionFlows: [{name: a, gitTriggerSelectors: [{key: gitRevision, values: [a]}]}]}",
            ProblemCode.REQUIRED,
            "text:5:57: spec.promotionFlows[0].gitTriggerSelectors[0].operator"),
        arguments(
            "{promotionFlows: [{name: a, gitTriggerSelectors: [{key: gitRevision, operator:"
                + " In}]}]}",
            ProblemCode.REQUIRED,
            "text:5:57: spec.promotionFlows[0].gitTriggerSelectors[0].values"));
  }
}
