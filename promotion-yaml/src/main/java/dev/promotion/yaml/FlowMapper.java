package dev.promotion.yaml;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.Hooks;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.flow.WorkflowName;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.document.FlowDocument;
import dev.promotion.yaml.internal.document.FlowDocument.Step;
import dev.promotion.yaml.internal.document.Metadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes flows of their documents. */
final class FlowMapper {

  private static final FlowName NAMELESS = new FlowName("nameless");

  private FlowMapper() {}

  static Optional<PromotionFlow> map(FlowDocument document, LocatedDocument at) {
    Optional<FlowName> name = at.name(document.metadata(), FlowName::new);
    FlowDocument.Spec spec = document.spec();
    if (spec == null || spec.steps() == null) {
      return Optional.empty();
    }
    Optional<EnvironmentName> trigger =
        at.value("spec.triggerEnvironment", spec.triggerEnvironment(), EnvironmentName::new);
    List<FlowStep> steps =
        Items.present(
            Items.map("spec.steps", spec.steps(), (field, step) -> step(field, step, at)));
    Duration timeout = timeout(spec, at);
    Hooks hooks = hooks("spec.hooks", spec.hooks(), at);
    Optional<WorkflowName> postTrigger =
        at.value("spec.postTrigger", spec.postTrigger(), WorkflowName::new);
    if (trigger.isEmpty() || steps.size() < spec.steps().size()) {
      return Optional.empty();
    }
    // A flow without a name is checked too, so that the faults of its graph are not found later.
    PromotionFlow.Builder flow =
        PromotionFlow.builder(name.orElse(NAMELESS), trigger.get())
            .steps(steps)
            .timeout(timeout)
            .hooks(hooks);
    postTrigger.ifPresent(flow::postTrigger);
    describe(flow, document.metadata());
    Optional<PromotionFlow> checked = at.whole(flow::build);
    return name.isPresent() ? checked : Optional.empty();
  }

  private static void describe(PromotionFlow.Builder flow, @Nullable Metadata metadata) {
    if (metadata != null) {
      flow.labels(Notes.labels(metadata));
      Notes.annotation("description", metadata).ifPresent(flow::description);
      Notes.annotation("version", metadata).ifPresent(flow::version);
    }
  }

  private static Optional<FlowStep> step(String field, Step step, LocatedDocument at) {
    Optional<EnvironmentName> target =
        at.value(field + ".environment", step.environment(), EnvironmentName::new);
    if (step.dependsOn() == null) {
      return Optional.empty();
    }
    List<EnvironmentName> dependencies =
        Items.values(field + ".dependsOn", step.dependsOn(), at, EnvironmentName::new);
    PolicySettings policy = policy(field + ".policy", step.policy(), at);
    Hooks hooks = hooks(field + ".hooks", step.hooks(), at);
    return dependencies.size() < step.dependsOn().size()
        ? Optional.empty()
        : target.map(environment -> new FlowStep(environment, dependencies, policy, hooks));
  }

  static PolicySettings policy(
      String field, FlowDocument.@Nullable Policy policy, LocatedDocument at) {
    return policy == null
        ? PolicySettings.NONE
        : new PolicySettings(
            Optional.ofNullable(policy.action()).map(FlowMapper::action),
            at.value(field + ".preAction", policy.preAction(), WorkflowName::new),
            at.value(field + ".postAction", policy.postAction(), WorkflowName::new));
  }

  private static PromotionAction action(FlowDocument.Action action) {
    return switch (action) {
      case COMMIT -> PromotionAction.COMMIT;
      case PR -> PromotionAction.PULL_REQUEST;
      case NONE -> PromotionAction.NONE;
    };
  }

  private static Hooks hooks(String field, FlowDocument.@Nullable Hooks hooks, LocatedDocument at) {
    return hooks == null
        ? Hooks.NONE
        : new Hooks(
            at.value(field + ".onStart", hooks.onStart(), WorkflowName::new),
            at.value(field + ".onSuccess", hooks.onSuccess(), WorkflowName::new),
            at.value(field + ".onFail", hooks.onFail(), WorkflowName::new));
  }

  private static Duration timeout(FlowDocument.Spec spec, LocatedDocument at) {
    Optional<Duration> timeout = at.value("spec.timeout", spec.timeout(), Timeouts::parse);
    Integer minutes = spec.promotionTimeoutLimit();
    if (spec.timeout() != null && minutes != null) {
      at.add(
          "spec.timeout", ProblemCode.EITHER_OR, "give timeout or promotionTimeoutLimit, not both");
    }
    if (minutes != null && minutes > 0 && minutes <= FlowDocument.MOST_MINUTES) {
      return Duration.ofMinutes(minutes);
    }
    return timeout.orElse(PromotionFlow.DEFAULT_TIMEOUT);
  }
}
