package dev.promotion.flow;

import static java.util.stream.Collectors.joining;

import dev.promotion.environment.EnvironmentName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds environments that wait for each other.
 *
 * @param dependencies the environments among which cycles are looked for, and what each depends on
 */
record FlowCycles(Map<EnvironmentName, List<EnvironmentName>> dependencies) {

  private static final int SHOWN = 20;

  /** Returns a shortest cycle through an environment, beginning with it; empty if there is none. */
  List<EnvironmentName> through(EnvironmentName start) {
    Map<EnvironmentName, EnvironmentName> before = new HashMap<>();
    Deque<EnvironmentName> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      EnvironmentName at = queue.remove();
      for (EnvironmentName next : dependencies.getOrDefault(at, List.of())) {
        if (next.equals(start)) {
          return wayTo(at, before);
        }
        if (before.putIfAbsent(next, at) == null) {
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
}
