package dev.promotion.yaml;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;

/** What is wrong with texts, as the reader tells it. */
final class Refusal {

  private Refusal() {}

  /** Returns all that is wrong with texts that must not be read. */
  static List<Problem> of(String... texts) {
    return catchThrowableOfType(
            InvalidDefinitionException.class, () -> PromotionYaml.readCatalog(texts))
        .problems();
  }

  /** Returns all that is wrong with a folder that must not be read. */
  static List<Problem> of(Path folder) {
    return catchThrowableOfType(
            InvalidDefinitionException.class, () -> PromotionYaml.readCatalog(folder))
        .problems();
  }

  /** Returns what the test compares of a problem. */
  static Tuple at(ProblemCode code, String place) {
    return Tuple.tuple(code, place);
  }
}
