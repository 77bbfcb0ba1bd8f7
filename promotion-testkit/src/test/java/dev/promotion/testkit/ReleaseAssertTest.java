package dev.promotion.testkit;

import static dev.promotion.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.promotion.problem.ProblemCode;
import dev.promotion.release.Release;
import dev.promotion.view.ReleaseView;
import org.junit.jupiter.api.Test;

/** What a failing assertion tells. */
class ReleaseAssertTest {

  private final PromotionScenario scenario =
      PromotionScenario.of(Flows.threeEnvironments()).product("cf-101");

  private Release failedInQa() {
    scenario.cluster().degrade("qa");
    return scenario.trigger();
  }

  @Test
  void passesForWhatIsSo() {
    assertThat(failedInQa())
        .failedIn("qa", ProblemCode.DEGRADED)
        .succeededIn("dev")
        .committedIn("qa", 1)
        .neverReached("production");
  }

  @Test
  void showsTheReleaseAsPeopleSeeIt() {
    Release release = failedInQa();

    assertThatThrownBy(() -> assertThat(release).succeeded())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a release that is succeeded")
        .hasMessageContaining(ReleaseView.text(release));
  }

  @Test
  void failsForEveryClaimThatIsNotSo() {
    Release release = failedInQa();

    assertThatThrownBy(() -> assertThat(release).failedIn("dev"))
        .hasMessageContaining("dev to be failed");
    assertThatThrownBy(() -> assertThat(release).failedIn("qa", ProblemCode.SYNC_FAILED))
        .hasMessageContaining("qa to fail because of SYNC_FAILED");
    assertThatThrownBy(() -> assertThat(release).succeededIn("dev", "qa"))
        .hasMessageContaining("qa to be succeeded");
    assertThatThrownBy(() -> assertThat(release).neverReached("qa"))
        .hasMessageContaining("qa never to be reached");
    assertThatThrownBy(() -> assertThat(release).committedIn("qa", 2))
        .hasMessageContaining("2 commits in qa, not 1");
  }

  @Test
  void ofNothingFails() {
    assertThatThrownBy(() -> assertThat((Release) null).succeeded())
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void theScenarioNeedsAtLeastOneApplicationInEachEnvironment() {
    assertThatThrownBy(() -> PromotionScenario.of(Flows.threeEnvironments()).applications("qa", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(scenario.flow().name().value()).isEqualTo("three-env-promotion");
  }
}
