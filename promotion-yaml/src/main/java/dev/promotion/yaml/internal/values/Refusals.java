package dev.promotion.yaml.internal.values;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Position;
import java.util.List;

/** Says where in a text something is wrong. */
final class Refusals {

  private Refusals() {}

  /** Returns the problem at an index of a text. */
  static Problem problem(String text, int index, ProblemCode code, String message) {
    return new Problem(code, position(text, index).toString(), message);
  }

  /** Returns the exception for one problem at an index of a text. */
  static ValuesRefusedException at(String text, int index, ProblemCode code, String message) {
    return new ValuesRefusedException(List.of(problem(text, index, code, message)));
  }

  /** Returns line and column of an index of a text. */
  static Position position(String text, int index) {
    int line = 1;
    int lineStart = 0;
    for (int at = 0; at < index; at++) {
      char each = text.charAt(at);
      if (each == '\n' || (each == '\r' && !(at + 1 < index && text.charAt(at + 1) == '\n'))) {
        line++;
        lineStart = at + 1;
      }
    }
    return new Position(line, text.codePointCount(lineStart, index) + 1);
  }
}
