package dev.promotion.promoter;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.Hooks;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.flow.WorkflowName;
import dev.promotion.internal.Problems;
import dev.promotion.policy.EffectivePolicy;
import dev.promotion.policy.Setting;
import dev.promotion.policy.Supplier;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Concurrency;
import dev.promotion.product.Product;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses what definitions may say and releases cannot do yet: leaving it out silently would be
 * wrong.
 */
final class NotYetSupported {

  private static final String WHY =
      " is not supported yet: a release that left it out would not do what is written; remove it"
          + " for now";

  private final PromotionFlow flow;
  private final Problems problems;

  private NotYetSupported(PromotionFlow flow, Problems problems) {
    this.flow = flow;
    this.problems = problems;
  }

  /**
   * Adds a problem for everything in the way of a release that cannot be done yet.
   *
   * @param policies what holds for each environment of the flow
   */
  static void check(
      PromotionFlow flow,
      Product product,
      Map<EnvironmentName, EffectivePolicy> policies,
      Problems problems) {
    NotYetSupported check = new NotYetSupported(flow, problems);
    check.concurrency(product);
    check.hooks("spec.hooks", flow.hooks());
    List<FlowStep> steps = flow.steps();
    for (int index = 0; index < steps.size(); index++) {
      check.hooks("spec.steps[" + index + "].hooks", steps.get(index).hooks());
    }
    for (EnvironmentName environment : flow.environments()) {
      EffectivePolicy policy = policies.get(environment);
      if (policy != null) {
        check.policy(environment, policy);
      }
    }
  }

  /** Returns a warning where a flow says which commits start it: only people can start it yet. */
  static Optional<Problem> selectors(PromotionFlow flow, Product product) {
    return product.flows().stream()
        .filter(each -> each.flow().equals(flow.name()) && !each.selectors().isEmpty())
        .findFirst()
        .map(
            each ->
                new Problem(
                    ProblemCode.NOT_SUPPORTED_YET,
                    "product " + product,
                    "gitTriggerSelectors of flow "
                        + flow
                        + " are not followed yet; start its releases by hand"));
  }

  private void concurrency(Product product) {
    if (product.concurrency() == Concurrency.TERMINATE) {
      problems.add(
          ProblemCode.NOT_SUPPORTED_YET,
          "product " + product + ": spec.concurrency",
          "terminate" + WHY);
    }
  }

  private void hooks(String field, Hooks hooks) {
    hook(field + ".onStart", hooks.onStart());
    hook(field + ".onSuccess", hooks.onSuccess());
    hook(field + ".onFail", hooks.onFail());
  }

  private void hook(String field, Optional<WorkflowName> workflow) {
    workflow.ifPresent(each -> refuse("flow " + flow + ": " + field, "hook " + each));
  }

  private void policy(EnvironmentName environment, EffectivePolicy policy) {
    boolean target = !environment.equals(flow.triggerEnvironment());
    if (target && policy.action().value() != PromotionAction.COMMIT) {
      boolean pull = policy.action().value() == PromotionAction.PULL_REQUEST;
      refuse(place(environment, policy.action(), "action"), "action " + (pull ? "pr" : "none"));
    }
    policy.preAction().ifPresent(each -> workflow(environment, each, "preAction"));
    policy.postAction().ifPresent(each -> workflow(environment, each, "postAction"));
  }

  private void workflow(EnvironmentName environment, Setting<WorkflowName> setting, String field) {
    refuse(place(environment, setting, field), field + " " + setting.value());
  }

  private String place(EnvironmentName environment, Setting<?> setting, String field) {
    if (!(setting.supplier() instanceof Supplier.Flow)) {
      return "environment " + environment + ", " + setting.supplier() + ": spec.policy." + field;
    }
    return "flow " + flow + ": " + fieldOfFlow(environment, field);
  }

  private String fieldOfFlow(EnvironmentName environment, String field) {
    if (environment.equals(flow.triggerEnvironment())) {
      return "spec.postTrigger";
    }
    List<EnvironmentName> targets = flow.steps().stream().map(FlowStep::environment).toList();
    return "spec.steps[" + targets.indexOf(environment) + "].policy." + field;
  }

  private void refuse(String place, String what) {
    problems.add(ProblemCode.NOT_SUPPORTED_YET, place, what + WHY);
  }
}
