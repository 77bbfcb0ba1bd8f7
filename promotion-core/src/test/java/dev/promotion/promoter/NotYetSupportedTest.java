package dev.promotion.promoter;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.Hooks;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.flow.WorkflowName;
import dev.promotion.internal.Problems;
import dev.promotion.policy.EffectivePolicy;
import dev.promotion.policy.PolicyName;
import dev.promotion.policy.PolicySelector;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.problem.Problem;
import dev.promotion.product.Concurrency;
import dev.promotion.product.Product;
import dev.promotion.product.ProductFlow;
import dev.promotion.product.ProductName;
import dev.promotion.product.TextPattern;
import dev.promotion.product.TriggerSelector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotYetSupportedTest {

  private static final String WHY =
      " is not supported yet: a release that left it out would not do what is written; remove it"
          + " for now [NOT_SUPPORTED_YET]";
  private static final Hooks HOOKS =
      new Hooks(
          Optional.of(new WorkflowName("a")),
          Optional.of(new WorkflowName("b")),
          Optional.of(new WorkflowName("c")));

  private final Product shop = Product.of("shop");

  @Test
  void aFlowThatCommitsIsNotRefused() {
    FlowStep step = FlowStep.of("qa", "dev").with(PolicySettings.of(PromotionAction.COMMIT));

    assertThat(problems(flow(step).build(), shop)).isEmpty();
    assertThat(problems(flow(FlowStep.of("qa", "dev")).build(), shop)).isEmpty();
  }

  @Test
  void everyHookIsRefused() {
    PromotionFlow flow = flow(FlowStep.of("qa", "dev").with(HOOKS)).hooks(HOOKS).build();

    assertThat(problems(flow, shop))
        .containsExactly(
            "flow f: spec.hooks.onStart: hook a" + WHY,
            "flow f: spec.hooks.onSuccess: hook b" + WHY,
            "flow f: spec.hooks.onFail: hook c" + WHY,
            "flow f: spec.steps[0].hooks.onStart: hook a" + WHY,
            "flow f: spec.steps[0].hooks.onSuccess: hook b" + WHY,
            "flow f: spec.steps[0].hooks.onFail: hook c" + WHY);
  }

  @Test
  void whatAFlowSaysIsRefusedThere() {
    PolicySettings settings =
        PolicySettings.of(PromotionAction.PULL_REQUEST).before("a").after("b");
    PromotionFlow flow =
        flow(
                FlowStep.of("qa", "dev"),
                FlowStep.of("live", "qa").with(settings),
                FlowStep.of("eu", "qa").with(PolicySettings.of(PromotionAction.NONE)))
            .postTrigger(new WorkflowName("c"))
            .build();

    assertThat(problems(flow, shop))
        .containsExactly(
            "flow f: spec.postTrigger: postAction c" + WHY,
            "flow f: spec.steps[1].policy.action: action pr" + WHY,
            "flow f: spec.steps[1].policy.preAction: preAction a" + WHY,
            "flow f: spec.steps[1].policy.postAction: postAction b" + WHY,
            "flow f: spec.steps[2].policy.action: action none" + WHY);
  }

  @Test
  void whatAPolicySaysIsRefusedThere() {
    PromotionPolicy policy =
        new PromotionPolicy(
            new PolicyName("p"),
            1,
            PolicySelector.EVERYTHING,
            PolicySettings.of(PromotionAction.PULL_REQUEST).after("a"));

    assertThat(problems(flow(FlowStep.of("qa", "dev")).build(), shop, policy))
        .containsExactly(
            "environment dev, policy p: spec.policy.postAction: postAction a" + WHY,
            "environment qa, policy p: spec.policy.action: action pr" + WHY,
            "environment qa, policy p: spec.policy.postAction: postAction a" + WHY);
  }

  @Test
  void terminationByNewerReleasesIsRefused() {
    Product terminating =
        Product.builder(new ProductName("shop")).concurrency(Concurrency.TERMINATE).build();

    assertThat(problems(flow(FlowStep.of("qa", "dev")).build(), terminating))
        .containsExactly("product shop: spec.concurrency: terminate" + WHY);
  }

  @Test
  void anEnvironmentThatIsNotThereIsToldByOthers() {
    Problems problems = new Problems();

    NotYetSupported.check(flow(FlowStep.of("qa", "dev")).build(), shop, Map.of(), problems);

    assertThat(problems.none()).isTrue();
  }

  @Test
  void selectorsAreOnlyWarnedOfBecausePeopleCanStartTheFlow() {
    TriggerSelector deploys =
        new TriggerSelector(
            TriggerSelector.Key.COMMIT_MESSAGE,
            TriggerSelector.Operator.IN,
            List.of(new TextPattern("*deploy*")));
    PromotionFlow flow = flow(FlowStep.of("qa", "dev")).build();

    assertThat(NotYetSupported.selectors(flow, with(new ProductFlow(flow.name(), List.of()))))
        .isEmpty();
    assertThat(
            NotYetSupported.selectors(
                flow, with(new ProductFlow(new FlowName("g"), List.of(deploys)))))
        .isEmpty();
    assertThat(
            NotYetSupported.selectors(flow, with(new ProductFlow(flow.name(), List.of(deploys)))))
        .map(Problem::toString)
        .hasValue(
            "product shop: gitTriggerSelectors of flow f are not followed yet; start its releases"
                + " by hand [NOT_SUPPORTED_YET]");
  }

  private static Product with(ProductFlow flow) {
    return Product.builder(new ProductName("shop")).flows(List.of(flow)).build();
  }

  private static PromotionFlow.Builder flow(FlowStep... steps) {
    return PromotionFlow.builder(new FlowName("f"), new EnvironmentName("dev"))
        .steps(List.of(steps));
  }

  private static List<String> problems(
      PromotionFlow flow, Product product, PromotionPolicy... policies) {
    Catalog.Builder builder = Catalog.builder().product(product);
    flow.environments().forEach(each -> builder.environment(Environment.of(each.value())));
    List.of(policies).forEach(builder::policy);
    Catalog catalog = builder.build();
    Map<EnvironmentName, EffectivePolicy> effective =
        catalog.environments().stream()
            .collect(
                toMap(Environment::name, each -> catalog.effectivePolicy(flow, product, each)));
    Problems problems = new Problems();
    NotYetSupported.check(flow, product, effective, problems);
    return problems.list().stream().map(Problem::toString).toList();
  }
}
