package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Documents.application;
import static dev.promotion.yaml.Documents.flow;
import static dev.promotion.yaml.Documents.flowOf;
import static dev.promotion.yaml.Refusal.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ProductName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents whose parts are missing, empty or of another kind. */
class HalfDocumentsTest {

  private static final String SOURCE = "source: {repoURL: https://h/a, path: b}";

  @ParameterizedTest(name = "{0}")
  @MethodSource("halfDocuments")
  void whatIsMissingIsToldOnceAndWhereItBelongs(
      String what, String text, ProblemCode code, String place) {
    assertThat(Refusal.of(ENVIRONMENTS, text))
        .extracting(Problem::code, Problem::place)
        .containsExactly(at(code, place));
  }

  static Stream<Arguments> halfDocuments() {
    return Stream.of(
        arguments(
            "an application without spec",
            document("Application", "metadata: {name: a, labels: {codefresh.io/product: p}}"),
            ProblemCode.REQUIRED,
            "text 2:1:1: spec"),
        arguments(
            "an application whose labels are not in its metadata",
            document("Application", "labels: {codefresh.io/product: p}", "spec: {" + SOURCE + "}"),
            ProblemCode.REQUIRED,
            "text 2:1:1: metadata"),
        arguments(
            "a product without metadata",
            document("Product"),
            ProblemCode.REQUIRED,
            "text 2:1:1: metadata"),
        arguments(
            "a text where a list of maps is wanted",
            document("Product", "metadata: {name: p}", "spec: {promotionFlows: flow}"),
            ProblemCode.TYPE,
            "text 2:4:24: spec.promotionFlows"),
        arguments(
            "a map where a list of texts is wanted",
            flowOf("triggerEnvironment: dev", "steps: [{environment: qa, dependsOn: {dev: 1}}]"),
            ProblemCode.TYPE,
            "text 2:7:40: spec.steps[0].dependsOn"),
        arguments(
            "a list where a number is wanted",
            flow("promotionTimeoutLimit: [1]"),
            ProblemCode.TYPE,
            "text 2:10:26: spec.promotionTimeoutLimit"),
        arguments(
            "a quoted word where a number is wanted",
            flow("promotionTimeoutLimit: 'one'"),
            ProblemCode.TYPE,
            "text 2:10:26: spec.promotionTimeoutLimit"));
  }

  @Test
  void onlyANumberInQuotesIsToldToLoseThem() {
    assertThat(Refusal.of(ENVIRONMENTS, flow("promotionTimeoutLimit: '1'")))
        .extracting(Problem::message)
        .containsExactly("got text '1', expected a whole number; remove the quotes");
    assertThat(Refusal.of(ENVIRONMENTS, flow("promotionTimeoutLimit: 'one'")))
        .extracting(Problem::message)
        .containsExactly("got text 'one', expected a whole number");
  }

  @Test
  void onlyATextInPlaceOfAListOfTextsIsShownAsAList() {
    assertThat(
            Refusal.of(
                ENVIRONMENTS,
                flowOf("triggerEnvironment: dev", "steps: [{environment: qa, dependsOn: dev}]")))
        .extracting(Problem::message)
        .containsExactly("got text 'dev', expected a list; use [dev]");
    assertThat(Refusal.of(ENVIRONMENTS, flowOf("triggerEnvironment: dev", "steps: qa")))
        .extracting(Problem::message)
        .containsExactly("got text 'qa', expected a list");
  }

  @Test
  void anEmptyListOfSourcesIsNone() {
    assertThat(read(application(SOURCE, "sources: []")).source().path()).hasToString("b");
  }

  @Test
  void anEmptyClusterIsNone() {
    assertThat(
            read(application(SOURCE, "destination: {name: '', server: https://b}")).destination())
        .extracting(each -> each.cluster())
        .isEqualTo("https://b");
    assertThat(read(application(SOURCE, "destination: {namespace: shop}")).destination())
        .satisfies(
            each -> {
              assertThat(each.cluster()).isEmpty();
              assertThat(each.namespace()).isEqualTo("shop");
            });
  }

  @Test
  void anEmptyListOfSelectorsIsNone() {
    String text =
        document(
            "Product",
            "metadata: {name: p}",
            "spec: {promotionFlows: [{name: a, gitTriggerSelectors: []}]}");

    assertThat(PromotionYaml.read(text).products())
        .extracting(each -> each.flows().get(0).selectors())
        .containsExactly(List.of());
  }

  @Test
  void aBadNameIsToldWithAllElseThatIsWrong() {
    String text = application(SOURCE).replace("name: cf-101-dev", "name: Cf_101");

    assertThat(Refusal.of(text))
        .extracting(Problem::code, Problem::place)
        .containsExactly(at(ProblemCode.ID_CHARSET, "text:4:9: metadata.name"));
  }

  @Test
  void anUnreadEnvironmentHidesNothingButItsOwnAbsence() {
    String product = document("Product", "metadata: {name: p}");

    assertThat(Refusal.of("a: [", flow(), product, product))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.UNCLOSED, ProblemCode.DUPLICATE_NAME);
  }

  private static String document(String kind, String... lines) {
    String version = kind.equals("Application") ? "argoproj.io/v1alpha1" : "promotion.dev/v1";
    return "apiVersion: " + version + "\nkind: " + kind + "\n" + String.join("\n", lines) + "\n";
  }

  private static Application read(String text) {
    String placed = text.replace("annotations:", "annotations:\n    codefresh.io/environment: qa");
    List<Application> applications =
        PromotionYaml.readCatalog(ENVIRONMENTS, placed)
            .applications(new ProductName("cf-101"), new EnvironmentName("qa"));
    assertThat(applications).hasSize(1);
    return applications.get(0);
  }
}
