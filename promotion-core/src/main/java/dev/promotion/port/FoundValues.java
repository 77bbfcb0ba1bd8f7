package dev.promotion.port;

import dev.promotion.problem.Problem;
import java.util.List;

/**
 * What paths lead to in a file.
 *
 * @param values the values, in the order of the paths, each place once
 * @param problems what stands against promoting them, such as a path that leads nowhere; the place
 *     of each is line and column in the file, or empty
 * @param warnings what should be known, such as a path in a form that is not standard
 */
public record FoundValues(List<FoundValue> values, List<Problem> problems, List<Problem> warnings) {

  /** Copies the lists. */
  public FoundValues {
    values = List.copyOf(values);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }
}
