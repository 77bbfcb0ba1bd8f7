package dev.promotion.view;

import static dev.promotion.fixture.ReleaseStory.second;
import static dev.promotion.problem.ProblemCode.DEGRADED;
import static dev.promotion.problem.ProblemCode.REPOSITORY_UNREACHABLE;
import static dev.promotion.problem.ProblemCode.WAITING_FOR_SYNC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.ApplicationPhase;
import dev.promotion.release.EnvironmentStatus;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseViewTest {

  private final ReleaseStory story = ReleaseStory.ofChain();

  @Test
  void showsAReleaseThatHasJustStarted() {
    shows(
        story,
        """
        shop 2.4.1  three-env  RUNNING 0s  by alice  release 0123456789abcdef01234567
          · dev           pending
          · qa            pending
          · production    pending\
        """);
  }

  @Test
  void showsWhereARunningReleaseIs() {
    story.passTrigger().pace(Duration.ofMillis(700)).start("qa").intend("qa");

    shows(
        story,
        """
        shop 2.4.1  three-env  RUNNING 4.4s  by alice  release 0123456789abcdef01234567
          ✓ dev           succeeded  2s
              shop-dev: healthy at 000000001
          ▶ qa            running    0.7s
              shop-qa: committing
          · production    pending\
        """);
  }

  @Test
  void showsWhatARunningReleaseWaitsFor() {
    story.passTrigger().start("qa").intend("qa").land("qa");
    shows(story, 4, "      shop-qa: commit 000000065, waits for a sync to 000000065");

    story.waitFor("qa", WAITING_FOR_SYNC, "waits for a sync to 000000065; runs 000000002");
    shows(
        story, 4, "      shop-qa: commit 000000065, waits for a sync to 000000065; runs 000000002");

    story.healthy("qa");
    shows(
        story,
        4,
        "      shop-qa: commit 000000065, healthy at 000000065, watched whether it stays so");
  }

  @Test
  void showsWhatHoldsBackAnApplicationThatWasNotBegun() {
    story
        .passTrigger()
        .start("qa")
        .then(
            new ApplicationWaiting(
                new EnvironmentName("qa"),
                ReleaseStory.name("qa"),
                new Problem(
                        REPOSITORY_UNREACHABLE, "git.example", "does not answer; it is asked again")
                    .within(
                        "release " + ReleaseStory.ID + ", environment qa, application shop-qa")));

    shows(story, 4, "      shop-qa: git.example: does not answer; it is asked again");
  }

  @Test
  void showsThatNothingHadToChange() {
    story.passTrigger().start("qa").changeNothing("qa");
    shows(story, 4, "      shop-qa: waits for a sync to 000000002");

    story.healthy("qa").succeed("qa");
    shows(story, 4, "      shop-qa: healthy at 000000002");
  }

  @Test
  void showsAReleaseThatSucceeded() {
    story.passTrigger().pace(Duration.ofMinutes(21)).pass("qa").pass("production");
    story.end(
        ReleaseStatus.SUCCEEDED,
        new Problem(ProblemCode.PROMOTED, "", "shop 2.4.1 runs healthy in dev, qa, production"));

    shows(
        story,
        """
        shop 2.4.1  three-env  SUCCEEDED 3h 51m 3s  by alice  release 0123456789abcdef01234567
          ✓ dev           succeeded  2s
              shop-dev: healthy at 000000001
          ✓ qa            succeeded  1h 24m
              shop-qa: commit 000000065, healthy at 000000065
          ✓ production    succeeded  1h 24m
              shop-production: commit 000000065, healthy at 000000065
          succeeded: shop 2.4.1 runs healthy in dev, qa, production\
        """);
  }

  @Test
  void showsWhyAReleaseFailedAndWhatItNeverReached() {
    ReleaseStory twins =
        ReleaseStory.of(
            PromotionFlow.of(
                "twins", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa")),
            "qa");
    twins.passTrigger().start("qa").intend("qa").land("qa").intend("qa", second("qa"));
    twins.land("qa", second("qa"));
    twins.fail("qa", DEGRADED, "is degraded at 000000065 (CrashLoopBackOff)");
    twins.end(ReleaseStatus.FAILED, twins.progress("qa").reason().orElseThrow());

    shows(
        twins,
        """
        shop 2.4.1  twins  FAILED 10s  by alice  release 0123456789abcdef01234567
          ✓ dev           succeeded  2s
              shop-dev: healthy at 000000001
          ✗ qa            failed     5s
              shop-qa: commit 000000065, is degraded at 000000065 (CrashLoopBackOff)
              shop-qa-2: commit 000000065, no longer followed
          - production    skipped
          failed: environment qa, application shop-qa: is degraded at 000000065 \
        (CrashLoopBackOff)\
        """);
  }

  @Test
  void showsWhoTerminatedAReleaseAndWhatStays() {
    story.passTrigger().start("qa").intend("qa").land("qa").terminate();
    shows(story, 0, "shop 2.4.1  three-env  TERMINATING 7s  by alice  release " + ReleaseStory.ID);
    shows(story, 6, "  terminated by carol: too risky");

    story.end(ReleaseStatus.TERMINATED, story.release().reason().orElseThrow());
    shows(
        story,
        """
        shop 2.4.1  three-env  TERMINATED 8s  by alice  release 0123456789abcdef01234567
          ✓ dev           succeeded  2s
              shop-dev: healthy at 000000001
          ■ qa            terminated 4s
              shop-qa: commit 000000065, no longer followed
          - production    skipped
          terminated by carol: too risky\
        """);
  }

  @Test
  void showsThatTheTimeWasOver() {
    story.start("dev").passDeadline();
    story.end(ReleaseStatus.TERMINATED, story.release().reason().orElseThrow());

    shows(
        story,
        5,
        "  terminated: not done within 1d, the time that flow three-env gives; look at what it"
            + " waited for, then trigger it again");
  }

  @Test
  void alignsLongNames() {
    ReleaseStory longNames =
        ReleaseStory.of(
            PromotionFlow.of("long", "dev", FlowStep.of("production-europe-west", "dev")));

    shows(
        longNames,
        """
        shop 2.4.1  long  RUNNING 0s  by alice  release 0123456789abcdef01234567
          · dev                     pending
          · production-europe-west  pending\
        """);
  }

  @Test
  void escapesTextFromOutside() {
    story.passTrigger().start("qa").intend("qa").land("qa");
    story.waitFor("qa", WAITING_FOR_SYNC, "waits\n  ✓ qa  succeeded \u202e");

    shows(story, 4, "      shop-qa: commit 000000065, waits\\n  ✓ qa  succeeded \\u202E");
  }

  @Test
  void everyStatusHasASymbolOfItsOwn() {
    assertThat(EnumSet.allOf(EnvironmentStatus.class))
        .extracting(ReleaseView::symbol)
        .containsExactly("·", "▶", "‖", "✓", "✗", "■", "-");
  }

  @Test
  void everyPhaseHasItsWords() {
    assertThat(EnumSet.allOf(ApplicationPhase.class))
        .extracting(phase -> ReleaseView.did(phase, Optional.of(ReleaseStory.SOURCE)))
        .containsExactly(
            "not begun",
            "committing",
            "waits for a sync to 000000001",
            "healthy at 000000001, watched whether it stays so",
            "healthy at 000000001",
            "failed",
            "no longer followed");
  }

  private static void shows(ReleaseStory story, String text) {
    assertThat(ReleaseView.text(story.release())).isEqualTo(text);
  }

  private static void shows(ReleaseStory story, int line, String text) {
    assertThat(ReleaseView.text(story.release()).lines()).element(line).isEqualTo(text);
  }
}
