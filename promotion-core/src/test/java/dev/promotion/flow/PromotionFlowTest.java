package dev.promotion.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionFlowTest {

  private static final EnvironmentName DEV = new EnvironmentName("dev");
  private static final EnvironmentName QA = new EnvironmentName("qa");
  private static final EnvironmentName PRODUCTION = new EnvironmentName("production");

  private final PromotionFlow flow =
      PromotionFlow.of(
          "three-env-promotion", "dev", FlowStep.of("production", "qa"), FlowStep.of("qa", "dev"));

  @Test
  void knowsItsParts() {
    assertThat(flow.name()).isEqualTo(new FlowName("three-env-promotion"));
    assertThat(flow.triggerEnvironment()).isEqualTo(DEV);
    assertThat(flow.steps())
        .containsExactly(FlowStep.of("production", "qa"), FlowStep.of("qa", "dev"));
    assertThat(flow.environments()).containsExactly(DEV, QA, PRODUCTION);
    assertThat(flow.firstTargets()).containsExactly(QA);
    assertThat(flow).hasToString("three-env-promotion");
  }

  @Test
  void knowsWhatEachEnvironmentWaitsFor() {
    assertThat(flow.dependenciesOf(DEV)).isEmpty();
    assertThat(flow.dependenciesOf(QA)).containsExactly(DEV);
    assertThat(flow.dependenciesOf(PRODUCTION)).containsExactly(QA);
  }

  @Test
  void knowsNothingOfOtherEnvironments() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow.dependenciesOf(new EnvironmentName("stage")))
        .withMessage("flow three-env-promotion has no environment stage");
  }

  @Test
  void doesNotStartWithAnEnvironmentThatWaitsForMoreThanTheTrigger() {
    PromotionFlow fan =
        PromotionFlow.of(
            "fan",
            "dev",
            FlowStep.of("eu", "dev"),
            FlowStep.of("us", "dev"),
            FlowStep.of("all", "dev", "eu"));

    assertThat(fan.firstTargets())
        .containsExactly(new EnvironmentName("eu"), new EnvironmentName("us"));
  }

  @Test
  void doesNotChangeWithTheListItWasMadeOf() {
    List<FlowStep> steps = new ArrayList<>(List.of(FlowStep.of("qa", "dev")));
    PromotionFlow made = PromotionFlow.of(new FlowName("f"), DEV, steps, Duration.ofHours(1));

    steps.clear();

    assertThat(made.steps()).hasSize(1);
  }

  @Test
  void equalsAnotherOfTheSameParts() {
    PromotionFlow same =
        PromotionFlow.of(
            "three-env-promotion",
            "dev",
            FlowStep.of("production", "qa"),
            FlowStep.of("qa", "dev"));

    assertThat(flow).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(flow).isNotEqualTo(PromotionFlow.of("f", "dev", FlowStep.of("qa", "dev")));
    assertThat(flow).isNotEqualTo(null);
  }

  @Test
  void isRefusedWithTheFaultsOfItsGraph() {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(
            () ->
                PromotionFlow.of(
                    "f", "dev", FlowStep.of("qa", "stage"), FlowStep.of("stage", "qa")))
        .withMessage(
            "spec.steps[0].dependsOn: steps wait for each other: qa → stage → qa; remove one"
                + " dependsOn [FLOW_CYCLE]");
  }

  @Test
  void needsNameAndTrigger() {
    assertThatNullPointerException()
        .isThrownBy(() -> PromotionFlow.of(null, DEV, List.of(), Duration.ofHours(1)))
        .withMessage("name");
    assertThatNullPointerException()
        .isThrownBy(() -> PromotionFlow.of(new FlowName("f"), null, List.of(), Duration.ofHours(1)))
        .withMessage("trigger");
  }

  @Nested
  class Timeout {

    @Test
    void isADayUnlessTheFlowSaysOtherwise() {
      assertThat(flow.timeout()).isEqualTo(Duration.ofHours(24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT90M", "P90D"})
    void isKept(String text) {
      Duration timeout = Duration.parse(text);

      assertThat(flowOf(timeout).timeout()).isEqualTo(timeout);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "PT2160H0.001S", "PT1000000H"})
    void isRefusedOutsideItsRange(String text) {
      Duration timeout = Duration.parse(text);

      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> flowOf(timeout))
          .withMessage(
              "spec.timeout: %s is not more than zero and at most 90 days; give a time in between"
                  + " [RANGE]",
              timeout)
          .extracting(InvalidDefinitionException::code)
          .isEqualTo(ProblemCode.RANGE);
    }

    private static PromotionFlow flowOf(Duration timeout) {
      return PromotionFlow.of(new FlowName("f"), DEV, List.of(FlowStep.of("qa", "dev")), timeout);
    }
  }

  @Nested
  class Settings {

    private final PromotionFlow full =
        PromotionFlow.builder(new FlowName("full"), DEV)
            .steps(
                List.of(
                    FlowStep.of("qa", "dev")
                        .with(PolicySettings.of(PromotionAction.PULL_REQUEST).before("scan"))
                        .with(hooks("start")),
                    FlowStep.of("production", "qa").with(PolicySettings.NONE.after("smoke"))))
            .hooks(hooks("begin"))
            .postTrigger(new WorkflowName("verify"))
            .description("The way")
            .version("1.00")
            .labels(Map.of("team", "a"))
            .build();

    @Test
    void areKept() {
      assertThat(full.hooks()).isEqualTo(hooks("begin"));
      assertThat(full.steps().get(0).hooks()).isEqualTo(hooks("start"));
      assertThat(full.postTrigger()).hasValue(new WorkflowName("verify"));
      assertThat(full.description()).hasValue("The way");
      assertThat(full.version()).hasValue("1.00");
      assertThat(full.labels()).isEqualTo(Map.of("team", "a"));
    }

    @Test
    void areNoneUnlessSaid() {
      assertThat(flow.hooks()).isEqualTo(Hooks.NONE);
      assertThat(flow.steps().get(0).policy()).isEqualTo(PolicySettings.NONE);
      assertThat(flow.settingsOf(DEV)).isEqualTo(PolicySettings.NONE);
      assertThat(flow.postTrigger()).isEmpty();
      assertThat(flow.description()).isEmpty();
      assertThat(flow.version()).isEmpty();
      assertThat(flow.labels()).isEmpty();
    }

    @Test
    void areKnownByTheirEnvironment() {
      assertThat(full.settingsOf(DEV)).isEqualTo(PolicySettings.NONE.after("verify"));
      assertThat(full.settingsOf(QA))
          .isEqualTo(PolicySettings.of(PromotionAction.PULL_REQUEST).before("scan"));
      assertThat(full.settingsOf(PRODUCTION)).isEqualTo(PolicySettings.NONE.after("smoke"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> full.settingsOf(new EnvironmentName("stage")))
          .withMessage("flow full has no environment stage");
    }

    private static Hooks hooks(String onStart) {
      return new Hooks(
          Optional.of(new WorkflowName(onStart)),
          Optional.empty(),
          Optional.of(new WorkflowName("cry")));
    }
  }
}
