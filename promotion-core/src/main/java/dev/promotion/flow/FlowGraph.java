package dev.promotion.flow;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.internal.Problems;
import dev.promotion.internal.text.Texts;
import dev.promotion.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the graph of a flow, finding all its faults, and puts its environments in order. */
final class FlowGraph {

  private static final int MOST_STEPS = 10_000;

  private final EnvironmentName trigger;
  private final List<FlowStep> steps;
  private final Map<EnvironmentName, Integer> places = new HashMap<>();
  private final Problems problems = new Problems();

  private FlowGraph(EnvironmentName trigger, List<FlowStep> steps) {
    this.trigger = trigger;
    this.steps = steps;
  }

  /** Returns the environments in an order that respects every dependency, or throws all faults. */
  static List<EnvironmentName> check(EnvironmentName trigger, List<FlowStep> steps) {
    FlowGraph graph = new FlowGraph(trigger, List.copyOf(steps));
    graph.checkTargets();
    graph.checkDependencies();
    Set<EnvironmentName> order = graph.order();
    graph.explainUnreached(order);
    graph.problems.throwIfAny();
    return List.copyOf(order);
  }

  private void checkTargets() {
    if (steps.isEmpty()) {
      problems.add(
          ProblemCode.FLOW_EMPTY, "spec.steps", "the flow has no step; name a target environment");
    }
    if (steps.size() > MOST_STEPS) {
      problems.add(
          ProblemCode.LIMIT, "spec.steps", steps.size() + " steps, the limit is " + MOST_STEPS);
      problems.throwIfAny();
    }
    for (int index = 0; index < steps.size(); index++) {
      EnvironmentName target = steps.get(index).environment();
      String place = "spec.steps[" + index + "].environment";
      if (target.equals(trigger)) {
        problems.add(
            ProblemCode.TRIGGER_AS_TARGET,
            place,
            "'" + target + "' is the trigger environment; a flow cannot promote to its own start");
      } else if (places.putIfAbsent(target, index) != null) {
        problems.add(
            ProblemCode.DUPLICATE_STEP, place, "'" + target + "' has a step already; remove one");
      }
    }
  }

  private void checkDependencies() {
    for (int index = 0; index < steps.size(); index++) {
      FlowStep step = steps.get(index);
      String place = "spec.steps[" + index + "].dependsOn";
      if (step.dependsOn().isEmpty()) {
        problems.add(
            ProblemCode.STEP_WITHOUT_DEPENDENCY,
            place,
            "'"
                + step.environment()
                + "' would start at once; name what it waits for, such as '"
                + trigger
                + "'");
      }
      Set<EnvironmentName> seen = new HashSet<>();
      for (int position = 0; position < step.dependsOn().size(); position++) {
        checkDependency(step.dependsOn().get(position), place + "[" + position + "]", seen);
      }
    }
  }

  private void checkDependency(
      EnvironmentName dependency, String place, Set<EnvironmentName> seen) {
    if (!seen.add(dependency)) {
      problems.add(
          ProblemCode.DUPLICATE_DEPENDENCY,
          place,
          "'" + dependency + "' is named twice; remove one");
    } else if (!exists(dependency)) {
      problems.add(
          ProblemCode.UNKNOWN_ENVIRONMENT,
          place,
          () ->
              "environment '"
                  + dependency
                  + "' is not in this flow; "
                  + Texts.known(dependency.value(), names()));
    }
  }

  private boolean exists(EnvironmentName environment) {
    return environment.equals(trigger) || places.containsKey(environment);
  }

  private List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    names.add(trigger.value());
    steps.forEach(step -> names.add(step.environment().value()));
    return List.copyOf(names);
  }

  /** Tells whether a step counts: the first of its environment, and not of the trigger. */
  private boolean counts(int index) {
    return places.getOrDefault(steps.get(index).environment(), -1) == index;
  }

  /** Takes, of the steps that nothing holds back any more, always the one that is listed first. */
  private Set<EnvironmentName> order() {
    Map<EnvironmentName, List<Integer>> dependents = new HashMap<>();
    int[] missing = new int[steps.size()];
    for (int index = 0; index < steps.size(); index++) {
      if (counts(index)) {
        for (EnvironmentName dependency : Set.copyOf(steps.get(index).dependsOn())) {
          dependents.computeIfAbsent(dependency, key -> new ArrayList<>()).add(index);
          missing[index]++;
        }
      }
    }
    Set<EnvironmentName> order = new LinkedHashSet<>(List.of(trigger));
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    release(dependents.get(trigger), missing, ready);
    while (!ready.isEmpty()) {
      EnvironmentName next = steps.get(ready.remove()).environment();
      order.add(next);
      release(dependents.get(next), missing, ready);
    }
    return order;
  }

  private static void release(
      @Nullable List<Integer> dependents, int[] missing, PriorityQueue<Integer> ready) {
    if (dependents != null) {
      for (int index : dependents) {
        missing[index]--;
        if (missing[index] == 0) {
          ready.add(index);
        }
      }
    }
  }

  private void explainUnreached(Set<EnvironmentName> reached) {
    Map<EnvironmentName, List<EnvironmentName>> unreached = new LinkedHashMap<>();
    for (int index = 0; index < steps.size(); index++) {
      FlowStep step = steps.get(index);
      if (counts(index) && !reached.contains(step.environment())) {
        unreached.put(step.environment(), step.dependsOn());
      }
    }
    FlowCycles cycles = new FlowCycles(unreached);
    Set<EnvironmentName> explained = new HashSet<>();
    for (EnvironmentName target : unreached.keySet()) {
      if (!problems.full() && !explained.contains(target)) {
        explained.addAll(explain(target, cycles.through(target)));
      }
    }
  }

  private List<EnvironmentName> explain(EnvironmentName target, List<EnvironmentName> cycle) {
    int index = places.getOrDefault(target, 0);
    String place = "spec.steps[" + index + "]";
    if (!cycle.isEmpty()) {
      problems.add(ProblemCode.FLOW_CYCLE, place + ".dependsOn", FlowCycles.text(cycle));
    } else if (onlyOthersAtFault(steps.get(index))) {
      problems.add(
          ProblemCode.UNREACHABLE_STEP,
          place,
          "'"
              + target
              + "' cannot be reached from '"
              + trigger
              + "'; mend what it depends on first");
    }
    return cycle;
  }

  /** Tells whether a step's own dependencies are fine, so that the fault lies further back. */
  private boolean onlyOthersAtFault(FlowStep step) {
    return !step.dependsOn().isEmpty() && step.dependsOn().stream().allMatch(this::exists);
  }
}
