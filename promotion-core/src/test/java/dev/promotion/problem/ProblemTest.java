package dev.promotion.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private static final Problem CYCLE =
      new Problem(ProblemCode.FLOW_CYCLE, "spec.steps[1]", "steps wait for each other");

  @Nested
  class OneProblem {

    @Test
    void isToldInOneLineWithPlaceAndCode() {
      assertThat(CYCLE).hasToString("spec.steps[1]: steps wait for each other [FLOW_CYCLE]");
    }

    @Test
    void isToldWithoutAPlaceWhereTheMessageSaysItAll() {
      assertThat(new Problem(ProblemCode.PROMOTED, "", "all is well"))
          .hasToString("all is well [PROMOTED]");
    }

    @Test
    void isToldAtTheFileThatHoldsIt() {
      assertThat(CYCLE.within("flows.yaml:12:7").within("promotion"))
          .hasToString(
              "promotion: flows.yaml:12:7: spec.steps[1]: steps wait for each other [FLOW_CYCLE]");
    }

    @Test
    void isAtTheOuterPlaceAloneWhereItHadNone() {
      assertThat(new Problem(ProblemCode.TYPE, "", "is wrong").within("flows.yaml").place())
          .isEqualTo("flows.yaml");
    }

    @Test
    void cannotForgeAnotherLine() {
      Problem forged = new Problem(ProblemCode.TYPE, "a\nb", "c\r\n- all is well\u202e [PROMOTED]");

      assertThat(forged).hasToString("a\\nb: c\\r\\n- all is well\\u202E [PROMOTED] [TYPE]");
    }

    @Test
    void needsACode() {
      assertThatNullPointerException()
          .isThrownBy(() -> new Problem(null, "", "is wrong"))
          .withMessage("code");
    }
  }

  @Nested
  class AnException {

    @Test
    void ofOneProblemSaysJustThat() {
      InvalidDefinitionException thrown =
          new InvalidDefinitionException(ProblemCode.RANGE, "spec.timeout", "is too long");

      assertThat(thrown).hasMessage("spec.timeout: is too long [RANGE]").hasNoCause();
      assertThat(thrown.code()).isEqualTo(ProblemCode.RANGE);
    }

    @Test
    void ofSeveralListsThemUnderTheirNumber() {
      InvalidDefinitionException thrown =
          new InvalidDefinitionException(
              List.of(CYCLE, new Problem(ProblemCode.RANGE, "spec.timeout", "is too long")));

      assertThat(thrown)
          .hasMessage(
              """
              2 problems:
              - spec.steps[1]: steps wait for each other [FLOW_CYCLE]
              - spec.timeout: is too long [RANGE]\
              """);
      assertThat(thrown.problems()).hasSize(2).first().isEqualTo(CYCLE);
      assertThat(thrown.code()).isEqualTo(ProblemCode.FLOW_CYCLE);
    }

    @Test
    void ofNoProblemIsAMistake() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new InvalidDefinitionException(List.of()))
          .withMessage("an exception needs a problem");
    }

    @Test
    void keepsItsProblemsWhenItIsSentToAnotherProcess() throws Exception {
      InvalidDefinitionException thrown = new InvalidDefinitionException(List.of(CYCLE));

      assertThat(copied(thrown).problems()).containsExactly(CYCLE);
    }

    private static InvalidDefinitionException copied(InvalidDefinitionException thrown)
        throws IOException, ClassNotFoundException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(thrown);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        return (InvalidDefinitionException) in.readObject();
      }
    }
  }
}
