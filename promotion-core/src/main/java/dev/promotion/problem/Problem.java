package dev.promotion.problem;

import static java.util.Objects.requireNonNull;

import dev.promotion.internal.text.Texts;
import java.io.Serializable;

/**
 * One thing that is wrong: a stable code, the place, and a sentence that says what is wrong and
 * what to do.
 *
 * @param code the stable code
 * @param place where it is: a file with line and column, a field, or release, environment and
 *     application; empty where the message says it all
 * @param message the sentence, in one line
 */
public record Problem(ProblemCode code, String place, String message) implements Serializable {

  /** Checks the parts; line breaks and other control characters in them are escaped. */
  public Problem {
    requireNonNull(code, "code");
    place = Texts.escaped(place);
    message = Texts.escaped(message);
  }

  /**
   * Returns the same problem at a place that leads to this one, such as the file that holds the
   * field.
   *
   * @param outer the place to put before
   * @return a problem with the longer place
   */
  public Problem within(String outer) {
    return new Problem(code, place.isEmpty() ? outer : outer + ": " + place, message);
  }

  /** Returns place, message and code in one line. */
  @Override
  public String toString() {
    return (place.isEmpty() ? "" : place + ": ") + message + " [" + code + "]";
  }
}
