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
import java.util.Optional;
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
      FlowName name,
      EnvironmentName trigger,
      List<FlowStep> steps,
      Duration timeout,
      Hooks hooks,
      Optional<WorkflowName> postTrigger,
      Optional<String> description,
      Optional<String> version,
      Map<String, String> labels) {}

  private final Parts parts;
  private final List<EnvironmentName> order;
  private final Map<EnvironmentName, FlowStep> targets = new HashMap<>();

  private PromotionFlow(Builder builder) {
    this.parts = builder.parts();
    this.order = FlowGraph.check(parts.trigger, parts.steps);
    parts.steps.forEach(step -> targets.put(step.environment(), step));
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
    return builder(name, trigger).steps(steps).timeout(timeout).build();
  }

  /**
   * Starts to describe a flow.
   *
   * @param name its name, unique in a catalog
   * @param trigger the environment that it starts from ({@code spec.triggerEnvironment})
   * @return a builder
   */
  public static Builder builder(FlowName name, EnvironmentName trigger) {
    return new Builder(name, trigger);
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
   * Returns the workflows around a release.
   *
   * @return the hooks, none by default
   */
  public Hooks hooks() {
    return parts.hooks;
  }

  /**
   * Returns the workflow that runs when the trigger environment is healthy.
   *
   * @return the workflow ({@code spec.postTrigger}); empty where it is left to policies
   */
  public Optional<WorkflowName> postTrigger() {
    return parts.postTrigger;
  }

  /**
   * Returns what its makers say about it.
   *
   * @return the annotation {@code description}
   */
  public Optional<String> description() {
    return parts.description;
  }

  /**
   * Returns which version of the flow its makers call this; releases do not look at it.
   *
   * @return the annotation {@code version}, exactly as it was written
   */
  public Optional<String> version() {
    return parts.version;
  }

  /**
   * Returns the labels, by which access may be ruled.
   *
   * @return the labels; may be empty
   */
  public Map<String, String> labels() {
    return parts.labels;
  }

  /**
   * Returns what the flow itself says about promoting to an environment.
   *
   * @param environment an environment of the flow
   * @return the settings of its step; for the trigger environment, to which nothing is promoted,
   *     only the workflow after it
   * @throws IllegalArgumentException if the flow does not have the environment
   */
  public PolicySettings settingsOf(EnvironmentName environment) {
    return environment.equals(parts.trigger)
        ? new PolicySettings(Optional.empty(), Optional.empty(), parts.postTrigger)
        : target(environment).policy();
  }

  private FlowStep target(EnvironmentName environment) {
    FlowStep found = targets.get(environment);
    if (found == null) {
      throw new IllegalArgumentException("flow " + this + " has no environment " + environment);
    }
    return found;
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
    return environment.equals(parts.trigger) ? List.of() : target(environment).dependsOn();
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

  /** Gathers the parts of a flow. Not thread-safe. */
  public static final class Builder {

    private final FlowName name;
    private final EnvironmentName trigger;
    private List<FlowStep> steps = List.of();
    private Duration timeout = DEFAULT_TIMEOUT;
    private Hooks hooks = Hooks.NONE;
    private Optional<WorkflowName> postTrigger = Optional.empty();
    private Optional<String> description = Optional.empty();
    private Optional<String> version = Optional.empty();
    private Map<String, String> labels = Map.of();

    private Builder(FlowName name, EnvironmentName trigger) {
      this.name = requireNonNull(name, "name");
      this.trigger = requireNonNull(trigger, "trigger");
    }

    /**
     * Sets the target environments; at least one is required.
     *
     * @param steps the steps in any order ({@code spec.steps})
     * @return this builder
     */
    public Builder steps(List<FlowStep> steps) {
      this.steps = List.copyOf(steps);
      return this;
    }

    /**
     * Sets how long a release may take from its start, waiting included.
     *
     * @param timeout more than zero, at most {@link #LONGEST_TIMEOUT}
     * @return this builder
     */
    public Builder timeout(Duration timeout) {
      this.timeout = requireNonNull(timeout, "timeout");
      return this;
    }

    /**
     * Sets the workflows around a release.
     *
     * @param hooks the hooks
     * @return this builder
     */
    public Builder hooks(Hooks hooks) {
      this.hooks = requireNonNull(hooks, "hooks");
      return this;
    }

    /**
     * Sets the workflow that runs when the trigger environment is healthy.
     *
     * @param workflow the workflow
     * @return this builder
     */
    public Builder postTrigger(WorkflowName workflow) {
      this.postTrigger = Optional.of(workflow);
      return this;
    }

    /**
     * Sets what its makers say about it.
     *
     * @param description any text; an empty one says nothing
     * @return this builder
     */
    public Builder description(String description) {
      this.description = Optional.of(description).filter(text -> !text.isEmpty());
      return this;
    }

    /**
     * Sets which version of the flow this is.
     *
     * @param version any text; an empty one says nothing
     * @return this builder
     */
    public Builder version(String version) {
      this.version = Optional.of(version).filter(text -> !text.isEmpty());
      return this;
    }

    /**
     * Sets the labels.
     *
     * @param labels the labels
     * @return this builder
     */
    public Builder labels(Map<String, String> labels) {
      this.labels = Map.copyOf(labels);
      return this;
    }

    /**
     * Checks the flow and creates it.
     *
     * @return the flow
     * @throws InvalidDefinitionException with all faults of the graph, each with its place
     */
    public PromotionFlow build() {
      if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
        throw new InvalidDefinitionException(
            ProblemCode.RANGE,
            "spec.timeout",
            timeout + " is not more than zero and at most 90 days; give a time in between");
      }
      return new PromotionFlow(this);
    }

    private Parts parts() {
      return new Parts(
          name, trigger, steps, timeout, hooks, postTrigger, description, version, labels);
    }
  }
}
