package dev.promotion.policy;

import dev.promotion.environment.Environment;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.WorkflowName;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Product;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides the settings for one product and environment. Used once. */
final class PolicyMerge {

  private final String place;
  private final List<PromotionPolicy> ranked;
  private final List<Problem> warnings = new ArrayList<>();

  PolicyMerge(Product product, Environment environment, Collection<PromotionPolicy> policies) {
    this.place = "product " + product + ", environment " + environment;
    this.ranked =
        policies.stream()
            .filter(policy -> policy.matches(product, environment))
            .sorted(PromotionPolicy.ORDER)
            .toList();
  }

  EffectivePolicy target(PolicySettings inline) {
    Optional<Setting<PromotionAction>> action = decide("action", inline, PolicySettings::action);
    if (action.isEmpty()) {
      warn(
          ProblemCode.ACTION_DEFAULTED,
          "nothing says how to promote, so it is done by a commit; name an action");
    }
    Optional<Setting<WorkflowName>> before = decide("preAction", inline, PolicySettings::preAction);
    Optional<Setting<WorkflowName>> after =
        decide("postAction", inline, PolicySettings::postAction);
    if (before.isEmpty() && action.filter(PolicyMerge::doesNothing).isPresent()) {
      warn(
          ProblemCode.NOTHING_TO_DO,
          "action none, by "
              + action.orElseThrow().supplier()
              + ", and no preAction: this step only checks health; name a workflow that promotes");
    }
    return new EffectivePolicy(
        action.orElseGet(() -> new Setting<>(PromotionAction.COMMIT, new Supplier.Default())),
        before,
        after,
        warnings);
  }

  EffectivePolicy trigger(PolicySettings inline) {
    return new EffectivePolicy(
        new Setting<>(PromotionAction.NONE, new Supplier.Default()),
        Optional.empty(),
        decide("postAction", inline, PolicySettings::postAction),
        warnings);
  }

  private <T> Optional<Setting<T>> decide(
      String name, PolicySettings inline, Function<PolicySettings, Optional<T>> setting) {
    Optional<Setting<T>> ofFlow =
        setting.apply(inline).map(value -> new Setting<>(value, new Supplier.Flow()));
    return ofFlow.or(() -> first(name, setting));
  }

  private <T> Optional<Setting<T>> first(
      String name, Function<PolicySettings, Optional<T>> setting) {
    List<PromotionPolicy> saying =
        ranked.stream().filter(policy -> setting.apply(policy.settings()).isPresent()).toList();
    if (saying.isEmpty()) {
      return Optional.empty();
    }
    PromotionPolicy winner = saying.get(0);
    Optional<T> value = setting.apply(winner.settings());
    saying.stream()
        .filter(policy -> policy.priority() == winner.priority())
        .filter(policy -> !setting.apply(policy.settings()).equals(value))
        .forEach(policy -> tie(name, winner, policy));
    return value.map(each -> new Setting<>(each, new Supplier.Policy(winner.name())));
  }

  private void tie(String setting, PromotionPolicy winner, PromotionPolicy other) {
    warn(
        ProblemCode.POLICY_TIE,
        "policies "
            + winner
            + " and "
            + other
            + " have the same priority "
            + winner.priority()
            + " and differ in "
            + setting
            + "; "
            + winner
            + " goes first by its name; give them different priorities");
  }

  private void warn(ProblemCode code, String message) {
    warnings.add(new Problem(code, place, message));
  }

  private static boolean doesNothing(Setting<PromotionAction> action) {
    return action.value() == PromotionAction.NONE;
  }
}
