package dev.promotion.release;

import static dev.promotion.fixture.ReleaseStory.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.repository.CommitId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Commits that were given up and may still land, and environments that are given up with them. */
class DoubtTest {

  private static final Problem WHY = new Problem(ProblemCode.TERMINATED, "", "enough");

  private final ReleaseStory running =
      ReleaseStory.ofChain().passTrigger().start("qa").intend("qa").intend("qa");

  private ReleaseStory ended() {
    return running
        .terminate()
        .abandon("qa")
        .then(new ReleaseEnded(ReleaseStatus.TERMINATED, WHY, 1));
  }

  private static ReleaseStory twoInDoubt() {
    return ReleaseStory.of(PromotionFlow.of("twins", "dev", FlowStep.of("qa", "dev")), "qa")
        .passTrigger()
        .start("qa")
        .intend("qa")
        .intend("qa", ReleaseStory.second("qa"))
        .fail("qa", ProblemCode.BRANCH_NOT_FOUND, "is gone")
        .fail("qa", ReleaseStory.second("qa"), ProblemCode.BRANCH_NOT_FOUND, "is gone")
        .then(new ReleaseEnded(ReleaseStatus.FAILED, WHY, 2));
  }

  private static DoubtSettled settled(Optional<CommitId> landed, int inDoubt) {
    return new DoubtSettled(new EnvironmentName("qa"), ReleaseStory.name("qa"), landed, inDoubt);
  }

  @Nested
  class ACommit {

    @Test
    void isNotInDoubtWhileItIsFollowed() {
      assertThat(running.progress("qa").isInDoubt()).isFalse();
    }

    @Test
    void isNotInDoubtOnceItLanded() {
      assertThat(running.land("qa").progress("qa").isInDoubt()).isFalse();

      running.fail("qa", ProblemCode.DEGRADED, "is degraded");

      assertThat(running.progress("qa").phase()).isEqualTo(ApplicationPhase.FAILED);
      assertThat(running.progress("qa").isInDoubt()).isFalse();
    }

    @Test
    void isInDoubtWhenItIsGivenUp() {
      ReleaseStory story = ended();

      assertThat(story.progress("qa").isInDoubt()).isTrue();
      assertThat(story.release().isClosed()).isFalse();
    }

    @Test
    void isInDoubtWhenItsApplicationFails() {
      running.fail("qa", ProblemCode.BRANCH_NOT_FOUND, "is gone");

      assertThat(running.progress("qa").phase()).isEqualTo(ApplicationPhase.FAILED);
      assertThat(running.progress("qa").isInDoubt()).isTrue();
    }

    @Test
    void isNotThereToBeInDoubtWhereNoneWasIntended() {
      ReleaseStory story =
          ReleaseStory.ofChain()
              .passTrigger()
              .start("qa")
              .fail("qa", ProblemCode.BRANCH_NOT_FOUND, "is gone");

      assertThat(story.progress("qa").isInDoubt()).isFalse();
    }

    @Test
    void thatCannotLandAnyMoreIsSettledAndChangesNothingElse() {
      ReleaseStory story = ended();
      ApplicationProgress before = story.progress("qa");
      Instant at = story.release().changedAt().plusSeconds(1);

      story.then(settled(Optional.empty(), 0));

      ApplicationProgress after = story.progress("qa");
      assertThat(after.isInDoubt()).isFalse();
      assertThat(after.commit()).isEmpty();
      assertThat(after.phase()).isEqualTo(before.phase());
      assertThat(after.reason()).isEqualTo(before.reason());
      assertThat(after.intents()).isEqualTo(before.intents());
      assertThat(after.since()).contains(at);
      assertThat(story.release().status()).isEqualTo(ReleaseStatus.TERMINATED);
      assertThat(story.release().isClosed()).isTrue();
    }

    @Test
    void thatLandsLateIsToldWhicheverAttemptItWas() {
      ReleaseStory story = ended();

      story.then(settled(Optional.of(intent(1).commit()), 0));

      ApplicationProgress after = story.progress("qa");
      assertThat(after.isInDoubt()).isFalse();
      assertThat(after.commit()).contains(intent(1).commit());
      assertThat(after.reason()).map(Problem::code).contains(ProblemCode.LANDED_LATE);
      assertThat(after.reason())
          .map(Problem::message)
          .contains(
              "commit "
                  + intent(1).commit().abbreviated()
                  + " landed after the release had ended; keep it, or revert it");
      assertThat(story.release().isClosed()).isTrue();
    }

    @Test
    void thatIsSettledLeavesTheReleaseOpenForOthersInDoubt() {
      ReleaseStory story = twoInDoubt();

      story.then(settled(Optional.empty(), 1));

      assertThat(story.release().isClosed()).isFalse();
      assertThat(story.progress("qa").isInDoubt()).isFalse();
      assertThat(story.progress("qa", ReleaseStory.second("qa")).isInDoubt()).isTrue();
    }

    @Test
    void isNotSettledTwice() {
      ReleaseStory story = twoInDoubt().then(settled(Optional.empty(), 1));

      assertThatIllegalStateException()
          .isThrownBy(() -> story.then(settled(Optional.of(intent(1).commit()), 1)))
          .withMessageContaining("no such commit is in doubt");
    }

    @Test
    void isNotSettledWithMoreDoubtsLeftThanThereAre() {
      ReleaseStory story = ended();

      assertThatIllegalStateException()
          .isThrownBy(() -> story.then(settled(Optional.empty(), 1)))
          .withMessageContaining("0 commits are in doubt, not 1");
    }
  }

  /** Beside qa, which is followed by production, stand docs, which are followed by archive. */
  @Nested
  class AFailureBeside {

    private final ReleaseStory story =
        ReleaseStory.of(
                PromotionFlow.of(
                    "beside",
                    "dev",
                    FlowStep.of("qa", "dev"),
                    FlowStep.of("production", "qa"),
                    FlowStep.of("docs", "dev"),
                    FlowStep.of("archive", "docs"),
                    FlowStep.of("vault", "archive")))
            .passTrigger()
            .start("qa")
            .start("docs");

    @Test
    void skipsWhatFollowsAndNothingElse() {
      story.fail("docs", ProblemCode.BRANCH_NOT_FOUND, "is gone");

      assertThat(status("archive")).isEqualTo(EnvironmentStatus.SKIPPED);
      assertThat(status("vault")).isEqualTo(EnvironmentStatus.SKIPPED);
      assertThat(status("qa")).isEqualTo(EnvironmentStatus.RUNNING);
      assertThat(status("production")).isEqualTo(EnvironmentStatus.PENDING);
    }

    @Test
    void doesNotSkipWhatFollowsASuccess() {
      story.intend("qa").land("qa").healthy("qa").succeed("qa");

      story.fail("docs", ProblemCode.BRANCH_NOT_FOUND, "is gone");

      assertThat(status("qa")).isEqualTo(EnvironmentStatus.SUCCEEDED);
      assertThat(status("production")).isEqualTo(EnvironmentStatus.PENDING);
      assertThat(status("vault")).isEqualTo(EnvironmentStatus.SKIPPED);
    }

    @Test
    void leavesEnvironmentsThatHaveEndedAsTheyAre() {
      story.intend("qa").land("qa").healthy("qa").succeed("qa").start("production");

      story.fail("production", ProblemCode.BRANCH_NOT_FOUND, "is gone");
      story.fail("docs", ProblemCode.BRANCH_NOT_FOUND, "is gone");

      assertThat(status("production")).isEqualTo(EnvironmentStatus.FAILED);
      assertThat(status("docs")).isEqualTo(EnvironmentStatus.FAILED);
      assertThat(status("archive")).isEqualTo(EnvironmentStatus.SKIPPED);
    }

    private EnvironmentStatus status(String environment) {
      return story.environment(environment).status();
    }
  }
}
