package dev.promotion.yaml;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.document.FlowDocument;
import dev.promotion.yaml.internal.document.FlowDocument.Step;
import dev.promotion.yaml.internal.document.Metadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes flows of their documents. */
final class FlowMapper {

  private static final FlowName NAMELESS = new FlowName("nameless");

  private FlowMapper() {}

  static Optional<PromotionFlow> map(FlowDocument document, LocatedDocument at) {
    Metadata metadata = document.metadata();
    Optional<FlowName> name =
        metadata == null
            ? Optional.empty()
            : at.value("metadata.name", metadata.name(), FlowName::new);
    FlowDocument.Spec spec = document.spec();
    if (spec == null || spec.steps() == null) {
      return Optional.empty();
    }
    Optional<EnvironmentName> trigger =
        at.value("spec.triggerEnvironment", spec.triggerEnvironment(), EnvironmentName::new);
    List<FlowStep> steps =
        Items.map("spec.steps", spec.steps(), (field, step) -> step(field, step, at)).stream()
            .flatMap(Optional::stream)
            .toList();
    Duration timeout = timeout(spec, at);
    if (trigger.isEmpty() || steps.size() < spec.steps().size()) {
      return Optional.empty();
    }
    // A flow without a name is checked too, so that the faults of its graph are not found later.
    Optional<PromotionFlow> flow =
        at.whole(() -> PromotionFlow.of(name.orElse(NAMELESS), trigger.get(), steps, timeout));
    return name.isPresent() ? flow : Optional.empty();
  }

  private static Optional<FlowStep> step(String field, Step step, LocatedDocument at) {
    Optional<EnvironmentName> target =
        at.value(field + ".environment", step.environment(), EnvironmentName::new);
    if (step.dependsOn() == null) {
      return Optional.empty();
    }
    List<EnvironmentName> dependencies =
        Items.map(
                field + ".dependsOn",
                step.dependsOn(),
                (place, name) -> at.value(place, name, EnvironmentName::new))
            .stream()
            .flatMap(Optional::stream)
            .toList();
    return dependencies.size() < step.dependsOn().size()
        ? Optional.empty()
        : target.map(environment -> new FlowStep(environment, dependencies));
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
