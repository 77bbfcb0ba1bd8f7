package dev.promotion.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FlowGraphLawsTest {

  private static final EnvironmentName TRIGGER = new EnvironmentName("dev");

  @Property
  void everyEnvironmentComesOnceAndAfterAllThatItDependsOn(@ForAll("graphs") List<FlowStep> steps) {
    PromotionFlow flow =
        PromotionFlow.of("random", TRIGGER.value(), steps.toArray(FlowStep[]::new));

    assertThat(flow.environments())
        .hasSize(steps.size() + 1)
        .doesNotHaveDuplicates()
        .startsWith(TRIGGER);
    for (FlowStep step : steps) {
      int place = flow.environments().indexOf(step.environment());
      assertThat(step.dependsOn())
          .allMatch(each -> flow.environments().indexOf(each) < place)
          .isEqualTo(flow.dependenciesOf(step.environment()));
    }
  }

  @Property
  void someEnvironmentStartsRightAfterTheTrigger(@ForAll("graphs") List<FlowStep> steps) {
    PromotionFlow flow =
        PromotionFlow.of("random", TRIGGER.value(), steps.toArray(FlowStep[]::new));

    assertThat(flow.firstTargets())
        .isNotEmpty()
        .allMatch(each -> flow.dependenciesOf(each).equals(List.of(TRIGGER)));
  }

  @Property
  void aDependencyThatLeadsBackIsAlwaysFound(
      @ForAll("graphs") List<FlowStep> steps, @ForAll Random random) {
    List<FlowStep> closed = new ArrayList<>(steps);
    FlowStep late = steps.get(random.nextInt(steps.size()));
    EnvironmentName early = somethingBefore(late.environment(), steps, random);
    closed.replaceAll(
        step -> step.environment().equals(early) ? also(step, late.environment()) : step);

    InvalidDefinitionException refused =
        catchThrowableOfType(
            InvalidDefinitionException.class, () -> FlowGraph.check(TRIGGER, closed));

    assertThat(refused.problems())
        .anyMatch(problem -> problem.code() == ProblemCode.FLOW_CYCLE)
        .allMatch(
            problem ->
                problem.code() == ProblemCode.FLOW_CYCLE
                    || problem.code() == ProblemCode.UNREACHABLE_STEP
                    || problem.code() == ProblemCode.DUPLICATE_DEPENDENCY);
  }

  /** Each environment depends on some of those made before it; then the list is shuffled. */
  @Provide
  Arbitrary<List<FlowStep>> graphs() {
    return Arbitraries.randomValue(FlowGraphLawsTest::graph);
  }

  private static List<FlowStep> graph(Random random) {
    List<EnvironmentName> made = new ArrayList<>(List.of(TRIGGER));
    List<FlowStep> steps = new ArrayList<>();
    int size = 1 + random.nextInt(30);
    for (int index = 0; index < size; index++) {
      EnvironmentName name = new EnvironmentName("env-" + index);
      List<EnvironmentName> dependencies = new ArrayList<>(made);
      Collections.shuffle(dependencies, random);
      int count = 1 + random.nextInt(Math.min(4, made.size()));
      steps.add(new FlowStep(name, dependencies.subList(0, count)));
      made.add(name);
    }
    Collections.shuffle(steps, random);
    return steps;
  }

  /** Walks back from an environment at random; it may stay where it is. */
  private static EnvironmentName somethingBefore(
      EnvironmentName start, List<FlowStep> steps, Random random) {
    Set<EnvironmentName> before = new HashSet<>(Set.of(start));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (FlowStep step : steps) {
        if (before.contains(step.environment())) {
          grew |= before.addAll(step.dependsOn());
        }
      }
    }
    before.remove(TRIGGER);
    List<EnvironmentName> candidates = new ArrayList<>(before);
    Collections.sort(candidates);
    return candidates.get(random.nextInt(candidates.size()));
  }

  private static FlowStep also(FlowStep step, EnvironmentName dependency) {
    List<EnvironmentName> dependencies = new ArrayList<>(step.dependsOn());
    dependencies.add(dependency);
    return new FlowStep(step.environment(), dependencies);
  }
}
