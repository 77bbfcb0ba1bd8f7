package dev.promotion.policy;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.Environment;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.WorkflowName;
import dev.promotion.problem.Problem;
import dev.promotion.product.Product;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How one product is promoted to one environment, each setting with who supplied it.
 *
 * <p>Every setting is decided for itself: what the flow says goes first, then the matching
 * policies, the lowest priority number first; of equal priority the first by name, with a warning.
 *
 * @param action what is done
 * @param preAction the workflow that runs before
 * @param postAction the workflow that runs after
 * @param warnings what had to be decided between contradicting policies, or without any
 */
public record EffectivePolicy(
    Setting<PromotionAction> action,
    Optional<Setting<WorkflowName>> preAction,
    Optional<Setting<WorkflowName>> postAction,
    List<Problem> warnings) {

  /** Copies the warnings. */
  public EffectivePolicy {
    requireNonNull(action, "action");
    requireNonNull(preAction, "preAction");
    requireNonNull(postAction, "postAction");
    warnings = List.copyOf(warnings);
  }

  /**
   * Merges what holds for a target environment. Where nothing says what is done, it is a commit,
   * with a warning.
   *
   * @param product the product
   * @param environment the environment that is promoted to
   * @param inline what the flow says
   * @param policies all policies
   * @return the policy
   */
  public static EffectivePolicy ofTarget(
      Product product,
      Environment environment,
      PolicySettings inline,
      Collection<PromotionPolicy> policies) {
    return new PolicyMerge(product, environment, policies).target(inline);
  }

  /**
   * Merges what holds for the trigger environment, to which nothing is promoted: only a workflow
   * may run there when it is healthy.
   *
   * @param product the product
   * @param environment the trigger environment
   * @param inline what the flow says; only the workflow after is looked at
   * @param policies all policies
   * @return the policy, whose action is {@link PromotionAction#NONE}
   */
  public static EffectivePolicy ofTrigger(
      Product product,
      Environment environment,
      PolicySettings inline,
      Collection<PromotionPolicy> policies) {
    return new PolicyMerge(product, environment, policies).trigger(inline);
  }

  /** Returns every setting with who supplied it, in one line. */
  @Override
  public String toString() {
    boolean isTrigger =
        action.value() == PromotionAction.NONE && action.supplier() instanceof Supplier.Default;
    StringBuilder text =
        new StringBuilder(
            isTrigger
                ? "must be healthy"
                : "action " + word(action.value()) + " (" + action.supplier() + ")");
    preAction.ifPresent(each -> text.append(", preAction ").append(each));
    postAction.ifPresent(each -> text.append(", postAction ").append(each));
    return text.toString();
  }

  private static String word(PromotionAction action) {
    return switch (action) {
      case COMMIT -> "commit";
      case PULL_REQUEST -> "pr";
      case NONE -> "none";
    };
  }
}
