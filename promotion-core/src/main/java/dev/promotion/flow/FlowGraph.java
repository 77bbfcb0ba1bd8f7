package dev.promotion.flow;

import static java.util.stream.Collectors.joining;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.internal.Problems;
import dev.promotion.internal.text.Texts;
import dev.promotion.problem.ProblemCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the graph of a flow, finding all its faults, and puts its environments in order. */
final class FlowGraph {

  private static final int MOST_STEPS = 10_000;

  private final EnvironmentName trigger;
  private final List<FlowStep> steps;
  private final Map<EnvironmentName, FlowStep> byTarget = new HashMap<>();
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
    List<EnvironmentName> order = graph.order();
    graph.problems.throwIfAny();
    return order;
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
      } else if (byTarget.putIfAbsent(target, steps.get(index)) != null) {
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
    }
    if (!dependency.equals(trigger) && !byTarget.containsKey(dependency)) {
      List<String> known = new ArrayList<>();
      known.add(trigger.value());
      steps.forEach(step -> known.add(step.environment().value()));
      problems.add(
          ProblemCode.UNKNOWN_ENVIRONMENT,
          place,
          "environment '"
              + dependency
              + "' is not in this flow; known: "
              + String.join(", ", new LinkedHashSet<>(known))
              + Texts.suggestion(dependency.value(), known));
    }
  }

  private List<EnvironmentName> order() {
    Set<EnvironmentName> done = new LinkedHashSet<>();
    done.add(trigger);
    boolean moved = true;
    while (moved) {
      moved = false;
      for (FlowStep step : steps) {
        if (!step.dependsOn().isEmpty() && done.containsAll(step.dependsOn())) {
          moved |= done.add(step.environment());
        }
      }
    }
    if (done.size() < byTarget.size() + 1) {
      explainUnreached(done);
    }
    return List.copyOf(done);
  }

  private void explainUnreached(Set<EnvironmentName> done) {
    Set<EnvironmentName> inCycle = new HashSet<>();
    for (int index = 0; index < steps.size(); index++) {
      EnvironmentName target = steps.get(index).environment();
      if (done.contains(target) || inCycle.contains(target) || target.equals(trigger)) {
        continue;
      }
      List<EnvironmentName> cycle = cycleFrom(target, done);
      if (!cycle.isEmpty()) {
        if (inCycle.addAll(cycle)) {
          problems.add(ProblemCode.FLOW_CYCLE, "spec.steps[" + index + "].dependsOn", text(cycle));
        }
      } else if (known(steps.get(index).dependsOn())) {
        problems.add(
            ProblemCode.UNREACHABLE_STEP,
            "spec.steps[" + index + "]",
            "'"
                + target
                + "' cannot be reached from '"
                + trigger
                + "'; mend what it depends on first");
      }
    }
  }

  /** Tells whether a step's own dependencies are fine, so that its fault lies further back. */
  private boolean known(List<EnvironmentName> dependencies) {
    return !dependencies.isEmpty()
        && dependencies.stream()
            .allMatch(each -> each.equals(trigger) || byTarget.containsKey(each));
  }

  /** Follows unmet dependencies from an environment; returns the cycle that holds it, if any. */
  private List<EnvironmentName> cycleFrom(EnvironmentName start, Set<EnvironmentName> done) {
    Set<EnvironmentName> seen = new HashSet<>(done);
    Deque<List<EnvironmentName>> ways = new ArrayDeque<>(List.of(List.of(start)));
    while (!ways.isEmpty()) {
      List<EnvironmentName> way = ways.remove();
      FlowStep step = byTarget.get(way.get(way.size() - 1));
      for (EnvironmentName next : step == null ? List.<EnvironmentName>of() : step.dependsOn()) {
        if (next.equals(start)) {
          return way;
        }
        if (seen.add(next)) {
          ways.add(longer(way, next));
        }
      }
    }
    return List.of();
  }

  private static List<EnvironmentName> longer(List<EnvironmentName> way, EnvironmentName next) {
    List<EnvironmentName> longer = new ArrayList<>(way);
    longer.add(next);
    return longer;
  }

  private static String text(List<EnvironmentName> cycle) {
    String way = cycle.stream().map(EnvironmentName::value).collect(joining(" → "));
    return "steps wait for each other: " + way + " → " + cycle.get(0) + "; remove one dependsOn";
  }
}
