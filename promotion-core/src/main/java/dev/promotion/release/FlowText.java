package dev.promotion.release;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.Hooks;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.flow.WorkflowName;
import dev.promotion.internal.json.JsonReader;
import dev.promotion.internal.json.JsonWriter;
import java.util.Optional;

/** A flow as the record of a release has it; what a flow does not say is not written. */
final class FlowText {

  private FlowText() {}

  static void write(JsonWriter json, PromotionFlow flow) {
    json.text("name", flow.name().value())
        .text("trigger", flow.triggerEnvironment().value())
        .list("steps", flow.steps(), FlowText::step)
        .text("timeout", flow.timeout().toString());
    hooks(json, flow.hooks());
    workflow(json, "postTrigger", flow.postTrigger());
    flow.description().ifPresent(text -> json.text("description", text));
    flow.version().ifPresent(text -> json.text("version", text));
    Words.labels(json, flow.labels());
  }

  static PromotionFlow read(JsonReader json) {
    PromotionFlow.Builder flow =
        PromotionFlow.builder(
                new FlowName(json.text("name")), new EnvironmentName(json.text("trigger")))
            .steps(json.list("steps", FlowText::step))
            .timeout(Words.duration(json, "timeout"))
            .hooks(hooks(json));
    workflow(json, "postTrigger").ifPresent(flow::postTrigger);
    text(json, "description").ifPresent(flow::description);
    text(json, "version").ifPresent(flow::version);
    return flow.labels(Words.labels(json)).build();
  }

  private static void step(JsonWriter json, FlowStep step) {
    json.text("environment", step.environment().value())
        .texts("dependsOn", step.dependsOn().stream().map(EnvironmentName::value).toList());
    if (!step.policy().equals(PolicySettings.NONE)) {
      json.object("policy", step.policy(), FlowText::policy);
    }
    hooks(json, step.hooks());
  }

  private static FlowStep step(JsonReader json) {
    return new FlowStep(
        Words.environment(json),
        json.texts("dependsOn").stream().map(EnvironmentName::new).toList(),
        json.has("policy") ? json.object("policy", FlowText::policy) : PolicySettings.NONE,
        hooks(json));
  }

  private static void policy(JsonWriter json, PolicySettings policy) {
    policy.action().ifPresent(action -> json.text("action", action.name()));
    workflow(json, "preAction", policy.preAction());
    workflow(json, "postAction", policy.postAction());
  }

  private static PolicySettings policy(JsonReader json) {
    return new PolicySettings(
        json.has("action")
            ? Optional.of(Words.constant(json, "action", PromotionAction.class))
            : Optional.empty(),
        workflow(json, "preAction"),
        workflow(json, "postAction"));
  }

  private static void hooks(JsonWriter json, Hooks hooks) {
    if (!hooks.equals(Hooks.NONE)) {
      json.object("hooks", hooks, FlowText::fieldsOfHooks);
    }
  }

  private static Hooks hooks(JsonReader json) {
    return json.has("hooks") ? json.object("hooks", FlowText::fieldsOfHooks) : Hooks.NONE;
  }

  private static void fieldsOfHooks(JsonWriter json, Hooks hooks) {
    workflow(json, "onStart", hooks.onStart());
    workflow(json, "onSuccess", hooks.onSuccess());
    workflow(json, "onFail", hooks.onFail());
  }

  private static Hooks fieldsOfHooks(JsonReader json) {
    return new Hooks(
        workflow(json, "onStart"), workflow(json, "onSuccess"), workflow(json, "onFail"));
  }

  private static void workflow(JsonWriter json, String name, Optional<WorkflowName> workflow) {
    workflow.ifPresent(each -> json.text(name, each.value()));
  }

  private static Optional<WorkflowName> workflow(JsonReader json, String name) {
    return text(json, name).map(WorkflowName::new);
  }

  private static Optional<String> text(JsonReader json, String name) {
    return json.has(name) ? Optional.of(json.text(name)) : Optional.empty();
  }
}
