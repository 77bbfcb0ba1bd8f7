package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Documents.flow;
import static dev.promotion.yaml.Documents.flowOf;
import static dev.promotion.yaml.Refusal.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.flow.FlowName;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a field takes. */
class FieldTypesTest {

  private static final String LIMIT = "text 2:10:26: spec.promotionTimeoutLimit";
  private static final String TIMEOUT = "text 2:10:12: spec.timeout";

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFields")
  void aFieldOfTheWrongTypeIsRefusedAlone(
      String what, String text, ProblemCode code, String place) {
    List<Problem> problems = Refusal.of(ENVIRONMENTS, text);

    assertThat(problems).extracting(Problem::code, Problem::place).containsExactly(at(code, place));
  }

  static Stream<Arguments> badFields() {
    return Stream.of(numbers(), texts(), headers(), fields(), durations()).flatMap(each -> each);
  }

  private static Stream<Arguments> numbers() {
    return Stream.of(
        arguments("40 quoted", limit("\"10\""), ProblemCode.TYPE, LIMIT),
        arguments("41 fraction", limit("1.5"), ProblemCode.TYPE, LIMIT),
        arguments("no number", limit("ten"), ProblemCode.TYPE, LIMIT),
        arguments("true", limit("true"), ProblemCode.TYPE, LIMIT),
        arguments("list", limit("[5]"), ProblemCode.TYPE, LIMIT),
        arguments("long text", limit("5_".repeat(100)), ProblemCode.TYPE, LIMIT),
        arguments("42 large", limit("99999999999999999999"), ProblemCode.RANGE, LIMIT),
        arguments("very large", limit("9".repeat(1_000)), ProblemCode.RANGE, LIMIT),
        arguments("zero", limit("0"), ProblemCode.RANGE, LIMIT),
        arguments("negative", limit("-5"), ProblemCode.RANGE, LIMIT),
        arguments("over 90 days", limit("129601"), ProblemCode.RANGE, LIMIT),
        arguments("43 octal?", limit("010"), ProblemCode.AMBIGUOUS_NUMBER, LIMIT),
        arguments("44 grouped", limit("1_0"), ProblemCode.AMBIGUOUS_NUMBER, LIMIT),
        arguments("44 exponent", limit("1e2"), ProblemCode.AMBIGUOUS_NUMBER, LIMIT),
        arguments("44 hexadecimal", limit("0x10"), ProblemCode.AMBIGUOUS_NUMBER, LIMIT),
        arguments("44 base 60", limit("12:30"), ProblemCode.AMBIGUOUS_NUMBER, LIMIT),
        arguments("octal of YAML 1.2", limit("0o17"), ProblemCode.AMBIGUOUS_NUMBER, LIMIT));
  }

  private static Stream<Arguments> texts() {
    return Stream.of(
        arguments(
            "45 false?",
            flow().replace("environment: qa", "environment: NO"),
            ProblemCode.AMBIGUOUS_TEXT,
            "text 2:8:20: spec.steps[0].environment"),
        arguments(
            "true?",
            flow().replace("[dev]", "[on]"),
            ProblemCode.AMBIGUOUS_TEXT,
            "text 2:9:19: spec.steps[0].dependsOn[0]"),
        arguments(
            "map for text",
            flow().replace("[dev]", "[{a: b}]"),
            ProblemCode.TYPE,
            "text 2:9:19: spec.steps[0].dependsOn[0]"),
        arguments(
            "empty item",
            flow().replace("[dev]", "[dev, ~]"),
            ProblemCode.REQUIRED,
            "text 2:9:24: spec.steps[0].dependsOn[1]"),
        arguments(
            "47 text for list",
            flow().replace("[dev]", "dev"),
            ProblemCode.TYPE,
            "text 2:9:18: spec.steps[0].dependsOn"),
        arguments(
            "48 map for list",
            flowOf("triggerEnvironment: dev", "steps: {}"),
            ProblemCode.TYPE,
            "text 2:7:10: spec.steps"),
        arguments(
            "49 nothing for list",
            flowOf("triggerEnvironment: dev", "steps:"),
            ProblemCode.REQUIRED,
            "text 2:7:9: spec.steps"),
        arguments(
            "text for map", flow("hooks: slack"), ProblemCode.TYPE, "text 2:10:10: spec.hooks"),
        arguments(
            "list for labels",
            flow().replace("name: flow", "name: flow\n  labels: [a]"),
            ProblemCode.TYPE,
            "text 2:5:11: metadata.labels"),
        arguments(
            "list for a label",
            flow().replace("name: flow", "name: flow\n  labels: {a/b: [a]}"),
            ProblemCode.TYPE,
            "text 2:5:17: metadata.labels['a/b']"),
        arguments(
            "alias for a label",
            flow().replace("name: flow", "name: &n flow\n  labels: {a: *n}"),
            ProblemCode.ALIAS_NOT_ALLOWED,
            "text 2:5:15: metadata.labels.a"));
  }

  private static Stream<Arguments> headers() {
    return Stream.of(
        arguments(
            "50 kind",
            flow().replace("PromotionFlow", "PromotionFlw"),
            ProblemCode.UNKNOWN_KIND,
            "text 2:2:7: kind"),
        arguments(
            "kind of the vendor",
            flow()
                .replace("PromotionFlow", "PromotionFlw")
                .replace("promotion.dev/v1", "codefresh.io/v1beta1"),
            ProblemCode.UNKNOWN_KIND,
            "text 2:2:7: kind"),
        arguments(
            "51 no apiVersion",
            flow().replace("apiVersion: promotion.dev/v1\n", ""),
            ProblemCode.REQUIRED,
            "text 2:1:1: apiVersion"),
        arguments(
            "no kind",
            flow().replace("kind: PromotionFlow\n", "kind: \n"),
            ProblemCode.REQUIRED,
            "text 2:1:1: kind"),
        arguments(
            "Kind", flow().replace("kind:", "Kind:"), ProblemCode.UNKNOWN_FIELD, "text 2:2:1"),
        arguments(
            "list for kind",
            flow().replace("kind: PromotionFlow\n", "kind: [PromotionFlow]\n"),
            ProblemCode.TYPE,
            "text 2:2:7: kind"),
        arguments(
            "52 version",
            flow().replace("promotion.dev/v1", "codefresh.io/v9"),
            ProblemCode.UNSUPPORTED_VERSION,
            "text 2:1:13: apiVersion"),
        arguments(
            "group",
            flow().replace("promotion.dev/v1", "example.com/v1"),
            ProblemCode.UNSUPPORTED_VERSION,
            "text 2:1:13: apiVersion"),
        arguments(
            "older group",
            flow().replace("promotion.dev/v1", "csdp.codefresh.io/v1"),
            ProblemCode.UNSUPPORTED_VERSION,
            "text 2:1:13: apiVersion"));
  }

  private static Stream<Arguments> fields() {
    return Stream.of(
        arguments(
            "53 step",
            flow().replace("steps:", "step:"),
            ProblemCode.UNKNOWN_FIELD,
            "text 2:7:3: spec"),
        arguments(
            "54 Spec", flow().replace("spec:", "Spec:"), ProblemCode.UNKNOWN_FIELD, "text 2:5:1"),
        arguments(
            "55 field of another kind",
            flow("promotionFlows: []"),
            ProblemCode.UNKNOWN_FIELD,
            "text 2:10:3: spec"),
        arguments(
            "field of another version",
            flow("timeout: 5m").replace("promotion.dev/v1", "codefresh.io/v1beta1"),
            ProblemCode.UNKNOWN_FIELD,
            "text 2:10:3: spec"),
        arguments(
            "no metadata",
            flow().replace("metadata:\n  name: flow\n", ""),
            ProblemCode.REQUIRED,
            "text 2:1:1: metadata"),
        arguments(
            "no spec", flowOf().replace("spec:\n", ""), ProblemCode.REQUIRED, "text 2:1:1: spec"));
  }

  private static Stream<Arguments> durations() {
    return Stream.of(
        arguments("56 no unit", flow("timeout: 5"), ProblemCode.DURATION, TIMEOUT),
        arguments("57 negative", flow("timeout: -1h"), ProblemCode.RANGE, TIMEOUT),
        arguments("57 zero", flow("timeout: 0s"), ProblemCode.RANGE, TIMEOUT),
        arguments("58 long", flow("timeout: 1000000h"), ProblemCode.RANGE, TIMEOUT),
        arguments("longer", flow("timeout: " + "9".repeat(40) + "d"), ProblemCode.RANGE, TIMEOUT),
        arguments("59 calendar", flow("timeout: P1Y"), ProblemCode.DURATION, TIMEOUT),
        arguments("no digits", flow("timeout: '-'"), ProblemCode.DURATION, TIMEOUT),
        arguments("empty", flow("timeout: ''"), ProblemCode.DURATION, TIMEOUT),
        arguments("order", flow("timeout: 5m1h"), ProblemCode.DURATION, TIMEOUT),
        arguments(
            "two timeouts",
            flow("timeout: 5m", "promotionTimeoutLimit: 5"),
            ProblemCode.EITHER_OR,
            TIMEOUT));
  }

  /** Part 5 (46) adds a warning; there is no place for warnings yet. */
  @Test
  void aNumberInAnAnnotationIsKeptAsItStands() {
    String text = flow().replace("name: flow", "name: 1.10\n  annotations: {version: 1.00}");

    assertThat(PromotionYaml.readCatalog(ENVIRONMENTS, text).flow(new FlowName("1.10")))
        .isPresent();
  }

  @Test
  void everyFieldThatKubernetesAddsToAnObjectIsAccepted() {
    String text =
        flow()
                .replace(
                    "name: flow",
                    """
                    name: flow
                      namespace: codefresh
                      uid: 7d6fd1a2-0000-4000-8000-000000000000
                      resourceVersion: "42"
                      generation: 1
                      creationTimestamp: null
                      managedFields: [{manager: kubectl, fieldsV1: {f:spec: {.: {}}}}]
                      labels:
                        team:
                      annotations:
                        description: Three of them\
                    """)
            + "status: {}\n";

    assertThat(PromotionYaml.readCatalog(ENVIRONMENTS, text).flows()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {a: *b, a: !c d}",
        "apiVersion: app.k8s.io/v1beta1\nkind: Application\nmetadata: {name: x}\nspec: {}",
        "apiVersion: example.com/v1\nkind: Product\nmetadata: {name: x}\nspec: {}",
        "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: x}",
        "apiVersion: codefresh.io/v1beta1\nkind: PromotionTask\nmetadata: {name: x}",
        "apiVersion: codefresh.io/v1beta1\nkind: GitSource\nmetadata: {name: x}"
      })
  void documentsOfOtherKindsAreLeftAlone(String text) {
    assertThat(PromotionYaml.readCatalog(text).products()).isEmpty();
  }

  @Test
  void messagesAreEnglishWhateverTheLocaleIs() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Refusal.of(ENVIRONMENTS, limit("0")))
          .extracting(Problem::message)
          .containsExactly("0 is outside 1…129600 minutes (90 days)");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void allProblemsOfADocumentAreReportedTogetherInTheOrderOfTheText() {
    String text =
        """
        apiVersion: promotion.dev/v1
        kind: PromotionFlow
        metadata:
          name: My flow
          label: {}
        spec:
          steps:
            - environment: qa
              dependsOn: dev
            - dependsOn: [QA]
              policy:
                action: comit
          timeout: 5
          promotionTimeoutLimit: 010
        """;

    List<Problem> problems = Refusal.of(text);

    assertThat(problems)
        .extracting(Problem::code, Problem::place)
        .containsExactly(
            at(ProblemCode.ID_CHARSET, "text:4:9: metadata.name"),
            at(ProblemCode.UNKNOWN_FIELD, "text:5:3: metadata"),
            at(ProblemCode.REQUIRED, "text:7:3: spec.triggerEnvironment"),
            at(ProblemCode.TYPE, "text:9:18: spec.steps[0].dependsOn"),
            at(ProblemCode.REQUIRED, "text:10:7: spec.steps[1].environment"),
            at(ProblemCode.ID_CHARSET, "text:10:19: spec.steps[1].dependsOn[0]"),
            at(ProblemCode.ENUM, "text:12:17: spec.steps[1].policy.action"),
            at(ProblemCode.DURATION, "text:13:12: spec.timeout"),
            at(ProblemCode.AMBIGUOUS_NUMBER, "text:14:26: spec.promotionTimeoutLimit"));
  }

  @Test
  void moreThanAHundredProblemsAreCutOff() {
    String text = flowOf("triggerEnvironment: dev", "steps: [" + "a, ".repeat(150) + "b]");

    assertThat(Refusal.of(text)).hasSize(100);
    assertThat(Refusal.of(text, text)).hasSize(100);
  }

  private static String limit(String value) {
    return flow("promotionTimeoutLimit: " + value);
  }
}
