package dev.promotion.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import dev.promotion.problem.Problem;
import dev.promotion.product.Application;
import dev.promotion.product.Product;
import dev.promotion.product.ProductFlow;
import dev.promotion.product.ProductName;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import dev.promotion.template.VersionSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Policies, templates and what products name of them. */
class CatalogReferencesTest {

  private static final ProductName SHOP = new ProductName("shop");
  private static final EnvironmentName QA = new EnvironmentName("qa");
  private static final PromotedFile TAG = PromotedFile.of("values.yaml", "$.tag");
  private static final PromotedFile IMAGE = PromotedFile.of("values.yaml", "$.image");

  private final Catalog.Builder builder =
      Catalog.builder()
          .environment(Environment.of("dev"))
          .environment(Environment.of("qa"))
          .application(
              Application.builder("shop-qa")
                  .product("shop")
                  .environment("qa")
                  .labels(Map.of("team", "a"))
                  .source("https://git.example/shop", ".", "HEAD")
                  .build());

  @Nested
  class Lookup {

    @Test
    void findsPoliciesAndTemplatesByName() {
      PromotionPolicy policy = policy("p", 1, commit());
      PromotionTemplate template = template("t", 1, TAG);

      Catalog catalog =
          builder
              .policy(policy("q", 2, commit()))
              .policy(policy)
              .template(template("u", 2))
              .template(template)
              .build();

      assertThat(catalog.policy(policy.name())).containsSame(policy);
      assertThat(catalog.template(template.name())).containsSame(template);
      assertThat(catalog.policy(new PolicyName("x"))).isEmpty();
      assertThat(catalog.template(new TemplateName("x"))).isEmpty();
      assertThat(catalog.policies()).hasToString("[p, q]");
      assertThat(catalog.templates()).hasToString("[t, u]");
      assertThat(catalog.environments()).hasToString("[dev, qa]");
      assertThat(catalog.applications()).hasToString("[shop-qa]");
      assertThat(catalog.warnings()).isEmpty();
    }

    @Test
    void mergesWhatHoldsForAnEnvironmentOfAFlow() {
      PromotionFlow flow =
          PromotionFlow.of(
              "f", "dev", FlowStep.of("qa", "dev").with(PolicySettings.NONE.after("smoke")));
      Catalog catalog = builder.flow(flow).policy(policy("p", 1, commit().after("a"))).build();
      Product shop = catalog.product(SHOP).orElseThrow();

      assertThat(catalog.effectivePolicy(flow, shop, Environment.of("qa")))
          .satisfies(
              each -> {
                assertThat(each.action().supplier()).hasToString("policy p");
                assertThat(each.postAction().orElseThrow().value()).hasToString("smoke");
              });
      assertThat(catalog.effectivePolicy(flow, shop, Environment.of("dev")))
          .satisfies(
              each -> {
                assertThat(each.action().value()).isEqualTo(PromotionAction.NONE);
                assertThat(each.postAction().orElseThrow().value()).hasToString("a");
              });
    }
  }

  @Nested
  class ATemplate {

    private final PromotionTemplate matching = template("matching", 1, TAG);

    @Test
    void isTakenByTheLabelsOfTheApplicationWhereTheProductSaysNothing() {
      PromotionTemplate other =
          new PromotionTemplate(
              new TemplateName("other"),
              LabelSelector.of(Map.of("codefresh.io/environment", "dev"), List.of()),
              0,
              TemplateContent.of(IMAGE));

      assertThat(files(builder.template(matching).template(other))).containsExactly(TAG);
    }

    @Test
    void isTakenByItsNameBeforeThat() {
      PromotionTemplate named =
          new PromotionTemplate(
              new TemplateName("named"),
              LabelSelector.of(Map.of("a", "b"), List.of()),
              9,
              TemplateContent.of(IMAGE));
      Product shop = Product.builder(SHOP).templateRef(named.name()).build();

      assertThat(files(builder.template(matching).template(named).product(shop)))
          .containsExactly(IMAGE);
    }

    @Test
    void isNotLookedAtWhereTheProductSpeaksForItself() {
      Product inline = Product.builder(SHOP).template(TemplateContent.of(IMAGE)).build();

      assertThat(files(builder.template(matching).product(inline))).containsExactly(IMAGE);
    }

    @Test
    void isNotLookedAtWithAWarningWhereTheProductAlsoNamesIt() {
      Product both =
          Product.builder(SHOP)
              .template(TemplateContent.of(IMAGE))
              .templateRef(new TemplateName("gone"))
              .build();
      String warning =
          "promotionTemplate goes before promotionTemplateRef, so template 'gone' is not looked at;"
              + " remove one of the two [EITHER_OR]";

      Catalog catalog = builder.product(both).build();

      assertThat(catalog.warnings())
          .extracting(Problem::toString)
          .containsExactly("product shop: spec.promotionTemplateRef: " + warning);
      assertThat(effective(catalog).warnings())
          .extracting(Problem::toString)
          .containsExactly("product shop: " + warning);
      assertThat(effective(catalog).files())
          .extracting(each -> each.value())
          .containsExactly(IMAGE);
    }

    @Test
    void isRefusedWhereItIsNamedAndNotThere() {
      Product shop = Product.builder(SHOP).templateRef(new TemplateName("matchin")).build();

      assertThat(refusal(builder.template(matching).product(shop)))
          .containsExactly(
              "product shop: spec.promotionTemplateRef: template 'matchin' does not exist; known:"
                  + " matching; did you mean 'matching'? [UNKNOWN_TEMPLATE]");
    }

    private List<PromotedFile> files(Catalog.Builder definitions) {
      return effective(definitions.build()).files().stream().map(each -> each.value()).toList();
    }

    private dev.promotion.template.EffectiveTemplate effective(Catalog catalog) {
      return catalog.effectiveTemplate(catalog.applications().get(0), QA);
    }
  }

  @Nested
  class WhatIsNotThere {

    @Test
    void aFlowOfAProductIsRefused() {
      Product shop =
          Product.builder(SHOP)
              .flows(List.of(new ProductFlow(new FlowName("to-live"), List.of())))
              .build();

      assertThat(refusal(builder.product(shop)))
          .containsExactly(
              "product shop: spec.promotionFlows[0].name: flow 'to-live' does not exist; known:"
                  + " none [UNKNOWN_FLOW]");
    }

    @Test
    void aFlowOfAProductThatIsThereIsFine() {
      Product shop =
          Product.builder(SHOP)
              .flows(List.of(new ProductFlow(new FlowName("f"), List.of())))
              .build();

      assertThat(
              builder
                  .product(shop)
                  .flow(PromotionFlow.of("f", "dev", FlowStep.of("qa", "dev")))
                  .build()
                  .warnings())
          .isEmpty();
    }

    @Test
    void whatAPolicySelectsIsWarnedOf() {
      PolicySelector selector =
          new PolicySelector(
              List.of(SHOP, new ProductName("shap")),
              List.of(),
              List.of(QA, new EnvironmentName("qb")),
              List.of(),
              List.of());

      Catalog catalog =
          builder.policy(new PromotionPolicy(new PolicyName("p"), 1, selector, commit())).build();

      assertThat(catalog.warnings())
          .extracting(Problem::toString)
          .containsExactly(
              "policy p: spec.selector.product.names[1]: product 'shap' does not exist; known:"
                  + " shop; did you mean 'shop'? [UNKNOWN_PRODUCT]",
              "policy p: spec.selector.targetEnvironment.names[1]: environment 'qb' does not exist;"
                  + " known: dev, qa; did you mean 'qa'? [UNKNOWN_ENVIRONMENT]");
    }
  }

  @Nested
  class ATie {

    @Test
    void ofPoliciesIsWarnedOfOnce() {
      builder.product(Product.of("cart"));

      assertThat(warnings(builder.policy(policy("a", 1, commit())).policy(policy("b", 1, pull()))))
          .containsExactly(
              "policy b: spec.priority: policies a and b have the same priority 1 and say different"
                  + " things about the same; the first by name wins; give them different priorities"
                  + " [POLICY_TIE]");
    }

    @Test
    void ofPoliciesIsNoneWhereNothingDependsOnTheirOrder() {
      builder
          .policy(policy("a", 1, commit()))
          .policy(policy("same", 1, commit()))
          .policy(policy("later", 2, pull()))
          .policy(policy("more", 1, PolicySettings.NONE.after("x")))
          .policy(policy("elsewhere", 1, only("cart"), pull()));

      assertThat(warnings(builder.product(Product.of("cart")).policy(policy("c", 3, pull()))))
          .hasSize(2)
          .allMatch(each -> each.startsWith("policy elsewhere: "));
    }

    @Test
    void ofPoliciesIsNoneWhereTheirEnvironmentsDiffer() {
      PolicySelector dev = in("dev");
      PolicySelector qa = in("qa");

      assertThat(
              warnings(
                  builder.policy(policy("a", 1, dev, commit())).policy(policy("b", 1, qa, pull()))))
          .isEmpty();
    }

    @Test
    void ofPoliciesIsNoneWhereOneIsForNoProductThatIsThere() {
      assertThat(
              builder
                  .policy(policy("a", 1, commit()))
                  .policy(policy("b", 1, only("nobody"), pull()))
                  .build()
                  .warnings())
          .extracting(Problem::place)
          .containsExactly("policy b: spec.selector.product.names[0]");
    }

    @Test
    void ofWorkflowsCountsToo() {
      assertThat(
              warnings(
                  builder
                      .policy(policy("a", 1, commit().before("x")))
                      .policy(policy("b", 1, PolicySettings.NONE.before("y")))
                      .policy(policy("c", 1, PolicySettings.NONE.after("x")))
                      .policy(policy("d", 1, PolicySettings.NONE.after("y")))))
          .hasSize(2);
    }

    @Test
    void ofTemplatesIsWarnedOfOnce() {
      assertThat(
              warnings(builder.template(template("a", 1, TAG)).template(template("b", 1, IMAGE))))
          .containsExactly(
              "template b: spec.priority: templates a and b have the same priority 1 and say"
                  + " different things about the same; the first by name wins; give them different"
                  + " priorities [TEMPLATE_TIE]");
    }

    @Test
    void ofVersionsCountsToo() {
      assertThat(
              warnings(
                  builder
                      .template(versioned("a", "Chart.yaml"))
                      .template(versioned("b", "b.yaml"))))
          .hasSize(1);
    }

    @Test
    void ofAHundredAndMoreIsNotSearchedFor() {
      for (int each = 0; each < 40; each++) {
        builder.template(template("t" + each, 1, PromotedFile.of("values.yaml", "$.tag" + each)));
      }

      assertThat(warnings(builder)).hasSize(101).last().asString().contains("more");
    }

    @Test
    void ofTemplatesIsNoneWhereNothingDependsOnTheirOrder() {
      builder
          .template(template("a", 1, TAG))
          .template(template("same", 1, TAG))
          .template(template("more", 1, PromotedFile.of("Chart.yaml", "$.version")))
          .template(template("later", 2, IMAGE));

      assertThat(warnings(builder)).isEmpty();
    }

    @Test
    void ofTemplatesIsNoneWhereTheProductDoesNotLookAtThem() {
      builder.template(template("a", 1, TAG)).template(template("b", 1, IMAGE));

      assertThat(
              warnings(
                  builder.product(
                      Product.builder(SHOP).templateRef(new TemplateName("a")).build())))
          .isEmpty();
    }

    @Test
    void ofTemplatesIsNoneWhereTheProductSpeaksForItself() {
      builder.template(template("a", 1, TAG)).template(template("b", 1, IMAGE));

      assertThat(
              warnings(
                  builder.product(Product.builder(SHOP).template(TemplateContent.of(TAG)).build())))
          .isEmpty();
    }

    private List<String> warnings(Catalog.Builder definitions) {
      return definitions.build().warnings().stream().map(Problem::toString).toList();
    }
  }

  private static List<String> refusal(Catalog.Builder definitions) {
    return catchThrowableOfType(InvalidDefinitionException.class, definitions::build)
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  private static PolicySettings commit() {
    return PolicySettings.of(PromotionAction.COMMIT);
  }

  private static PolicySettings pull() {
    return PolicySettings.of(PromotionAction.PULL_REQUEST);
  }

  private static PolicySelector only(String product) {
    return new PolicySelector(
        List.of(new ProductName(product)), List.of(), List.of(), List.of(), List.of());
  }

  private static PolicySelector in(String environment) {
    return new PolicySelector(
        List.of(), List.of(), List.of(new EnvironmentName(environment)), List.of(), List.of());
  }

  private static PromotionPolicy policy(String name, int priority, PolicySettings settings) {
    return policy(name, priority, PolicySelector.EVERYTHING, settings);
  }

  private static PromotionPolicy policy(
      String name, int priority, PolicySelector selector, PolicySettings settings) {
    return new PromotionPolicy(new PolicyName(name), priority, selector, settings);
  }

  private static PromotionTemplate template(String name, int priority, PromotedFile... files) {
    return new PromotionTemplate(
        new TemplateName(name),
        LabelSelector.of(Map.of("team", "a"), List.of()),
        priority,
        TemplateContent.of(files));
  }

  private static PromotionTemplate versioned(String name, String file) {
    return new PromotionTemplate(
        new TemplateName(name),
        LabelSelector.everything(),
        1,
        new TemplateContent(
            Optional.of(new VersionSource(new RepositoryPath(file), new JsonPath("$.version"))),
            List.of()));
  }
}
