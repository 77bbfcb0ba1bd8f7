package dev.promotion.flow;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.EnvironmentName;
import java.util.List;

/**
 * A target environment of a flow ({@code spec.steps[]}).
 *
 * @param environment the environment to promote to
 * @param dependsOn the environments that must all have succeeded first
 */
public record FlowStep(EnvironmentName environment, List<EnvironmentName> dependsOn) {

  /** Copies the dependencies. Whether they make sense is checked by the flow. */
  public FlowStep {
    requireNonNull(environment, "environment");
    dependsOn = List.copyOf(dependsOn);
  }

  /**
   * Creates a step.
   *
   * @param environment the environment to promote to
   * @param dependsOn the environments that must all have succeeded first
   * @return the step
   */
  public static FlowStep of(String environment, String... dependsOn) {
    return new FlowStep(
        new EnvironmentName(environment),
        java.util.Arrays.stream(dependsOn).map(EnvironmentName::new).toList());
  }
}
