package dev.promotion.yaml.internal.finding;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;

/**
 * Something that is wrong at a position of a text.
 *
 * @param position where it starts
 * @param field the field that is meant; empty for the text as a whole
 * @param code the stable code
 * @param message the sentence
 */
public record Finding(Position position, String field, ProblemCode code, String message) {

  /** Returns the problem that this is in a file. */
  public Problem in(String file) {
    return new Problem(code, place(file, position, field), message);
  }

  /** Returns the place of a field as errors show it, such as {@code flow.yaml:7:3: spec.steps}. */
  public static String place(String file, Position position, String field) {
    return file + ":" + position + (field.isEmpty() ? "" : ": " + field);
  }
}
