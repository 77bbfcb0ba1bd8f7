package dev.promotion.flow;

import static java.util.stream.Collectors.joining;

import dev.promotion.environment.EnvironmentName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds environments that wait for each other. Those that can reach each other form a knot; the
 * knots are found in one walk along all dependencies and one back, so that a search for a cycle
 * never leaves its knot.
 */
final class FlowCycles {

  private static final int SHOWN = 20;

  private final Map<EnvironmentName, List<EnvironmentName>> dependencies;
  private final Map<EnvironmentName, EnvironmentName> knots = new HashMap<>();

  /** Takes the environments among which cycles are looked for, and what each depends on. */
  FlowCycles(Map<EnvironmentName, List<EnvironmentName>> dependencies) {
    this.dependencies = dependencies;
    Map<EnvironmentName, List<EnvironmentName>> dependents = new HashMap<>();
    dependencies.forEach(
        (name, each) ->
            each.forEach(
                dependency ->
                    dependents.computeIfAbsent(dependency, key -> new ArrayList<>()).add(name)));
    List<EnvironmentName> finished = finished();
    Collections.reverse(finished);
    finished.forEach(knot -> tie(knot, dependents));
  }

  /** Returns a shortest cycle through an environment, beginning with it; empty if there is none. */
  List<EnvironmentName> through(EnvironmentName start) {
    EnvironmentName knot = knots.get(start);
    Map<EnvironmentName, EnvironmentName> before = new HashMap<>();
    Deque<EnvironmentName> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      EnvironmentName at = queue.remove();
      for (EnvironmentName next : dependencies.getOrDefault(at, List.of())) {
        if (next.equals(start)) {
          return wayTo(at, before);
        }
        if (Objects.equals(knot, knots.get(next)) && before.putIfAbsent(next, at) == null) {
          queue.add(next);
        }
      }
    }
    return List.of();
  }

  /** Says what is wrong with a cycle; of a very long one the rest is only counted. */
  static String text(List<EnvironmentName> cycle) {
    int more = cycle.size() - SHOWN;
    return "steps wait for each other: "
        + cycle.stream().limit(SHOWN).map(EnvironmentName::value).collect(joining(" → "))
        + (more > 0 ? " → " + more + " more" : "")
        + " → "
        + cycle.get(0)
        + "; remove one dependsOn";
  }

  private static List<EnvironmentName> wayTo(
      EnvironmentName end, Map<EnvironmentName, EnvironmentName> before) {
    List<EnvironmentName> way = new ArrayList<>();
    for (EnvironmentName at = end; at != null; at = before.get(at)) {
      way.add(at);
    }
    Collections.reverse(way);
    return way;
  }

  /** Lists the environments so that each stands after those that were reached first from it. */
  private List<EnvironmentName> finished() {
    List<EnvironmentName> finished = new ArrayList<>();
    Set<EnvironmentName> seen = new HashSet<>();
    Deque<EnvironmentName> way = new ArrayDeque<>();
    Deque<Iterator<EnvironmentName>> branches = new ArrayDeque<>();
    for (EnvironmentName start : dependencies.keySet()) {
      branches.push(List.of(start).iterator());
      while (!branches.isEmpty()) {
        if (branches.element().hasNext()) {
          EnvironmentName next = branches.element().next();
          List<EnvironmentName> further = dependencies.get(next);
          if (further != null && seen.add(next)) {
            way.push(next);
            branches.push(further.iterator());
          }
        } else {
          branches.pop();
          if (!way.isEmpty()) {
            finished.add(way.pop());
          }
        }
      }
    }
    return finished;
  }

  /** Ties everything that leads to an environment, and is not tied yet, into one knot with it. */
  private void tie(EnvironmentName knot, Map<EnvironmentName, List<EnvironmentName>> dependents) {
    Deque<EnvironmentName> queue = new ArrayDeque<>(List.of(knot));
    while (!queue.isEmpty()) {
      EnvironmentName at = queue.remove();
      if (knots.putIfAbsent(at, knot) == null) {
        queue.addAll(dependents.getOrDefault(at, List.of()));
      }
    }
  }
}
