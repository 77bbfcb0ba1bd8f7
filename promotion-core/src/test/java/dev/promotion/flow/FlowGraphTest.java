package dev.promotion.flow;

import static dev.promotion.problem.ProblemCode.DUPLICATE_DEPENDENCY;
import static dev.promotion.problem.ProblemCode.DUPLICATE_STEP;
import static dev.promotion.problem.ProblemCode.FLOW_CYCLE;
import static dev.promotion.problem.ProblemCode.FLOW_EMPTY;
import static dev.promotion.problem.ProblemCode.LIMIT;
import static dev.promotion.problem.ProblemCode.STEP_WITHOUT_DEPENDENCY;
import static dev.promotion.problem.ProblemCode.TRIGGER_AS_TARGET;
import static dev.promotion.problem.ProblemCode.UNKNOWN_ENVIRONMENT;
import static dev.promotion.problem.ProblemCode.UNREACHABLE_STEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FlowGraphTest {

  @Nested
  class AGoodGraph {

    @Test
    void putsAChainInOrderHoweverItIsListed() {
      assertThat(order(FlowStep.of("production", "qa"), FlowStep.of("qa", "dev")))
          .containsExactly("dev", "qa", "production");
    }

    @Test
    void joinsBranchesOnlyAfterAllOfThem() {
      assertThat(
              order(
                  FlowStep.of("production", "qa-eu", "qa-us"),
                  FlowStep.of("qa-us", "dev"),
                  FlowStep.of("qa-eu", "dev")))
          .containsExactly("dev", "qa-us", "qa-eu", "production");
    }

    @Test
    void keepsTheOrderOfTheListAmongThoseThatCouldGoInAnyOrder() {
      assertThat(
              order(
                  FlowStep.of("c", "b"),
                  FlowStep.of("b", "dev"),
                  FlowStep.of("d", "dev"),
                  FlowStep.of("a", "dev")))
          .containsExactly("dev", "b", "c", "d", "a");
    }

    @Test
    void mayDependOnTheTriggerAndOnMoreAtOnce() {
      assertThat(order(FlowStep.of("production", "dev", "qa"), FlowStep.of("qa", "dev")))
          .containsExactly("dev", "qa", "production");
    }

    @Test
    void isCheckedQuicklyEvenAsALongChainInReverse() {
      List<FlowStep> steps = new ArrayList<>(chain(10_000));
      Collections.reverse(steps);

      assertThat(FlowGraph.check(new EnvironmentName("dev"), steps))
          .hasSize(10_001)
          .endsWith(new EnvironmentName("env-9998"), new EnvironmentName("env-9999"));
    }
  }

  @Nested
  class ABadGraph {

    @Test
    void hasNoStep() {
      assertThat(problems())
          .containsExactly(
              new Problem(
                  FLOW_EMPTY, "spec.steps", "the flow has no step; name a target environment"));
    }

    @Test
    void hasAStepThatWaitsForItself() {
      assertThat(problems(FlowStep.of("qa", "qa")))
          .containsExactly(
              new Problem(
                  FLOW_CYCLE,
                  "spec.steps[0].dependsOn",
                  "steps wait for each other: qa → qa; remove one dependsOn"));
    }

    @Test
    void hasStepsThatWaitForEachOther() {
      assertThat(problems(FlowStep.of("qa", "dev", "stage"), FlowStep.of("stage", "qa")))
          .containsExactly(
              new Problem(
                  FLOW_CYCLE,
                  "spec.steps[0].dependsOn",
                  "steps wait for each other: qa → stage → qa; remove one dependsOn"));
    }

    @Test
    void showsTheShortestWayRoundALongCycle() {
      assertThat(
              problems(
                  FlowStep.of("a", "b", "c"),
                  FlowStep.of("b", "d"),
                  FlowStep.of("c", "a"),
                  FlowStep.of("d", "a")))
          .extracting(Problem::message)
          .containsExactly(
              "steps wait for each other: a → c → a; remove one dependsOn",
              "steps wait for each other: b → d → a → b; remove one dependsOn");
    }

    @Test
    void showsEveryCycleAtItsOwnStep() {
      assertThat(
              problems(
                  FlowStep.of("a", "b"),
                  FlowStep.of("b", "a"),
                  FlowStep.of("c", "dev"),
                  FlowStep.of("d", "e"),
                  FlowStep.of("e", "c", "d")))
          .extracting(Problem::place)
          .containsExactly("spec.steps[0].dependsOn", "spec.steps[3].dependsOn");
    }

    @Test
    void tellsTheCycleFromTheStepsThatOnlyComeAfterIt() {
      assertThat(
              problems(
                  FlowStep.of("production", "stage"),
                  FlowStep.of("stage", "qa", "stage-2"),
                  FlowStep.of("stage-2", "stage"),
                  FlowStep.of("qa", "dev")))
          .containsExactly(
              new Problem(
                  UNREACHABLE_STEP,
                  "spec.steps[0]",
                  "'production' cannot be reached from 'dev'; mend what it depends on first"),
              new Problem(
                  FLOW_CYCLE,
                  "spec.steps[1].dependsOn",
                  "steps wait for each other: stage → stage-2 → stage; remove one dependsOn"));
    }

    @Test
    void tellsACycleFromTheStepsBetweenTwoCycles() {
      assertThat(
              problems(
                  FlowStep.of("a", "a"),
                  FlowStep.of("between", "a"),
                  FlowStep.of("b", "between", "b")))
          .extracting(Problem::code)
          .containsExactly(FLOW_CYCLE, UNREACHABLE_STEP, FLOW_CYCLE);
    }

    @Test
    void showsTwentyEnvironmentsOfACycleInFull() {
      List<FlowStep> steps = new ArrayList<>(chain(20));
      steps.set(0, FlowStep.of("env-0", "env-19"));

      assertThat(problems(steps.toArray(FlowStep[]::new)))
          .singleElement()
          .extracting(Problem::message)
          .asString()
          .endsWith(" → env-2 → env-1 → env-0; remove one dependsOn");
    }

    @Test
    void leavesOutMostOfAVeryLongCycle() {
      List<FlowStep> steps = new ArrayList<>(chain(10_000));
      steps.set(0, FlowStep.of("env-0", "env-9999"));

      assertThat(problems(steps.toArray(FlowStep[]::new)))
          .singleElement()
          .satisfies(
              problem ->
                  assertThat(problem.message())
                      .startsWith("steps wait for each other: env-0 → env-9999 → env-9998 → ")
                      .endsWith(" → env-9981 → 9980 more → env-0; remove one dependsOn"));
    }

    @Test
    void namesAnUnknownDependencyAndWhatItMayMean() {
      assertThat(problems(FlowStep.of("production", "dev"), FlowStep.of("qa", "prodution")))
          .containsExactly(
              new Problem(
                  UNKNOWN_ENVIRONMENT,
                  "spec.steps[1].dependsOn[0]",
                  "environment 'prodution' is not in this flow; known: dev, production, qa;"
                      + " did you mean 'production'?"));
    }

    @Test
    void namesAnEnvironmentTwice() {
      assertThat(
              problems(
                  FlowStep.of("qa", "dev"), FlowStep.of("stage", "qa"), FlowStep.of("qa", "stage")))
          .containsExactly(
              new Problem(
                  DUPLICATE_STEP,
                  "spec.steps[2].environment",
                  "'qa' has a step already; remove one"));
    }

    @Test
    void namesADependencyTwice() {
      assertThat(problems(FlowStep.of("qa", "dev", "dev")))
          .containsExactly(
              new Problem(
                  DUPLICATE_DEPENDENCY,
                  "spec.steps[0].dependsOn[1]",
                  "'dev' is named twice; remove one"));
    }

    @Test
    void namesAnUnknownDependencyTwiceAndIsToldEachOnce() {
      assertThat(problems(FlowStep.of("qa", "nowhere", "nowhere")))
          .extracting(Problem::code)
          .containsExactly(UNKNOWN_ENVIRONMENT, DUPLICATE_DEPENDENCY);
    }

    @Test
    void promotesToItsOwnStart() {
      assertThat(problems(FlowStep.of("qa", "dev"), FlowStep.of("dev", "qa")))
          .containsExactly(
              new Problem(
                  TRIGGER_AS_TARGET,
                  "spec.steps[1].environment",
                  "'dev' is the trigger environment; a flow cannot promote to its own start"));
    }

    @Test
    void hasAStepThatWaitsForNothing() {
      assertThat(problems(FlowStep.of("qa"), FlowStep.of("stage", "qa")))
          .containsExactly(
              new Problem(
                  STEP_WITHOUT_DEPENDENCY,
                  "spec.steps[0].dependsOn",
                  "'qa' would start at once; name what it waits for, such as 'dev'"),
              new Problem(
                  UNREACHABLE_STEP,
                  "spec.steps[1]",
                  "'stage' cannot be reached from 'dev'; mend what it depends on first"));
    }

    @Test
    void mayHaveTenThousandStepsAndNotOneMore() {
      List<FlowStep> steps = chain(10_001);

      assertThat(problems(steps.toArray(FlowStep[]::new)))
          .containsExactly(new Problem(LIMIT, "spec.steps", "10001 steps, the limit is 10000"));
    }

    @Test
    void isRefusedForItsSizeAloneWhereItIsTooLarge() {
      List<FlowStep> steps = Collections.nCopies(10_001, FlowStep.of("qa"));

      assertThat(problems(steps.toArray(FlowStep[]::new)))
          .extracting(Problem::code)
          .containsExactly(LIMIT);
    }

    @Test
    void isJudgedByTheFirstOfTwoStepsOfOneEnvironment() {
      assertThat(
              problems(
                  FlowStep.of("qa", "stage"), FlowStep.of("stage", "qa"), FlowStep.of("qa", "dev")))
          .extracting(Problem::code)
          .containsExactly(DUPLICATE_STEP, FLOW_CYCLE);
    }

    @Test
    void isToldWithAllItsFaultsAtOnce() {
      assertThat(
              problems(
                  FlowStep.of("qa"),
                  FlowStep.of("qa", "dev"),
                  FlowStep.of("dev", "qa"),
                  FlowStep.of("a", "b", "b"),
                  FlowStep.of("b", "a"),
                  FlowStep.of("c", "nowhere"),
                  FlowStep.of("d", "c")))
          .extracting(Problem::code)
          .containsExactlyInAnyOrder(
              STEP_WITHOUT_DEPENDENCY,
              DUPLICATE_STEP,
              TRIGGER_AS_TARGET,
              DUPLICATE_DEPENDENCY,
              FLOW_CYCLE,
              UNKNOWN_ENVIRONMENT,
              UNREACHABLE_STEP);
    }

    @Test
    void isToldOnlyInPartWhereFaultsAreCountless() {
      List<FlowStep> steps =
          IntStream.range(0, 10_000)
              .mapToObj(each -> FlowStep.of("env-" + each, "no-" + each))
              .toList();

      assertThat(problems(steps.toArray(FlowStep[]::new)))
          .hasSize(101)
          .last()
          .isEqualTo(new Problem(LIMIT, "", "and 9900 more; mend these first"));
    }

    @Test
    void isCheckedQuicklyEvenWhereEverythingWaitsForOneCycle() {
      List<FlowStep> steps = new ArrayList<>(chain(10_000));
      steps.set(0, FlowStep.of("env-0", "env-1"));
      Collections.reverse(steps);

      assertThat(problems(steps.toArray(FlowStep[]::new)))
          .hasSize(100)
          .allMatch(problem -> problem.code() == UNREACHABLE_STEP);
    }
  }

  private static List<FlowStep> chain(int length) {
    return IntStream.range(0, length)
        .mapToObj(each -> FlowStep.of("env-" + each, each == 0 ? "dev" : "env-" + (each - 1)))
        .toList();
  }

  private static List<String> order(FlowStep... steps) {
    return FlowGraph.check(new EnvironmentName("dev"), List.of(steps)).stream()
        .map(EnvironmentName::value)
        .toList();
  }

  private static List<Problem> problems(FlowStep... steps) {
    return catchThrowableOfType(
            InvalidDefinitionException.class,
            () -> FlowGraph.check(new EnvironmentName("dev"), List.of(steps)))
        .problems();
  }
}
