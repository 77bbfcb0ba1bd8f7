package dev.promotion.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentKind;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.WorkflowName;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Product;
import dev.promotion.product.ProductName;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EffectivePolicyTest {

  private static final Product SHOP = Product.of("shop");
  private static final Environment STAGING = environment("staging", EnvironmentKind.NON_PRODUCTION);
  private static final Environment LIVE = environment("live", EnvironmentKind.PRODUCTION);

  @Nested
  class Merge {

    @Test
    void takesEachSettingFromTheLowestNumberThatSaysIt() {
      List<PromotionPolicy> policies =
          List.of(
              policy("notify", 300, products("shop"), none().before("alert-1").after("report")),
              policy("basic", 20, products("shop"), commit().before("alert")),
              policy(
                  "stages", 200, kinds(EnvironmentKind.NON_PRODUCTION), none().after("validate")),
              policy("live", 100, kinds(EnvironmentKind.PRODUCTION), pullRequest().before("ask")));

      EffectivePolicy staging = EffectivePolicy.ofTarget(SHOP, STAGING, none(), policies);
      EffectivePolicy live = EffectivePolicy.ofTarget(SHOP, LIVE, none(), policies);
      EffectivePolicy other = EffectivePolicy.ofTarget(Product.of("other"), LIVE, none(), policies);

      assertThat(staging.action()).isEqualTo(of("basic", PromotionAction.COMMIT));
      assertThat(staging.preAction()).hasValue(of("basic", new WorkflowName("alert")));
      assertThat(staging.postAction()).hasValue(of("stages", new WorkflowName("validate")));
      assertThat(live.postAction()).hasValue(of("notify", new WorkflowName("report")));
      assertThat(other.action()).isEqualTo(of("live", PromotionAction.PULL_REQUEST));
      assertThat(other.preAction()).hasValue(of("live", new WorkflowName("ask")));
      assertThat(other.postAction()).isEmpty();
      assertThat(List.of(staging, live, other)).allMatch(each -> each.warnings().isEmpty());
    }

    @Test
    void saysInOneLineWhoSuppliedEachSetting() {
      List<PromotionPolicy> policies =
          List.of(policy("a", -9, PolicySelector.EVERYTHING, pullRequest().before("b")));

      assertThat(EffectivePolicy.ofTarget(SHOP, LIVE, none().after("c"), policies))
          .hasToString("action pr (policy a), preAction b (policy a), postAction c (the flow)");
      assertThat(
              EffectivePolicy.ofTarget(
                  SHOP, LIVE, PolicySettings.of(PromotionAction.NONE), policies))
          .hasToString("action none (the flow), preAction b (policy a)");
      assertThat(EffectivePolicy.ofTrigger(SHOP, LIVE, none(), policies))
          .hasToString("must be healthy");
    }

    @Test
    void letsANegativeNumberGoFirst() {
      List<PromotionPolicy> policies =
          List.of(
              policy("one", 1, PolicySelector.EVERYTHING, commit()),
              policy("minus", -200, PolicySelector.EVERYTHING, pullRequest()));

      assertThat(EffectivePolicy.ofTarget(SHOP, LIVE, none(), policies).action())
          .isEqualTo(of("minus", PromotionAction.PULL_REQUEST));
    }

    @Test
    void letsTheFlowGoBeforeEveryPolicySettingBySetting() {
      List<PromotionPolicy> policies =
          List.of(policy("a", -9, PolicySelector.EVERYTHING, pullRequest().before("a").after("b")));

      EffectivePolicy policy = EffectivePolicy.ofTarget(SHOP, LIVE, commit().after("c"), policies);

      assertThat(policy.action())
          .isEqualTo(new Setting<>(PromotionAction.COMMIT, new Supplier.Flow()));
      assertThat(policy.preAction()).hasValue(of("a", new WorkflowName("a")));
      assertThat(policy.postAction())
          .hasValue(new Setting<>(new WorkflowName("c"), new Supplier.Flow()));
    }

    @Test
    void commitsWithAWarningWhereNothingSaysWhatToDo() {
      EffectivePolicy policy = EffectivePolicy.ofTarget(SHOP, LIVE, none(), List.of());

      assertThat(policy.action())
          .isEqualTo(new Setting<>(PromotionAction.COMMIT, new Supplier.Default()));
      assertThat(policy.warnings())
          .extracting(Problem::toString)
          .containsExactly(
              "product shop, environment live: nothing says how to promote, so it is done by a"
                  + " commit; name an action [ACTION_DEFAULTED]");
    }

    @Test
    void warnsOfAStepThatDoesNothing() {
      PolicySettings nothing = PolicySettings.of(PromotionAction.NONE);

      assertThat(EffectivePolicy.ofTarget(SHOP, LIVE, nothing.after("a"), List.of()).warnings())
          .extracting(Problem::toString)
          .containsExactly(
              "product shop, environment live: action none, by the flow, and no preAction: this"
                  + " step only checks health; name a workflow that promotes [NOTHING_TO_DO]");
      assertThat(EffectivePolicy.ofTarget(SHOP, LIVE, nothing.before("a"), List.of()).warnings())
          .isEmpty();
    }

    @Test
    void hasOnlyAWorkflowAfterTheTriggerEnvironment() {
      List<PromotionPolicy> policies =
          List.of(policy("a", 1, PolicySelector.EVERYTHING, pullRequest().before("a").after("b")));

      EffectivePolicy policy = EffectivePolicy.ofTrigger(SHOP, STAGING, none(), policies);
      EffectivePolicy inline =
          EffectivePolicy.ofTrigger(SHOP, STAGING, none().after("c"), policies);

      assertThat(policy.action().value()).isEqualTo(PromotionAction.NONE);
      assertThat(policy.preAction()).isEmpty();
      assertThat(policy.postAction()).hasValue(of("a", new WorkflowName("b")));
      assertThat(inline.postAction()).map(Setting::value).hasValue(new WorkflowName("c"));
      assertThat(policy.warnings()).isEmpty();
    }
  }

  @Nested
  class ATie {

    private final PromotionPolicy first = policy("a", 5, PolicySelector.EVERYTHING, commit());
    private final PromotionPolicy second =
        policy("b", 5, PolicySelector.EVERYTHING, pullRequest().before("scan"));

    @Test
    void goesToTheFirstByNameWithAWarning() {
      EffectivePolicy policy = EffectivePolicy.ofTarget(SHOP, LIVE, none(), List.of(second, first));

      assertThat(policy.action()).isEqualTo(of("a", PromotionAction.COMMIT));
      assertThat(policy.preAction()).hasValue(of("b", new WorkflowName("scan")));
      assertThat(policy.warnings())
          .extracting(Problem::toString)
          .containsExactly(
              "product shop, environment live: policies a and b have the same priority 5 and differ"
                  + " in action; a goes first by its name; give them different priorities"
                  + " [POLICY_TIE]");
    }

    @Test
    void isNoneWhereTheFlowDecides() {
      assertThat(EffectivePolicy.ofTarget(SHOP, LIVE, commit(), List.of(first, second)).warnings())
          .isEmpty();
    }

    @Test
    void isNoneWhereBothSayTheSameOrABetterOneDecides() {
      PromotionPolicy same = policy("c", 5, PolicySelector.EVERYTHING, commit());
      PromotionPolicy better = policy("d", 4, PolicySelector.EVERYTHING, pullRequest());

      assertThat(EffectivePolicy.ofTarget(SHOP, LIVE, none(), List.of(first, same)).warnings())
          .isEmpty();
      assertThat(
              EffectivePolicy.ofTarget(SHOP, LIVE, none(), List.of(first, second, better))
                  .warnings())
          .extracting(Problem::code)
          .doesNotContain(ProblemCode.POLICY_TIE);
    }
  }

  @Nested
  class ASelector {

    private final Product web =
        Product.builder(new ProductName("shop")).tags(List.of("web", "eu")).build();

    @Test
    void matchesAnyProductAndEnvironmentWhenItSaysNothing() {
      assertThat(policy("a", 1, PolicySelector.EVERYTHING, none()).matches(SHOP, LIVE)).isTrue();
    }

    @Test
    void needsEveryListAndOneOfEach() {
      PolicySelector selector =
          new PolicySelector(
              List.of(new ProductName("cart"), new ProductName("shop")),
              List.of("web"),
              List.of(new EnvironmentName("live")),
              List.of(EnvironmentKind.PRODUCTION),
              List.of("zone-1"));
      Environment zoned = LIVE.tagged(List.of("zone-1", "zone-2"));
      PromotionPolicy policy = policy("a", 1, selector, none());

      assertThat(policy.matches(web, zoned)).isTrue();
      assertThat(policy.matches(SHOP, zoned)).isFalse();
      assertThat(policy.matches(web, LIVE)).isFalse();
      assertThat(selector.matches(Product.of("other"))).isFalse();
      assertThat(
              selector.matches(
                  environment("other", EnvironmentKind.PRODUCTION).tagged(List.of("zone-1"))))
          .isFalse();
      assertThat(
              selector.matches(
                  environment("live", EnvironmentKind.NON_PRODUCTION).tagged(List.of("zone-1"))))
          .isFalse();
    }
  }

  @Test
  void everyoneWhoSuppliesASettingHasAName() {
    assertThat(new Supplier.Flow()).hasToString("the flow");
    assertThat(new Supplier.Policy(new PolicyName("a"))).hasToString("policy a");
    assertThat(new Supplier.Default()).hasToString("the default");
    assertThat(policy("a", 1, PolicySelector.EVERYTHING, none())).hasToString("a");
  }

  private static <T> Setting<T> of(String policy, T value) {
    return new Setting<>(value, new Supplier.Policy(new PolicyName(policy)));
  }

  private static PolicySettings none() {
    return PolicySettings.NONE;
  }

  private static PolicySettings commit() {
    return PolicySettings.of(PromotionAction.COMMIT);
  }

  private static PolicySettings pullRequest() {
    return PolicySettings.of(PromotionAction.PULL_REQUEST);
  }

  private static PromotionPolicy policy(
      String name, int priority, PolicySelector selector, PolicySettings settings) {
    return new PromotionPolicy(new PolicyName(name), priority, selector, settings);
  }

  private static PolicySelector products(String name) {
    return new PolicySelector(
        List.of(new ProductName(name)), List.of(), List.of(), List.of(), List.of());
  }

  private static PolicySelector kinds(EnvironmentKind kind) {
    return new PolicySelector(List.of(), List.of(), List.of(), List.of(kind), List.of());
  }

  private static Environment environment(String name, EnvironmentKind kind) {
    return Environment.of(new EnvironmentName(name), kind, List.of());
  }
}
