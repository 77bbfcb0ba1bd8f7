package dev.promotion.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.promotion.environment.EnvironmentKind;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.Hooks;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.flow.WorkflowName;
import dev.promotion.policy.PolicyName;
import dev.promotion.policy.PolicySelector;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.problem.Problem;
import dev.promotion.product.Application;
import dev.promotion.product.Destination;
import dev.promotion.product.Product;
import dev.promotion.product.ProductFlow;
import dev.promotion.product.ProductName;
import dev.promotion.product.TextPattern;
import dev.promotion.product.TriggerSelector;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import dev.promotion.template.VersionSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads the vendor's own documents wherever a folder of them lies beside the project, or where the
 * system property {@code promotion.corpus} says; elsewhere there is nothing to test. Documents of
 * the same shapes are among the fixtures of the other tests.
 */
class CorpusTest {

  private static final Path CORPUS =
      Path.of(System.getProperty("promotion.corpus", "../../shared/corpus"));

  @TestFactory
  Stream<DynamicTest> everyDocumentOfTheVendorMeansWhatItsMakersMeant() {
    return Stream.of(
            reads("application-simple-dev.yaml", CorpusTest::simpleDev),
            reads("application-simple-prod.yaml", CorpusTest::simpleProd),
            reads("product-helm-guestbook.yaml", CorpusTest::guestbook),
            reads("promotion-flow-global-parallel.yaml", CorpusTest::globalParallel),
            reads("promotion-policy-demo.yaml", CorpusTest::demoPolicy),
            reads("promotion-template-base-helm.yaml", CorpusTest::baseHelm))
        .flatMap(each -> each);
  }

  @TestFactory
  Stream<DynamicTest> theQuickStartOfTheVendorIsRead() {
    Path folder = CORPUS.resolve("quickstart");
    return Files.isDirectory(folder)
        ? Stream.of(dynamicTest("quickstart", () -> quickStart(PromotionYaml.read(folder))))
        : Stream.empty();
  }

  /** All files that are there must be among those above. */
  @TestFactory
  Stream<DynamicTest> theFolderOfTheVendorIsReadAsAWhole() {
    Path folder = CORPUS.resolve("codefresh");
    return Files.isDirectory(folder)
        ? Stream.of(dynamicTest("codefresh", () -> whole(PromotionYaml.read(folder))))
        : Stream.empty();
  }

  private static Stream<DynamicTest> reads(String name, Consumer<Definitions> means) {
    Path file = CORPUS.resolve("codefresh").resolve(name);
    return Files.exists(file)
        ? Stream.of(dynamicTest(name, () -> means.accept(PromotionYaml.read(file))))
        : Stream.empty();
  }

  private static void whole(Definitions read) {
    assertThat(read.applications()).hasSize(2);
    assertThat(read.products()).hasSize(1);
    assertThat(read.flows()).hasSize(1);
    assertThat(read.policies()).hasSize(1);
    assertThat(read.templates()).hasSize(1);
    assertThat(read.environments()).isEmpty();
    assertThat(read.others()).isEmpty();
  }

  private static void quickStart(Definitions read) {
    assertThat(read.applications())
        .hasSize(6)
        .allMatch(each -> each.product().equals(new ProductName("demo-trioapp")));
    assertThat(read.others()).hasSize(18).allMatch(each -> !each.kind().equals("Application"));
    assertThat(read.catalog().products()).hasToString("[demo-trioapp]");
  }

  private static void simpleDev(Definitions read) {
    assertThat(read.applications()).containsExactly(simple("dev", "dev", "dev"));
  }

  private static void simpleProd(Definitions read) {
    assertThat(read.applications()).containsExactly(simple("prod", "prod", "HEAD"));
  }

  private static Application simple(String environment, String namespace, String revision) {
    return Application.builder("simple-" + environment)
        .product("simple-app")
        .destination(new Destination("in-cluster", namespace))
        .source("http://gitea-http.gitea:3000/test-owner/simple-app.git", ".", revision)
        .build();
  }

  private static void guestbook(Definitions read) {
    assertThat(read.products())
        .containsExactly(
            Product.builder(new ProductName("helm-guestbook"))
                .templateRef(new TemplateName("gs-promotion-template"))
                .template(
                    new TemplateContent(
                        Optional.of(version("version.yaml", "$.appVersionInline")),
                        List.of(
                            PromotedFile.of(
                                "Chart.yaml", "$.appVersion", "$.version", "$.dependencies"),
                            PromotedFile.of("version.yaml", "$.appVersionInline"),
                            PromotedFile.of("values.yaml", "$..image"),
                            PromotedFile.of("requirements.yaml", "$.dependencies"))))
                .flows(
                    List.of(
                        flow("to-prod", TriggerSelector.Key.COMMIT_MESSAGE, "*deploy*"),
                        flow("demo", TriggerSelector.Key.GIT_REVISION, "hotfix")))
                .build());
    assertThat(read.warnings()).isEmpty();
  }

  private static ProductFlow flow(String name, TriggerSelector.Key key, String value) {
    TriggerSelector selector =
        new TriggerSelector(key, TriggerSelector.Operator.IN, List.of(new TextPattern(value)));
    return new ProductFlow(new FlowName(name), List.of(selector));
  }

  private static void globalParallel(Definitions read) {
    PolicySettings commit = PolicySettings.of(PromotionAction.COMMIT);
    assertThat(read.flows())
        .containsExactly(
            PromotionFlow.builder(new FlowName("global-parallel-flow"), new EnvironmentName("dev"))
                .steps(
                    List.of(
                        FlowStep.of("staging", "dev")
                            .with(commit)
                            .with(hooks("slack-start-hook", "simple-fail", "jira-open-bug")),
                        FlowStep.of("production", "staging").with(commit)))
                .hooks(hooks("slack-start-hook", "success-hook-test", "slack-fail-hook"))
                .build());
  }

  private static Hooks hooks(String onStart, String onSuccess, String onFail) {
    return new Hooks(
        Optional.of(new WorkflowName(onStart)),
        Optional.of(new WorkflowName(onSuccess)),
        Optional.of(new WorkflowName(onFail)));
  }

  private static void demoPolicy(Definitions read) {
    assertThat(read.policies())
        .containsExactly(
            new PromotionPolicy(
                new PolicyName("demo-policy"),
                2,
                new PolicySelector(
                    List.of(new ProductName("trio-dev")),
                    List.of(),
                    List.of(new EnvironmentName("staging")),
                    List.of(EnvironmentKind.NON_PRODUCTION),
                    List.of()),
                PolicySettings.of(PromotionAction.COMMIT)
                    .before("smoke-tests")
                    .after("slack-notification")));
  }

  private static void baseHelm(Definitions read) {
    assertThat(read.templates())
        .containsExactly(
            new PromotionTemplate(
                new TemplateName("base-helm"),
                LabelSelector.of(Map.of("codefresh.io/product", "loans"), List.of()),
                1,
                new TemplateContent(
                    Optional.of(version("Chart.yaml", "$appVersion")),
                    List.of(
                        PromotedFile.of(
                            "Chart.yaml", "$.appVersion", "$.version", "$.dependencies"),
                        PromotedFile.of("values.yaml", "$..image"),
                        PromotedFile.of("requirements.yaml", "$.dependencies")))));
    assertThat(read.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "promotion-template-base-helm.yaml:12:15: spec.versionSource.jsonPath: '$appVersion' is"
                + " not in the standard form of a path; write '$.appVersion' [PATH_NOT_STANDARD]");
  }

  private static VersionSource version(String file, String path) {
    return new VersionSource(new RepositoryPath(file), new JsonPath(path));
  }
}
