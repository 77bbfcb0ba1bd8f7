package dev.promotion.yaml;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.Hooks;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.flow.WorkflowName;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes the fields of a flow.
 *
 * @param ours whether for {@code promotion.dev/v1}
 */
record FlowFields(boolean ours) {

  void write(YamlOutput spec, PromotionFlow flow) {
    spec.text("triggerEnvironment", flow.triggerEnvironment().value())
        .list("steps", flow.steps(), FlowFields::step);
    if (!flow.timeout().equals(PromotionFlow.DEFAULT_TIMEOUT)) {
      timeout(spec, flow.timeout());
    }
    hooks(spec, flow.hooks());
    workflow(spec, "postTrigger", flow.postTrigger());
  }

  private void timeout(YamlOutput spec, Duration timeout) {
    boolean minutes = timeout.equals(Duration.ofMinutes(timeout.toMinutes()));
    if (ours) {
      spec.text("timeout", Timeouts.text(timeout));
    } else {
      NotExpressible.refuseIf(!minutes, "spec.timeout");
      spec.number("promotionTimeoutLimit", Math.toIntExact(timeout.toMinutes()));
    }
  }

  private static void step(YamlOutput output, FlowStep step) {
    output
        .text("environment", step.environment().value())
        .texts("dependsOn", step.dependsOn().stream().map(EnvironmentName::value).toList())
        .mapIfAny("policy", policy -> policy(policy, step.policy()));
    hooks(output, step.hooks());
  }

  static void policy(YamlOutput output, PolicySettings policy) {
    policy.action().ifPresent(action -> output.text("action", word(action)));
    workflow(output, "preAction", policy.preAction());
    workflow(output, "postAction", policy.postAction());
  }

  private static String word(PromotionAction action) {
    return switch (action) {
      case COMMIT -> "commit";
      case PULL_REQUEST -> "pr";
      case NONE -> "none";
    };
  }

  private static void hooks(YamlOutput output, Hooks hooks) {
    output.mapIfAny(
        "hooks",
        fields -> {
          workflow(fields, "onStart", hooks.onStart());
          workflow(fields, "onSuccess", hooks.onSuccess());
          workflow(fields, "onFail", hooks.onFail());
        });
  }

  private static void workflow(YamlOutput output, String name, Optional<WorkflowName> workflow) {
    workflow.ifPresent(each -> output.text(name, each.value()));
  }
}
