package dev.promotion.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.policy.PolicyName;
import dev.promotion.policy.PolicySelector;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.Concurrency;
import dev.promotion.product.Destination;
import dev.promotion.product.Product;
import dev.promotion.product.ProductName;
import dev.promotion.template.AllFiles;
import dev.promotion.template.FilePattern;
import dev.promotion.template.JsonPath;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Documents that are written. */
@AddLifecycleHook(ProofTries.class)
class DefinitionWriterTest {

  private final DefinitionWriter ours = DefinitionWriter.ofPromotion();
  private final DefinitionWriter vendors = DefinitionWriter.ofCodefresh();

  /** 300 documents of each kind in every build, 30,000 for a release. */
  @Property(tries = 300)
  void whatIsWrittenIsReadAsItWasAndWrittenAgainAsItWas(@ForAll long seed) {
    RandomDefinitions random = new RandomDefinitions(new Random(seed));
    Environment environment = random.environment();
    Product product = random.product();
    PromotionFlow flow = random.flow();
    PromotionPolicy policy = random.policy();
    PromotionTemplate template = random.template();
    Application application = random.application();
    List<String> texts =
        List.of(
            ours.write(environment),
            ours.write(product),
            ours.write(flow),
            ours.write(policy),
            ours.write(template),
            ours.write(application));

    Definitions read = PromotionYaml.read(String.join("---\n", texts));

    assertThat(read.environments()).isEqualTo(List.of(environment));
    assertThat(read.products()).isEqualTo(List.of(product));
    assertThat(read.flows()).isEqualTo(List.of(flow));
    assertThat(read.policies()).isEqualTo(List.of(policy));
    assertThat(read.templates()).isEqualTo(List.of(template));
    assertThat(read.applications()).isEqualTo(List.of(application));
    assertThat(
            List.of(
                ours.write(read.environments().get(0)),
                ours.write(read.products().get(0)),
                ours.write(read.flows().get(0)),
                ours.write(read.policies().get(0)),
                ours.write(read.templates().get(0)),
                ours.write(read.applications().get(0))))
        .isEqualTo(texts);
  }

  @Property(tries = 150)
  void whatTheVendorCanSayIsReadAsItWasAndAllElseIsRefused(@ForAll long seed) {
    RandomDefinitions random = new RandomDefinitions(new Random(seed));
    Product product = random.product();
    PromotionFlow flow = random.flow();
    PromotionTemplate template = random.template();
    PromotionPolicy policy = random.policy();

    assertThat(PromotionYaml.read(vendors.write(policy)).policies()).containsExactly(policy);
    readOrRefused(
        () ->
            assertThat(PromotionYaml.read(vendors.write(product)).products())
                .containsExactly(product));
    readOrRefused(
        () -> assertThat(PromotionYaml.read(vendors.write(flow)).flows()).containsExactly(flow));
    readOrRefused(
        () ->
            assertThat(PromotionYaml.read(vendors.write(template)).templates())
                .containsExactly(template));
  }

  private static void readOrRefused(Runnable reading) {
    try {
      reading.run();
    } catch (InvalidDefinitionException refused) {
      assertThat(refused.code()).isEqualTo(ProblemCode.NOT_EXPRESSIBLE);
    }
  }

  @Nested
  class AFlow {

    private final PromotionFlow flow =
        PromotionFlow.builder(new FlowName("three-env"), new EnvironmentName("dev"))
            .steps(
                List.of(
                    FlowStep.of("qa", "dev"),
                    FlowStep.of("live", "qa", "dev")
                        .with(PolicySettings.of(PromotionAction.PULL_REQUEST).before("scan"))))
            .timeout(Duration.ofMinutes(90))
            .description("Two steps: \"one\" and\nthe other")
            .version("1.00")
            .labels(Map.of("team", "no", "a/b", ""))
            .build();

    @Test
    void isWrittenInOneWay() {
      assertThat(ours.write(flow))
          .isEqualTo(
              """
              apiVersion: promotion.dev/v1
              kind: PromotionFlow
              metadata:
                name: three-env
                labels:
                  a/b: ""
                  team: "no"
                annotations:
                  description: "Two steps: \\"one\\" and\\nthe other"
                  version: "1.00"
              spec:
                triggerEnvironment: dev
                steps:
                  - environment: qa
                    dependsOn:
                      - dev
                  - environment: live
                    dependsOn:
                      - qa
                      - dev
                    policy:
                      action: pr
                      preAction: scan
                timeout: "1h30m"
              """);
    }

    @Test
    void hasItsTimeoutInMinutesForTheVendor() {
      assertThat(vendors.write(flow))
          .startsWith("apiVersion: codefresh.io/v1beta1\n")
          .contains("\n  promotionTimeoutLimit: 90\n")
          .doesNotContain("timeout:");
    }

    @Test
    void isRefusedWhereItsTimeoutCannotBeWritten() {
      refused("spec.timeout", () -> vendors.write(with(Duration.ofSeconds(90))));
      refused("spec.timeout", () -> ours.write(with(Duration.ofMillis(1_500))));
      assertThat(ours.write(with(Duration.ofSeconds(90)))).contains("timeout: \"1m30s\"");
    }

    private PromotionFlow with(Duration timeout) {
      return PromotionFlow.of(flow.name(), flow.triggerEnvironment(), flow.steps(), timeout);
    }
  }

  @Nested
  class AnApplication {

    private final Application application =
        Application.builder("shop-qa")
            .product("shop")
            .environment("qa")
            .labels(Map.of("team", "a"))
            .source("https://git.example/shop.git", ".", "HEAD")
            .destination(new Destination("https://h:6443", "shop"))
            .build();

    @Test
    void isWrittenAsAManifestOfArgoCd() {
      assertThat(vendors.write(application))
          .isEqualTo(
              """
              apiVersion: argoproj.io/v1alpha1
              kind: Application
              metadata:
                name: shop-qa
                labels:
                  team: a
                annotations:
                  codefresh.io/environment: qa
                  codefresh.io/product: shop
              spec:
                source:
                  repoURL: "https://git.example/shop.git"
                  path: "."
                  targetRevision: HEAD
                destination:
                  server: "https://h:6443"
                  namespace: shop
              """);
    }

    @Test
    void isRefusedWhereItWouldBeReadAsAnother() {
      Application.Builder other =
          Application.builder("shop-qa").product("shop").source("https://h/a", "a", "HEAD");

      refused(
          "metadata.labels['codefresh.io/environment']",
          () -> ours.write(other.labels(Map.of("codefresh.io/environment", "qa")).build()));
      refused(
          "spec.destination.server",
          () ->
              ours.write(
                  other
                      .labels(Map.of())
                      .destination(new Destination("https://kubernetes.default.svc", ""))
                      .build()));
    }
  }

  @Nested
  class ForTheVendor {

    @Test
    void aProductIsWrittenInTheVersionThatItNeeds() {
      Product plain = Product.of("shop");
      Product ending =
          Product.builder(new ProductName("shop")).concurrency(Concurrency.TERMINATE).build();

      assertThat(vendors.write(plain))
          .isEqualTo("apiVersion: codefresh.io/v1beta1\nkind: Product\nmetadata:\n  name: shop\n");
      assertThat(vendors.write(ending)).startsWith("apiVersion: codefresh.io/v1beta2\n");
    }

    @Test
    void whatHasNoFieldIsRefused() {
      Product tagged = Product.builder(new ProductName("shop")).tags(List.of("web")).build();
      PromotedFile created =
          new PromotedFile(new FilePattern("a.yaml"), List.of(new JsonPath("$.a")), true);
      Product creating =
          Product.builder(new ProductName("shop")).template(TemplateContent.of(created)).build();
      PromotionTemplate forAll =
          new PromotionTemplate(
              new TemplateName("t"), LabelSelector.everything(), 1, TemplateContent.of());

      refused("spec.allFiles", () -> vendors.write(all(true, false)));
      refused("spec.prune", () -> vendors.write(all(false, true)));
      refused("spec.tags", () -> vendors.write(tagged));
      refused("spec.promotionTemplate.promotion['a.yaml'].create", () -> vendors.write(creating));
      refused("spec.applicationSourceSelector.matchAll", () -> vendors.write(forAll));
      assertThat(ours.write(forAll)).contains("    matchAll: true\n");
      assertThat(ours.write(creating)).contains("        create: true\n");
    }

    private static PromotionTemplate all(boolean confirmed, boolean prune) {
      return new PromotionTemplate(
          new TemplateName("t"),
          LabelSelector.of(Map.of("team", "a"), List.of()),
          1,
          new TemplateContent(
              Optional.empty(), List.of(), Optional.of(new AllFiles(confirmed, prune))));
    }

    @Test
    void anEnvironmentIsOurs() {
      assertThat(vendors.write(Environment.of("qa")))
          .isEqualTo(
              """
              apiVersion: promotion.dev/v1
              kind: Environment
              metadata:
                name: qa
              spec:
                kind: Non-production
              """);
    }
  }

  @Test
  void anEmptyPolicyIsWrittenAsOne() {
    PromotionPolicy policy =
        new PromotionPolicy(
            new PolicyName("p"), -1, PolicySelector.EVERYTHING, PolicySettings.NONE);

    assertThat(ours.write(policy)).endsWith("spec:\n  priority: -1\n  policy: {}\n");
  }

  @Test
  void halfACharacterIsRefused() {
    Product half = Product.builder(new ProductName("p")).tags(List.of("a\ud800")).build();

    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(() -> ours.write(half))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(ProblemCode.ENCODING));
  }

  @Test
  void aCatalogIsWrittenAsAWhole() {
    Catalog catalog =
        PromotionYaml.readCatalog(
            Documents.ENVIRONMENTS,
            Documents.SEED_FLOW,
            """
            {apiVersion: promotion.dev/v1, kind: Product, metadata: {name: shop}}
            ---
            apiVersion: promotion.dev/v1
            kind: PromotionPolicy
            metadata: {name: p}
            spec: {priority: 1, policy: {}}
            ---
            apiVersion: promotion.dev/v1
            kind: PromotionTemplate
            metadata: {name: t}
            spec: {priority: 1, applicationSourceSelector: {matchAll: true}}
            """);

    String text = ours.write(catalog);
    Catalog again = PromotionYaml.readCatalog(text);

    assertThat(again.environments()).isEqualTo(catalog.environments());
    assertThat(again.products()).isEqualTo(catalog.products());
    assertThat(again.flows()).isEqualTo(catalog.flows());
    assertThat(again.policies()).isEqualTo(catalog.policies());
    assertThat(again.templates()).isEqualTo(catalog.templates());
    assertThat(ours.write(again)).isEqualTo(text);
  }

  private static void refused(String field, ThrowingCallable writing) {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(writing)
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.NOT_EXPRESSIBLE);
              assertThat(refused.problems().get(0).place()).isEqualTo(field);
            });
  }
}
