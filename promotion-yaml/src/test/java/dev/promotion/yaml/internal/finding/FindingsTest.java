package dev.promotion.yaml.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final FieldPath STEPS = FieldPath.ROOT.field("spec").field("steps");

  private final Findings findings = new Findings();

  @Test
  void findingsAreToldInTheOrderOfTheText() {
    findings.add(new Position(3, 1), ProblemCode.TYPE, "third");
    findings.add(new Position(1, 9), ProblemCode.TYPE, "second");
    findings.add(new Position(1, 2), STEPS, ProblemCode.TYPE, "first");

    assertThat(findings.in("flow.yaml"))
        .extracting(Problem::toString)
        .containsExactly(
            "flow.yaml:1:2: spec.steps: first [TYPE]",
            "flow.yaml:1:9: second [TYPE]",
            "flow.yaml:3:1: third [TYPE]");
  }

  @Test
  void theSameIsToldOnce() {
    findings.add(Position.START, STEPS, ProblemCode.TYPE, "wrong");
    findings.add(Position.START, STEPS, ProblemCode.TYPE, "wrong");

    assertThat(findings.in("a")).hasSize(1);
  }

  @Test
  void noMoreThanAHundredAreKept() {
    for (int line = 1; line <= 101; line++) {
      findings.add(new Position(line, 1), ProblemCode.TYPE, "wrong");
    }

    assertThat(findings.in("a")).hasSize(100).extracting(Problem::place).endsWith("a:100:1");
  }

  @Test
  void thoseOfAPartAreAddedUpToTheSameNumber() {
    for (int line = 1; line <= 60; line++) {
      findings.add(new Position(line, 1), ProblemCode.TYPE, "wrong");
    }
    Findings part = new Findings();
    for (int line = 101; line <= 160; line++) {
      part.add(new Position(line, 1), ProblemCode.TYPE, "wrong");
    }

    findings.addAll(part);

    assertThat(findings.in("a")).hasSize(100).extracting(Problem::place).endsWith("a:140:1");
  }

  @Test
  void aFieldIsExplainedByAFindingAboutItOrWhatHoldsIt() {
    findings.add(Position.START, STEPS.item(1), ProblemCode.TYPE, "wrong");

    assertThat(List.of("spec.steps[1]", "spec.steps[1].environment")).allMatch(findings::explain);
    assertThat(List.of("spec.steps", "spec.steps[2]", "spec", "")).noneMatch(findings::explain);
  }

  @Test
  void anExcusedFieldIsExplainedWithoutAFinding() {
    findings.excuse(STEPS);

    assertThat(findings.explain("spec.steps")).isTrue();
    assertThat(findings.none()).isTrue();
  }

  @Test
  void withAFindingThereIsSomething() {
    findings.add(Position.START, ProblemCode.TYPE, "wrong");

    assertThat(findings.none()).isFalse();
  }

  @Test
  void aPathQuotesWhatIsNoPlainName() {
    assertThat(FieldPath.ROOT).hasToString("");
    assertThat(FieldPath.ROOT.item(0).field("a-b_1")).hasToString("[0].a-b_1");
    assertThat(FieldPath.ROOT.field("metadata").field("codefresh.io/product"))
        .hasToString("metadata['codefresh.io/product']");
  }
}
