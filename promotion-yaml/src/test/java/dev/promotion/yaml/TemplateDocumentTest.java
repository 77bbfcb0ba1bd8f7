package dev.promotion.yaml;

import static dev.promotion.yaml.Refusal.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.AllFiles;
import dev.promotion.template.JsonPath;
import dev.promotion.template.LabelExpression;
import dev.promotion.template.LabelExpression.Operator;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import dev.promotion.template.VersionSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of kind PromotionTemplate. */
class TemplateDocumentTest {

  private static final String TEAM = "applicationSourceSelector: {matchLabels: {team: a}}";
  private static final String PRIORITY = "priority: 1";

  @ParameterizedTest
  @ValueSource(strings = {"codefresh.io/v1beta1", "promotion.dev/v1"})
  void isReadWithAllThatItSays(String version) {
    String text =
        template(
                "applicationSourceSelector:",
                "  matchLabels: {codefresh.io/product: loans}",
                "  matchExpressions:",
                "    - {key: tier, operator: In, values: [web, '']}",
                "    - {key: tier, operator: NotIn, values: [db]}",
                "    - {key: team, operator: Exists}",
                "    - {key: old, operator: DoesNotExist, values: []}",
                "priority: -1",
                "versionSource: {file: Chart.yaml, jsonPath: $.appVersion}",
                "promotion:",
                "  values.yaml: {jsonPaths: [$..image, '$.tags[0]']}",
                "  README: {jsonPaths: ['*']}")
            .replace("promotion.dev/v1", version);

    Definitions definitions = PromotionYaml.read(text);

    assertThat(definitions.templates())
        .containsExactly(
            new PromotionTemplate(
                new TemplateName("t"),
                LabelSelector.of(
                    Map.of("codefresh.io/product", "loans"),
                    List.of(
                        new LabelExpression("tier", Operator.IN, List.of("web", "")),
                        new LabelExpression("tier", Operator.NOT_IN, List.of("db")),
                        new LabelExpression("team", Operator.EXISTS, List.of()),
                        new LabelExpression("old", Operator.DOES_NOT_EXIST, List.of()))),
                -1,
                new TemplateContent(
                    Optional.of(
                        new VersionSource(
                            new RepositoryPath("Chart.yaml"), new JsonPath("$.appVersion"))),
                    List.of(
                        PromotedFile.of("README", "*"),
                        PromotedFile.of("values.yaml", "$..image", "$.tags[0]")))));
    assertThat(definitions.warnings()).isEmpty();
  }

  @Test
  void promotesEverythingWhereItNamesNoFiles() {
    String text = template("applicationSourceSelector: {matchAll: true}", "priority: 0");

    assertThat(PromotionYaml.readCatalog(text).templates())
        .containsExactly(
            new PromotionTemplate(
                new TemplateName("t"), LabelSelector.everything(), 0, TemplateContent.of()));
    assertThat(PromotionYaml.read(text + "  promotion: {}\n").templates())
        .isEqualTo(PromotionYaml.read(text).templates());
  }

  @Test
  void saysThatAllFilesAreMeantAndWhatIsGoneIsDeleted() {
    String text = template("applicationSourceSelector: {matchAll: true}", "priority: 0");

    assertThat(allFiles(text + "  allFiles: true\n")).hasValue(new AllFiles(true, false));
    assertThat(allFiles(text + "  prune: true\n")).hasValue(new AllFiles(false, true));
    assertThat(allFiles(text + "  promotion: {}\n  allFiles: true\n  prune: true\n"))
        .hasValue(new AllFiles(true, true));
    assertThat(allFiles(text + "  allFiles: false\n  prune: false\n")).isEmpty();
    assertThat(
            PromotionYaml.read(
                    """
                    apiVersion: promotion.dev/v1
                    kind: Product
                    metadata: {name: shop}
                    spec: {promotionTemplate: {allFiles: true, prune: true}}
                    """)
                .products()
                .get(0)
                .template()
                .orElseThrow()
                .allFiles())
        .hasValue(new AllFiles(true, true));
  }

  private static Optional<AllFiles> allFiles(String text) {
    return PromotionYaml.read(text).templates().get(0).content().allFiles();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void isRefused(String what, String text, ProblemCode code, String place) {
    assertThat(Refusal.of(text))
        .extracting(Problem::code, Problem::place)
        .containsExactly(at(code, place));
  }

  static Stream<Arguments> isRefused() {
    return Stream.concat(badSelectors(), badContents());
  }

  private static Stream<Arguments> badSelectors() {
    return Stream.of(
        arguments(
            "without selector",
            template(PRIORITY),
            ProblemCode.REQUIRED,
            "text:6:3: spec.applicationSourceSelector"),
        arguments(
            "without priority", template(TEAM), ProblemCode.REQUIRED, "text:6:3: spec.priority"),
        arguments(
            "with a rule without key",
            template(
                "applicationSourceSelector: {matchExpressions: [{operator: Exists}]}", PRIORITY),
            ProblemCode.REQUIRED,
            "text:6:50: spec.applicationSourceSelector.matchExpressions[0].key"),
        arguments(
            "with a rule without operator",
            template("applicationSourceSelector: {matchExpressions: [{key: a}]}", PRIORITY),
            ProblemCode.REQUIRED,
            "text:6:50: spec.applicationSourceSelector.matchExpressions[0].operator"),
        arguments(
            "with a selector for all and for some",
            template(
                "applicationSourceSelector: {matchAll: true, matchLabels: {team: a}}", PRIORITY),
            ProblemCode.EITHER_OR,
            "text:6:41: spec.applicationSourceSelector.matchAll"),
        arguments(
            "with a selector for all and for some rule",
            template(
                "applicationSourceSelector: {matchAll: true, matchExpressions: [{key: a, operator:"
                    + " Exists}]}",
                PRIORITY),
            ProblemCode.EITHER_OR,
            "text:6:41: spec.applicationSourceSelector.matchAll"),
        arguments(
            "with a selector that is for all or not",
            template("applicationSourceSelector: {matchAll: yes}", PRIORITY),
            ProblemCode.TYPE,
            "text:6:41: spec.applicationSourceSelector.matchAll"),
        arguments(
            "with a flag in quotes",
            template("applicationSourceSelector: {matchAll: 'true'}", PRIORITY),
            ProblemCode.TYPE,
            "text:6:41: spec.applicationSourceSelector.matchAll"),
        arguments(
            "with a flag that is a list",
            template("applicationSourceSelector: {matchAll: [true]}", PRIORITY),
            ProblemCode.TYPE,
            "text:6:41: spec.applicationSourceSelector.matchAll"),
        arguments(
            "for no application on purpose",
            template("applicationSourceSelector: {matchAll: false}", PRIORITY),
            ProblemCode.SELECTOR_EMPTY,
            "text:6:30: spec.applicationSourceSelector"),
        arguments(
            "for all in the words of another version",
            template("applicationSourceSelector: {matchAll: true}", PRIORITY)
                .replace("promotion.dev/v1", "codefresh.io/v1beta1"),
            ProblemCode.UNKNOWN_FIELD,
            "text:6:31: spec.applicationSourceSelector"),
        arguments(
            "with a label that is none",
            template("applicationSourceSelector: {matchLabels: {team: a b}}", PRIORITY),
            ProblemCode.LABEL_FORM,
            "text:6:51: spec.applicationSourceSelector.matchLabels['team']"));
  }

  private static Stream<Arguments> badContents() {
    return Stream.of(
        arguments(
            "with a version from no file",
            template(TEAM, PRIORITY, "versionSource: {jsonPath: $.a}"),
            ProblemCode.REQUIRED,
            "text:8:18: spec.versionSource.file"),
        arguments(
            "with a version from no path",
            template(TEAM, PRIORITY, "versionSource: {file: a}"),
            ProblemCode.REQUIRED,
            "text:8:18: spec.versionSource.jsonPath"),
        arguments(
            "with a version from another folder",
            template(TEAM, PRIORITY, "versionSource: {file: ../a, jsonPath: $.a}"),
            ProblemCode.PATH_ESCAPE,
            "text:8:25: spec.versionSource.file"),
        arguments(
            "with a list for a map",
            template(TEAM, PRIORITY, "promotion: [values.yaml]"),
            ProblemCode.TYPE,
            "text:8:14: spec.promotion"),
        arguments(
            "with a file without values",
            template(TEAM, PRIORITY, "promotion: {values.yaml: }"),
            ProblemCode.REQUIRED,
            "text:8:27: spec.promotion['values.yaml']"),
        arguments(
            "with a file without paths",
            template(TEAM, PRIORITY, "promotion: {values.yaml: {create: true}}"),
            ProblemCode.REQUIRED,
            "text:8:28: spec.promotion['values.yaml'].jsonPaths"),
        arguments(
            "with a file with an empty list of paths",
            template(TEAM, PRIORITY, "promotion: {values.yaml: {jsonPaths: []}}"),
            ProblemCode.VALUES_EMPTY,
            "text:8:40: spec.promotion['values.yaml'].jsonPaths"),
        arguments(
            "with a file, and all of them",
            template(TEAM, PRIORITY, "promotion: {a: {jsonPaths: ['*']}}", "allFiles: true"),
            ProblemCode.EITHER_OR,
            "text:9:13: spec.allFiles"),
        arguments(
            "with a file, and deleting in all of the folder",
            template(TEAM, PRIORITY, "promotion: {a: {jsonPaths: ['*']}}", "prune: true"),
            ProblemCode.EITHER_OR,
            "text:9:10: spec.prune"),
        arguments(
            "that deletes in the words of another version",
            template(TEAM, PRIORITY, "prune: true")
                .replace("promotion.dev/v1", "codefresh.io/v1beta1"),
            ProblemCode.UNKNOWN_FIELD,
            "text:8:3: spec"),
        arguments(
            "with a file in another folder",
            template(TEAM, PRIORITY, "promotion: {../a: {jsonPaths: ['*']}}"),
            ProblemCode.PATH_ESCAPE,
            "text:8:15: spec.promotion['../a']"));
  }

  @Test
  void warnsOfPathsThatAreNotInTheStandardForm() {
    String text =
        template(
            TEAM,
            PRIORITY,
            "versionSource: {file: Chart.yaml, jsonPath: $appVersion}",
            "promotion: {values.yaml: {jsonPaths: [$.flask-ui.image.tag]}}");

    assertThat(PromotionYaml.readCatalog(text).warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "text:8:47: spec.versionSource.jsonPath: '$appVersion' is not in the standard form of a"
                + " path; write '$.appVersion' [PATH_NOT_STANDARD]",
            "text:9:41: spec.promotion['values.yaml'].jsonPaths[0]: '$.flask-ui.image.tag' is not"
                + " in the standard form of a path; write '$[\'flask-ui\'].image.tag'"
                + " [PATH_NOT_STANDARD]");
  }

  private static String template(String... spec) {
    return """
    apiVersion: promotion.dev/v1
    kind: PromotionTemplate
    metadata:
      name: t
    spec:
    """
        + Documents.lines(spec);
  }
}
