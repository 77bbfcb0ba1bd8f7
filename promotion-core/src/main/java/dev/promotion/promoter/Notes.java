package dev.promotion.promoter;

import dev.promotion.internal.Problems;
import dev.promotion.internal.text.Texts;
import dev.promotion.port.PortException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is found while one trigger is checked: everything is noted before anything is told. */
final class Notes {

  private final Problems problems = new Problems();
  private final Set<Problem> warnings = new LinkedHashSet<>();

  /** Returns where problems are noted. */
  Problems problems() {
    return problems;
  }

  /** Notes something that does not stand against the release; the same thing once. */
  void warn(Problem warning) {
    warnings.add(warning);
  }

  /** Returns the warnings in the order in which they were found. */
  List<Problem> warnings() {
    return new ArrayList<>(warnings);
  }

  /** Asks a port; what it throws is noted. */
  <T> Optional<T> ask(String place, Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (PortException fault) {
      problems.add(fault.problem().within(place));
      return Optional.empty();
    }
  }

  /** Notes that a name of the trigger is not known. */
  void unknown(ProblemCode code, String what, String name, List<String> known) {
    problems.add(
        code, "trigger", what + " '" + name + "' does not exist; " + Texts.known(name, known));
  }

  static String place(Application application) {
    return "application " + application;
  }
}
