package dev.promotion.flow;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How to promote to an environment, as a step of a flow or a policy says it. What is left out is
 * left to others: each setting is decided for itself.
 *
 * @param action what is done
 * @param preAction the workflow that runs before
 * @param postAction the workflow that runs after
 */
public record PolicySettings(
    Optional<PromotionAction> action,
    Optional<WorkflowName> preAction,
    Optional<WorkflowName> postAction) {

  /** Settings that leave everything to others. */
  public static final PolicySettings NONE =
      new PolicySettings(Optional.empty(), Optional.empty(), Optional.empty());

  /** Checks that nothing is missing. */
  public PolicySettings {
    requireNonNull(action, "action");
    requireNonNull(preAction, "preAction");
    requireNonNull(postAction, "postAction");
  }

  /**
   * Returns settings that say only what is done.
   *
   * @param action what is done
   * @return the settings
   */
  public static PolicySettings of(PromotionAction action) {
    return new PolicySettings(Optional.of(action), Optional.empty(), Optional.empty());
  }

  /**
   * Returns these settings with another workflow before.
   *
   * @param workflow the name of a workflow
   * @return the settings
   */
  public PolicySettings before(String workflow) {
    return new PolicySettings(action, Optional.of(new WorkflowName(workflow)), postAction);
  }

  /**
   * Returns these settings with another workflow after.
   *
   * @param workflow the name of a workflow
   * @return the settings
   */
  public PolicySettings after(String workflow) {
    return new PolicySettings(action, preAction, Optional.of(new WorkflowName(workflow)));
  }
}
