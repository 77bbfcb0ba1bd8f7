package dev.promotion.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  private final Problems problems = new Problems();

  @Test
  void throwNothingWhereNothingIsWrong() {
    assertThat(problems.none()).isTrue();
    assertThat(problems.list()).isEmpty();
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void throwAllThatWasFoundInOrder() {
    Problem second = new Problem(ProblemCode.TYPE, "spec.b", "is a number; write text");
    problems.add(ProblemCode.REQUIRED, "spec.a", "is missing; name it");
    problems.add(second);

    assertThat(problems.none()).isFalse();
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(problems::throwIfAny)
        .satisfies(
            thrown ->
                assertThat(thrown.problems())
                    .containsExactly(
                        new Problem(ProblemCode.REQUIRED, "spec.a", "is missing; name it"),
                        second));
  }

  @Test
  void areOnlyCountedBeyondOneHundred() {
    for (int index = 0; index < 99; index++) {
      problems.add(ProblemCode.TYPE, "spec[" + index + "]", "is wrong");
    }
    assertThat(problems.full()).isFalse();
    problems.add(ProblemCode.TYPE, "spec[99]", "is wrong");
    assertThat(problems.full()).isTrue();

    problems.add(ProblemCode.TYPE, "spec[100]", ProblemsTest::unwanted);
    problems.add(new Problem(ProblemCode.TYPE, "spec[101]", "is wrong"));

    assertThat(problems.list())
        .hasSize(101)
        .last()
        .isEqualTo(new Problem(ProblemCode.LIMIT, "", "and 2 more; mend these first"));
  }

  private static String unwanted() {
    throw new AssertionError("a message was made that nobody sees");
  }
}
