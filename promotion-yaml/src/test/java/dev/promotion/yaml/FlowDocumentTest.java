package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Documents.SEED_FLOW;
import static dev.promotion.yaml.Documents.flow;
import static dev.promotion.yaml.Documents.flowOf;
import static dev.promotion.yaml.Refusal.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.Hooks;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.flow.WorkflowName;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents of kind PromotionFlow. */
class FlowDocumentTest {

  @Nested
  class IsRead {

    @Test
    void asTheTutorialSavesIt() {
      Catalog catalog = PromotionYaml.readCatalog(ENVIRONMENTS, SEED_FLOW);

      assertThat(catalog.flow(new FlowName("three-env-promotion")))
          .contains(
              PromotionFlow.of(
                  "three-env-promotion",
                  "dev",
                  FlowStep.of("qa", "dev"),
                  FlowStep.of("production", "qa")));
    }

    @Test
    void inOurOwnVersionAlike() {
      String ours = SEED_FLOW.replace("codefresh.io/v1beta1", "promotion.dev/v1");

      assertThat(PromotionYaml.readCatalog(ENVIRONMENTS, ours).flows())
          .isEqualTo(PromotionYaml.readCatalog(ENVIRONMENTS, SEED_FLOW).flows());
    }

    @Test
    void asJson() {
      String json =
          """
          {"apiVersion": "promotion.dev/v1", "kind": "PromotionFlow", "metadata": {"name": "f"},
           "spec": {"triggerEnvironment": "dev",
                    "steps": [{"environment": "qa", "dependsOn": ["dev"]}]}}
          """;

      assertThat(PromotionYaml.readCatalog(ENVIRONMENTS, json).flows())
          .containsExactly(PromotionFlow.of("f", "dev", FlowStep.of("qa", "dev")));
    }

    @Test
    void withStepsInAnyOrder() {
      String text =
          flowOf(
              "triggerEnvironment: dev",
              "steps:",
              "- {environment: production, dependsOn: [qa]}",
              "- {environment: qa, dependsOn: [dev]}");

      assertThat(onlyFlow(text).environments()).hasToString("[dev, qa, production]");
    }

    @Test
    void withMinutesAsItsLimit() {
      assertThat(onlyFlow(flow("promotionTimeoutLimit: 5")).timeout())
          .isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource({"90m,PT90M", "1d12h,PT36H", "24h,PT24H", "45s,PT45S", "90d,PT2160H"})
    void withATimeoutInUnits(String written, Duration meant) {
      assertThat(onlyFlow(flow("timeout: " + written)).timeout()).isEqualTo(meant);
    }

    @Test
    void withAllThatItSaysAboutPromoting() {
      String text =
          flow(
                  "    policy: {action: pr, preAction: scan, postAction: smoke}",
                  "    hooks: {onStart: a, onSuccess: b, onFail: c}",
                  "hooks: {onStart: d, onFail: e}",
                  "postTrigger: verify")
              .replace(
                  "name: flow",
                  """
                  name: flow
                    labels: {team: a, empty: }
                    annotations: {description: Two steps, version: '1.00', other: x}\
                  """);

      assertThat(onlyFlow(text))
          .isEqualTo(
              PromotionFlow.builder(new FlowName("flow"), new EnvironmentName("dev"))
                  .steps(
                      List.of(
                          FlowStep.of("qa", "dev")
                              .with(
                                  PolicySettings.of(PromotionAction.PULL_REQUEST)
                                      .before("scan")
                                      .after("smoke"))
                              .with(hooks("a", "b", "c"))))
                  .hooks(hooks("d", "", "e"))
                  .postTrigger(new WorkflowName("verify"))
                  .description("Two steps")
                  .version("1.00")
                  .labels(Map.of("team", "a", "empty", ""))
                  .build());
    }

    @ParameterizedTest
    @CsvSource({"commit,COMMIT", "pr,PULL_REQUEST", "none,NONE"})
    void withAnAction(String written, PromotionAction meant) {
      assertThat(onlyFlow(flow("    policy: {action: " + written + "}", "hooks: {}")).steps())
          .containsExactly(FlowStep.of("qa", "dev").with(PolicySettings.of(meant)));
    }

    private static Hooks hooks(String... workflows) {
      List<Optional<WorkflowName>> names =
          Stream.of(workflows)
              .map(each -> each.isEmpty() ? Optional.<WorkflowName>empty() : name(each))
              .toList();
      return new Hooks(names.get(0), names.get(1), names.get(2));
    }

    private static Optional<WorkflowName> name(String workflow) {
      return Optional.of(new WorkflowName(workflow));
    }

    private PromotionFlow onlyFlow(String text) {
      return PromotionYaml.readCatalog(ENVIRONMENTS, text).flows().get(0);
    }
  }

  @Nested
  class IsRefused {

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.promotion.yaml.FlowDocumentTest#badGraphs")
    void withAGraphThatLeadsNowhere(String what, String spec, ProblemCode code, String place) {
      String text = flowOf("triggerEnvironment: dev", "steps:", spec);

      List<Problem> problems = Refusal.of(ENVIRONMENTS, text);

      assertThat(problems)
          .extracting(Problem::code, Problem::place)
          .contains(at(code, "text 2:" + place));
    }

    @Test
    void withoutSteps() {
      String text = flowOf("triggerEnvironment: dev", "steps: []");

      assertThat(Refusal.of(ENVIRONMENTS, text))
          .extracting(Problem::code, Problem::place)
          .containsExactly(at(ProblemCode.FLOW_EMPTY, "text 2:7:10: spec.steps"));
    }

    @Test
    void withoutTrigger() {
      String text = flowOf("steps: [{environment: qa, dependsOn: [dev]}]");

      assertThat(Refusal.of(ENVIRONMENTS, text))
          .extracting(Problem::code, Problem::place)
          .containsExactly(at(ProblemCode.REQUIRED, "text 2:6:3: spec.triggerEnvironment"));
    }

    @Test
    void withMoreSteps() {
      String steps =
          IntStream.rangeClosed(1, 10_001)
              .mapToObj(n -> "- {environment: e" + n + ", dependsOn: [dev]}")
              .collect(Collectors.joining("\n  "));
      String text = flowOf("triggerEnvironment: dev", "steps:", steps);

      assertThat(Refusal.of(ENVIRONMENTS, text))
          .extracting(Problem::code, Problem::place)
          .containsExactly(at(ProblemCode.LIMIT, "text 2:8:3: spec.steps"));
    }

    @Test
    void withACycleThatIsPrinted() {
      String text =
          flowOf(
              "triggerEnvironment: dev",
              "steps:",
              "- {environment: qa, dependsOn: [production]}",
              "- {environment: production, dependsOn: [qa]}");

      assertThat(Refusal.of(ENVIRONMENTS, text))
          .extracting(Problem::toString)
          .containsExactly(
              "text 2:8:34: spec.steps[0].dependsOn: steps wait for each other:"
                  + " qa → production → qa; remove one dependsOn [FLOW_CYCLE]");
    }

    @Test
    void withEnvironmentsThatAreNotThere() {
      String text = flow().replace("environment: qa", "environment: qaa");

      assertThat(Refusal.of(ENVIRONMENTS, text))
          .extracting(Problem::toString)
          .containsExactly(
              "text 2:8:20: spec.steps[0].environment: environment 'qaa' does not exist; known:"
                  + " dev, production, qa; did you mean 'qa'? [UNKNOWN_ENVIRONMENT]");
    }

    @Test
    void butAnEnvironmentThatCouldNotBeReadIsNotCalledUnknown() {
      String broken = ENVIRONMENTS.replace("name: qa", "name: QA");

      assertThat(Refusal.of(broken, flow()))
          .extracting(Problem::code)
          .containsExactly(ProblemCode.ID_CHARSET);
    }

    @Test
    void butAnEnvironmentInAFileThatCouldNotBeParsedIsNotCalledUnknown() {
      assertThat(Refusal.of(ENVIRONMENTS + "---\na: [", flow().replace("[dev]", "[dev]\n  x: 1")))
          .extracting(Problem::code)
          .containsExactly(ProblemCode.UNCLOSED, ProblemCode.UNKNOWN_FIELD);
    }
  }

  static Stream<Arguments> badGraphs() {
    return Stream.of(
        arguments(
            "82 itself",
            "- {environment: qa, dependsOn: [qa]}",
            ProblemCode.FLOW_CYCLE,
            "8:34: spec.steps[0].dependsOn"),
        arguments(
            "84 unknown dependency",
            "- {environment: qa, dependsOn: [deb]}",
            ProblemCode.UNKNOWN_ENVIRONMENT,
            "8:35: spec.steps[0].dependsOn[0]"),
        arguments(
            "85 twice",
            "- {environment: qa, dependsOn: [dev]}\n  - {environment: qa, dependsOn: [dev]}",
            ProblemCode.DUPLICATE_STEP,
            "9:19: spec.steps[1].environment"),
        arguments(
            "86 dependency twice",
            "- {environment: qa, dependsOn: [dev, dev]}",
            ProblemCode.DUPLICATE_DEPENDENCY,
            "8:40: spec.steps[0].dependsOn[1]"),
        arguments(
            "87 trigger",
            "- {environment: dev, dependsOn: [dev]}",
            ProblemCode.TRIGGER_AS_TARGET,
            "8:19: spec.steps[0].environment"),
        arguments(
            "89 unreachable",
            "- {environment: qa, dependsOn: [qa]}\n  - {environment: production, dependsOn: [qa]}",
            ProblemCode.UNREACHABLE_STEP,
            "9:5: spec.steps[1]"),
        arguments(
            "90 no dependency",
            "- {environment: qa, dependsOn: []}",
            ProblemCode.STEP_WITHOUT_DEPENDENCY,
            "8:34: spec.steps[0].dependsOn"),
        arguments(
            "dependencies missing",
            "- {environment: qa}",
            ProblemCode.REQUIRED,
            "8:5: spec.steps[0].dependsOn"),
        arguments(
            "95 action",
            "- {environment: qa, dependsOn: [dev], policy: {action: comit}}",
            ProblemCode.ENUM,
            "8:58: spec.steps[0].policy.action"),
        arguments(
            "98 hook",
            "- {environment: qa, dependsOn: [dev], hooks: {onSucess: x}}",
            ProblemCode.UNKNOWN_FIELD,
            "8:49: spec.steps[0].hooks"));
  }
}
