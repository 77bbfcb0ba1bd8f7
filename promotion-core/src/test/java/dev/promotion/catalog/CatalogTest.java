package dev.promotion.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.environment.ClusterNamespaces;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentKind;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.Destination;
import dev.promotion.product.Product;
import dev.promotion.product.ProductName;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final ProductName SHOP = new ProductName("shop");
  private static final EnvironmentName QA = new EnvironmentName("qa");

  private final Catalog.Builder builder =
      Catalog.builder().environment(Environment.of("dev")).environment(Environment.of("qa"));

  @Nested
  class Lookup {

    @Test
    void findsWhatIsThereByName() {
      Environment stage = Environment.of("stage");
      Product shop = Product.of("shop");
      PromotionFlow flow = PromotionFlow.of("to-qa", "dev", FlowStep.of("qa", "dev"));
      Application application = in("qa", "shop-qa").build();

      Catalog catalog =
          builder.environment(stage).product(shop).flow(flow).application(application).build();

      assertThat(catalog.environment(stage.name())).containsSame(stage);
      assertThat(catalog.product(SHOP)).containsSame(shop);
      assertThat(catalog.flow(new FlowName("to-qa"))).containsSame(flow);
      assertThat(catalog.application(application.name())).containsSame(application);
    }

    @Test
    void findsNothingElse() {
      Catalog catalog = builder.build();

      assertThat(catalog.environment(new EnvironmentName("stage"))).isEmpty();
      assertThat(catalog.product(SHOP)).isEmpty();
      assertThat(catalog.flow(new FlowName("to-qa"))).isEmpty();
      assertThat(catalog.application(new ApplicationName("shop-qa"))).isEmpty();
      assertThat(catalog.applications(SHOP, QA)).isEmpty();
      assertThat(catalog.flows()).isEmpty();
      assertThat(catalog.products()).isEmpty();
    }

    @Test
    void listsEverythingInTheOrderOfItsName() {
      Catalog catalog =
          builder
              .product(Product.of("shop"))
              .product(Product.of("bank"))
              .flow(PromotionFlow.of("z", "dev", FlowStep.of("qa", "dev")))
              .flow(PromotionFlow.of("a", "dev", FlowStep.of("qa", "dev")))
              .build();

      assertThat(catalog.products()).hasToString("[bank, shop]");
      assertThat(catalog.flows()).hasToString("[a, z]");
    }

    @Test
    void makesTheProductsThatOnlyApplicationsName() {
      Catalog catalog = builder.application(in("qa", "shop-qa").build()).build();

      assertThat(catalog.product(SHOP)).isPresent();
      assertThat(catalog.products()).hasToString("[shop]");
    }
  }

  @Nested
  class AnApplication {

    @Test
    void belongsToTheEnvironmentThatItNames() {
      Application second = in("qa", "shop-b").build();
      Application first = in("qa", "shop-a").build();

      Catalog catalog = builder.application(second).application(first).build();

      assertThat(catalog.applications(SHOP, QA)).containsExactly(first, second);
      assertThat(catalog.applications(SHOP, new EnvironmentName("dev"))).isEmpty();
      assertThat(catalog.applications(new ProductName("bank"), QA)).isEmpty();
    }

    @Test
    void belongsToTheEnvironmentThatHoldsItsDestination() {
      Application application = at("https://cluster", "shop").build();

      Catalog catalog =
          builder
              .environment(holding("eu", "https://cluster", "bank"))
              .environment(holding("us", "https://cluster", "shop", "cart"))
              .environment(holding("asia", "https://other"))
              .application(application)
              .build();

      assertThat(catalog.applications(SHOP, new EnvironmentName("us")))
          .containsExactly(application);
    }

    @Test
    void belongsToTheEnvironmentThatHoldsAllOfItsCluster() {
      Application application = at("https://cluster", "shop").build();

      Catalog catalog =
          builder.environment(holding("eu", "https://cluster")).application(application).build();

      assertThat(catalog.applications(SHOP, new EnvironmentName("eu")))
          .containsExactly(application);
    }

    @Test
    void belongsToNoEnvironmentWhereNoneHoldsIt() {
      Application application = at("https://elsewhere", "shop").build();

      Catalog catalog =
          builder.environment(holding("eu", "https://cluster")).application(application).build();

      assertThat(catalog.application(application.name())).isPresent();
      assertThat(catalog.applications(SHOP, new EnvironmentName("eu"))).isEmpty();
    }

    @Test
    void mayNameTheEnvironmentThatHoldsIt() {
      Application application = at("https://cluster", "shop").environment("eu").build();

      Catalog catalog =
          builder.environment(holding("eu", "https://cluster")).application(application).build();

      assertThat(catalog.applications(SHOP, new EnvironmentName("eu")))
          .containsExactly(application);
    }

    @Test
    void isRefusedInTwoEnvironments() {
      builder
          .environment(holding("eu", "https://cluster"))
          .environment(holding("all", "https://cluster", "shop"))
          .application(at("https://cluster", "shop").build());

      assertThat(problems())
          .containsExactly(
              new Problem(
                  ProblemCode.ENVIRONMENT_OVERLAP,
                  "application shop: spec.destination",
                  "application 'shop' belongs to several environments, by its destination or"
                      + " because it names one: all, eu; let it belong to one"));
    }

    @Test
    void isRefusedWhereItNamesAnotherThanTheOneThatHoldsIt() {
      builder
          .environment(holding("eu", "https://cluster"))
          .application(at("https://cluster", "shop").environment("qa").build());

      assertThat(problems())
          .singleElement()
          .matches(problem -> problem.code() == ProblemCode.ENVIRONMENT_OVERLAP)
          .asString()
          .contains("eu, qa");
    }

    @Test
    void isRefusedWhereItNamesAnEnvironmentThatDoesNotExist() {
      builder.application(in("qaa", "shop-qa").build());

      assertThat(problems())
          .containsExactly(
              new Problem(
                  ProblemCode.UNKNOWN_ENVIRONMENT,
                  "application shop-qa: metadata",
                  "environment 'qaa' does not exist; known: dev, qa; did you mean 'qa'?"));
    }

    @Test
    void isNotCalledOverlappingBecauseOfAMisspeltEnvironment() {
      builder
          .environment(holding("eu", "https://cluster"))
          .application(at("https://cluster", "shop").environment("eur").build());

      assertThat(problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.UNKNOWN_ENVIRONMENT);
    }
  }

  @Nested
  class Definitions {

    @Test
    void ofOneKindHaveDifferentNames() {
      builder
          .environment(Environment.of("qa"), field -> "b.yaml:1: " + field)
          .product(Product.of("shop"))
          .product(Product.of("shop"))
          .flow(PromotionFlow.of("f", "dev", FlowStep.of("qa", "dev")))
          .flow(PromotionFlow.of("f", "dev", FlowStep.of("qa", "dev")))
          .application(in("qa", "shop-qa").build())
          .application(in("dev", "shop-qa").build());

      assertThat(problems())
          .containsExactly(
              duplicate("b.yaml:1: metadata.name", "qa", "environment qa: metadata.name"),
              duplicate("product shop: metadata.name", "shop", "product shop: metadata.name"),
              duplicate("flow f: metadata.name", "f", "flow f: metadata.name"),
              duplicate(
                  "application shop-qa: metadata.name",
                  "shop-qa",
                  "application shop-qa: metadata.name"));
    }

    private static Problem duplicate(String place, String name, String first) {
      return new Problem(
          ProblemCode.DUPLICATE_NAME,
          place,
          "'" + name + "' is defined already at " + first + "; rename or remove one");
    }

    @Test
    void ofDifferentKindsMayHaveTheSameName() {
      Catalog catalog =
          builder
              .product(Product.of("qa"))
              .flow(PromotionFlow.of("qa", "dev", FlowStep.of("qa", "dev")))
              .application(in("qa", "qa").build())
              .build();

      assertThat(catalog.application(new ApplicationName("qa"))).isPresent();
    }

    @Test
    void ofFlowsNameEnvironmentsThatExist() {
      builder.flow(
          PromotionFlow.of("f", "de", FlowStep.of("qa", "de"), FlowStep.of("stage", "qa")),
          field -> "flows.yaml: " + field);

      assertThat(problems())
          .containsExactly(
              new Problem(
                  ProblemCode.UNKNOWN_ENVIRONMENT,
                  "flows.yaml: spec.triggerEnvironment",
                  "environment 'de' does not exist; known: dev, qa; did you mean 'dev'?"),
              new Problem(
                  ProblemCode.UNKNOWN_ENVIRONMENT,
                  "flows.yaml: spec.steps[1].environment",
                  "environment 'stage' does not exist; known: dev, qa"));
    }

    @Test
    void areToldWithAllTheirFaultsAtOnce() {
      builder
          .environment(Environment.of("qa"))
          .environment(holding("eu", "https://cluster"))
          .environment(holding("us", "https://cluster"))
          .flow(PromotionFlow.of("f", "dev", FlowStep.of("stage", "dev")))
          .application(at("https://cluster", "shop").build());

      assertThat(problems())
          .extracting(Problem::code)
          .containsExactly(
              ProblemCode.DUPLICATE_NAME,
              ProblemCode.UNKNOWN_ENVIRONMENT,
              ProblemCode.ENVIRONMENT_OVERLAP);
    }

    @Test
    void areNeverNull() {
      assertThatNullPointerException().isThrownBy(() -> builder.flow(null, field -> field));
      assertThatNullPointerException().isThrownBy(() -> builder.product(Product.of("a"), null));
    }

    @Test
    void canOnlyBeSaidToBeMissingWhereThereAreNone() {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> Catalog.builder().application(in("qa", "shop-qa").build()).build())
          .withMessage(
              "application shop-qa: metadata: environment 'qa' does not exist; known: none"
                  + " [UNKNOWN_ENVIRONMENT]");
    }
  }

  @Nested
  class TheCatalog {

    @Test
    void doesNotChangeWithItsBuilder() {
      Catalog catalog = builder.build();

      builder.product(Product.of("shop"));

      assertThat(catalog.product(SHOP)).isEmpty();
    }

    @Test
    void cannotBeChangedThroughWhatItReturns() {
      Catalog catalog = builder.application(in("qa", "shop-qa").build()).build();

      assertThat(catalog.applications(SHOP, QA)).isUnmodifiable();
      assertThat(catalog.products()).isUnmodifiable();
      assertThat(catalog.flows()).isUnmodifiable();
    }
  }

  @Nested
  class AnOrigin {

    @Test
    void ofSomethingMadeByAProgramIsItsNameAndTheField() {
      assertThat(Origin.named("flow f").placeOf("spec.steps")).isEqualTo("flow f: spec.steps");
      assertThat(Origin.named("flow f").placeOf("")).isEqualTo("flow f");
    }
  }

  private List<Problem> problems() {
    return catchThrowableOfType(InvalidDefinitionException.class, builder::build).problems();
  }

  private static Application.Builder in(String environment, String name) {
    return Application.builder(name)
        .product("shop")
        .environment(environment)
        .source("https://git.example/shop", "envs", "main");
  }

  private static Application.Builder at(String cluster, String namespace) {
    return Application.builder("shop")
        .product("shop")
        .destination(new Destination(cluster, namespace))
        .source("https://git.example/shop", "envs", "main");
  }

  private static Environment holding(String name, String cluster, String... namespaces) {
    return Environment.of(
        new EnvironmentName(name),
        EnvironmentKind.PRODUCTION,
        List.of(new ClusterNamespaces(cluster, List.of(namespaces))));
  }
}
