package dev.promotion.flow;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way of a product through its environments: a graph without cycles in which every step can be
 * reached from the trigger environment. A flow that exists is valid. Immutable; equal by its parts.
 */
public final class PromotionFlow {

  /** How long a release of a flow may take where the flow does not say: one day. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(24);

  /** The longest time that a flow may give a release. */
  public static final Duration LONGEST_TIMEOUT = Duration.ofDays(90);

  private record Parts(
      FlowName name, EnvironmentName trigger, List<FlowStep> steps, Duration timeout) {}

  private final Parts parts;
  private final List<EnvironmentName> order;
  private final Map<EnvironmentName, List<EnvironmentName>> dependencies = new HashMap<>();

  private PromotionFlow(Parts parts, List<EnvironmentName> order) {
    this.parts = parts;
    this.order = order;
    dependencies.put(parts.trigger, List.of());
    parts.steps.forEach(step -> dependencies.put(step.environment(), step.dependsOn()));
  }

  /**
   * Creates a flow whose releases may take {@link #DEFAULT_TIMEOUT}.
   *
   * @param name its name
   * @param trigger the environment that it starts from ({@code spec.triggerEnvironment})
   * @param steps its target environments in any order
   * @return the flow
   * @throws InvalidDefinitionException with all faults of the graph, each with its place
   */
  public static PromotionFlow of(String name, String trigger, FlowStep... steps) {
    return of(new FlowName(name), new EnvironmentName(trigger), List.of(steps), DEFAULT_TIMEOUT);
  }

  /**
   * Creates a flow.
   *
   * @param name its name, unique in a catalog
   * @param trigger the environment that it starts from ({@code spec.triggerEnvironment})
   * @param steps its target environments in any order ({@code spec.steps})
   * @param timeout how long a release may take from its start, waiting included ({@code
   *     spec.promotionTimeoutLimit} or {@code spec.timeout}); at most {@link #LONGEST_TIMEOUT}
   * @return the flow
   * @throws InvalidDefinitionException with all faults of the graph, each with its place
   */
  public static PromotionFlow of(
      FlowName name, EnvironmentName trigger, List<FlowStep> steps, Duration timeout) {
    requireNonNull(name, "name");
    requireNonNull(trigger, "trigger");
    if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new InvalidDefinitionException(
          ProblemCode.RANGE,
          "spec.timeout",
          timeout + " is not more than zero and at most 90 days; give a time in between");
    }
    List<EnvironmentName> order = FlowGraph.check(trigger, steps);
    return new PromotionFlow(new Parts(name, trigger, List.copyOf(steps), timeout), order);
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public FlowName name() {
    return parts.name;
  }

  /**
   * Returns the environment that the flow starts from.
   *
   * @return the trigger environment
   */
  public EnvironmentName triggerEnvironment() {
    return parts.trigger;
  }

  /**
   * Returns the steps as they were given.
   *
   * @return at least one step
   */
  public List<FlowStep> steps() {
    return parts.steps;
  }

  /**
   * Returns how long a release may take.
   *
   * @return a positive duration
   */
  public Duration timeout() {
    return parts.timeout;
  }

  /**
   * Returns all environments so that each comes after those that it depends on; those that could go
   * in any order stand as the flow lists them.
   *
   * @return the trigger environment, then every target
   */
  public List<EnvironmentName> environments() {
    return order;
  }

  /**
   * Returns what an environment waits for.
   *
   * @param environment an environment of the flow
   * @return its dependencies; empty for the trigger environment
   * @throws IllegalArgumentException if the flow does not have the environment
   */
  public List<EnvironmentName> dependenciesOf(EnvironmentName environment) {
    List<EnvironmentName> found = dependencies.get(environment);
    if (found == null) {
      throw new IllegalArgumentException("flow " + this + " has no environment " + environment);
    }
    return found;
  }

  /**
   * Returns the first environments after the trigger environment.
   *
   * @return the environments that depend on nothing but the trigger environment; at least one
   */
  public List<EnvironmentName> firstTargets() {
    List<EnvironmentName> first = new ArrayList<>();
    for (FlowStep step : parts.steps) {
      if (step.dependsOn().equals(List.of(parts.trigger))) {
        first.add(step.environment());
      }
    }
    return List.copyOf(first);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PromotionFlow that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return parts.name.value();
  }
}
