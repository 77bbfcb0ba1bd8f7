package dev.promotion.flow;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.EnvironmentName;
import java.util.Arrays;
import java.util.List;

/**
 * A target environment of a flow ({@code spec.steps[]}).
 *
 * @param environment the environment to promote to
 * @param dependsOn the environments that must all have succeeded first
 * @param policy how to promote; goes before what policies say, setting by setting
 * @param hooks workflows around the environment
 */
public record FlowStep(
    EnvironmentName environment,
    List<EnvironmentName> dependsOn,
    PolicySettings policy,
    Hooks hooks) {

  /** Copies the dependencies. Whether they make sense is checked by the flow. */
  public FlowStep {
    requireNonNull(environment, "environment");
    dependsOn = List.copyOf(dependsOn);
    requireNonNull(policy, "policy");
    requireNonNull(hooks, "hooks");
  }

  /**
   * Creates a step that leaves to policies how to promote.
   *
   * @param environment the environment to promote to
   * @param dependsOn the environments that must all have succeeded first
   */
  public FlowStep(EnvironmentName environment, List<EnvironmentName> dependsOn) {
    this(environment, dependsOn, PolicySettings.NONE, Hooks.NONE);
  }

  /**
   * Creates a step that leaves to policies how to promote.
   *
   * @param environment the environment to promote to
   * @param dependsOn the environments that must all have succeeded first
   * @return the step
   */
  public static FlowStep of(String environment, String... dependsOn) {
    return new FlowStep(
        new EnvironmentName(environment),
        Arrays.stream(dependsOn).map(EnvironmentName::new).toList());
  }

  /**
   * Returns this step with other settings.
   *
   * @param settings how to promote
   * @return the step
   */
  public FlowStep with(PolicySettings settings) {
    return new FlowStep(environment, dependsOn, settings, hooks);
  }

  /**
   * Returns this step with other hooks.
   *
   * @param workflows workflows around the environment
   * @return the step
   */
  public FlowStep with(Hooks workflows) {
    return new FlowStep(environment, dependsOn, policy, workflows);
  }
}
