package dev.promotion.release;

import static dev.promotion.fixture.ReleaseStory.commit;
import static dev.promotion.fixture.ReleaseStory.name;
import static dev.promotion.problem.ProblemCode.DEGRADED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.problem.Problem;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.DeadlinePassed;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.repository.CommitId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IllegalEventsTest {

  private static final EnvironmentName QA = new EnvironmentName("qa");
  private static final Problem REASON = new Problem(DEGRADED, "", "is degraded");

  @Nested
  class ASequence {

    @Test
    void beginsWithTheStart() {
      RecordedEvent other =
          new RecordedEvent(1, ReleaseStory.START, new DeadlinePassed(), Seal.NONE);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Release.replay(List.of(other)))
          .withMessage("the events do not begin with the start of a release");
      assertThatIllegalArgumentException().isThrownBy(() -> Release.replay(List.of()));
    }

    @Test
    void countsFromOne() {
      RecordedEvent first = ReleaseStory.ofChain().release().events().get(0);
      RecordedEvent second = new RecordedEvent(2, first.at(), first.event(), first.seal());

      assertThatIllegalArgumentException().isThrownBy(() -> Release.replay(List.of(second)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RecordedEvent(0, first.at(), first.event(), first.seal()))
          .withMessage("sequences count from 1: 0");
    }

    @ParameterizedTest
    @EnumSource
    void hasNoGapAndNoRepetition(Wrong wrong) {
      Release release = ReleaseStory.ofChain().passTrigger().release();

      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  release.apply(
                      new RecordedEvent(
                          wrong.sequence,
                          release.changedAt(),
                          new DeadlinePassed(),
                          release.seal())))
          .withMessage(
              "release 0123456789abcdef01234567 is at 4, so event %d is not its next",
              wrong.sequence);
    }

    private enum Wrong {
      AGAIN(4),
      EARLIER(1),
      GAP(6);

      private final long sequence;

      Wrong(long sequence) {
        this.sequence = sequence;
      }
    }

    @Test
    void startsOnlyOnce() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  ReleaseStory.ofChain()
                      .then(
                          new ReleaseStarted(
                              ReleaseStory.ID, ReleaseStory.ofChain().release().plan())))
          .withMessage("a release starts only once");
    }

    @Test
    void hasNothingAfterItsEnd() {
      ReleaseStory ended = ReleaseStory.ofChain().terminate().end(ReleaseStatus.TERMINATED, REASON);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> ended.start("dev"))
          .withMessage(
              "release 0123456789abcdef01234567 is TERMINATED; this does not follow:"
                  + " EnvironmentStarted[environment=dev]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ended.end(ReleaseStatus.TERMINATED, REASON));
    }
  }

  @Nested
  class AnEnvironment {

    @Test
    void isOneOfTheFlow() {
      illegalArgument(story -> story.start("stage"), "the flow has no environment stage");
      illegalArgument(
          story -> story.then(new ApplicationWaiting(new EnvironmentName("x"), name("x"), REASON)),
          "the flow has no environment x");
    }

    @Test
    void startsOnlyOnce() {
      illegal(
          story -> story.start("dev").start("dev"), "an environment starts only once: dev RUNNING");
      illegal(
          story -> story.passTrigger().start("dev"),
          "an environment starts only once: dev SUCCEEDED");
      illegal(
          story -> story.start("dev").fail("dev", DEGRADED, "x").start("qa"),
          "an environment starts only once: qa SKIPPED");
    }

    @Test
    void startsOnlyAfterAllThatItDependsOn() {
      illegal(story -> story.start("qa"), "qa starts only after dev");
      illegal(story -> story.start("dev").start("qa"), "qa starts only after dev");
      illegal(story -> story.passTrigger().start("production"), "production starts only after qa");
    }

    @Test
    void doesNotStartOnceTheReleaseIsBeingTerminated() {
      illegal(
          story -> story.passTrigger().terminate().start("qa"),
          "nothing new begins in a release that is being terminated");
    }

    @Test
    void concernsOnlyItsOwnApplications() {
      illegal(
          story ->
              inQa(story).then(new ApplicationWaiting(QA, new ApplicationName("shop-dev"), REASON)),
          "no event may concern shop-dev in qa RUNNING");
    }

    @Test
    void concernsNoApplicationBeforeItStarted() {
      illegal(
          story -> story.intend("qa"), "nothing is committed in an environment that does not run");
      illegal(
          story -> story.waitFor("qa", DEGRADED, "x"),
          "no event may concern shop-qa in qa PENDING");
    }

    @Test
    void isCommittedToOnlyWhileItRuns() {
      ReleaseStory failed = inQa(ReleaseStory.ofChain()).intend("qa").fail("qa", DEGRADED, "x");

      assertThatIllegalStateException().isThrownBy(() -> failed.intend("qa"));
    }
  }

  @Nested
  class AnApplication {

    @Test
    void isNoLongerConcernedAfterItsEnd() {
      illegal(
          story -> story.passTrigger().waitFor("dev", DEGRADED, "x"),
          "no event may concern shop-dev in dev SUCCEEDED");
      illegal(
          story -> story.start("dev").fail("dev", DEGRADED, "x").healthy("dev"),
          "no event may concern shop-dev in dev FAILED");
    }

    @Test
    void countsItsAttempts() {
      illegal(
          story -> inQa(story).then(new CommitIntended(QA, name("qa"), ReleaseStory.intent(2))),
          "the event does not follow what is known of shop-qa PENDING");
      illegal(
          story ->
              inQa(story)
                  .intend("qa")
                  .then(new CommitIntended(QA, name("qa"), ReleaseStory.intent(1))),
          "the event does not follow what is known of shop-qa COMMITTING");
    }

    @Test
    void landsOnlyACommitThatWasIntended() {
      illegal(
          story -> inQa(story).then(new CommitLanded(QA, name("qa"), commit(101))),
          "the event does not follow what is known of shop-qa PENDING");
      illegal(
          story -> inQa(story).intend("qa").then(new CommitLanded(QA, name("qa"), commit(7))),
          "the event does not follow what is known of shop-qa COMMITTING");
      illegal(
          story -> inQa(story).intend("qa").land("qa").land("qa"),
          "the event does not follow what is known of shop-qa SYNCING");
    }

    @Test
    void isNotCommittedToAgainOnceItHasLanded() {
      illegal(
          story -> inQa(story).intend("qa").land("qa").intend("qa"),
          "the event does not follow what is known of shop-qa SYNCING");
    }

    @Test
    void isNotCommittedToInTheTriggerEnvironment() {
      illegal(
          story -> story.start("dev").intend("dev"),
          "the event does not follow what is known of shop-dev SYNCING");
    }

    @Test
    void givesUpOnlyACommitInDoubt() {
      illegal(
          story -> inQa(story).terminate().abandon("qa"),
          "the event does not follow what is known of shop-qa PENDING");
    }

    @Test
    void givesUpNoCommitThatMayStillBeMade() {
      illegal(
          story -> inQa(story).intend("qa").abandon("qa"),
          "a commit that may still be made is not given up");
    }

    @Test
    void needsNoCommitOnlyBeforeOneHasLanded() {
      illegal(
          story -> inQa(story).intend("qa").land("qa").changeNothing("qa"),
          "the event does not follow what is known of shop-qa SYNCING");
    }

    @Test
    void isHealthyOnlyAfterItsCommit() {
      illegal(
          story -> inQa(story).healthy("qa"),
          "the event does not follow what is known of shop-qa PENDING");
      illegal(
          story -> story.start("dev").healthy("dev").healthy("dev"),
          "the event does not follow what is known of shop-dev STABILIZING");
    }

    @Test
    void succeedsOnlyAfterItWasHealthy() {
      illegal(
          story -> story.start("dev").succeed("dev"),
          "the event does not follow what is known of shop-dev SYNCING");
    }
  }

  @Nested
  class ARelease {

    @Test
    void isTerminatedOnlyOnce() {
      illegal(
          story -> story.terminate().terminate(),
          "nothing new begins in a release that is being terminated");
      illegal(
          story -> story.passDeadline().terminate(),
          "nothing new begins in a release that is being terminated");
      illegal(
          story -> story.terminate().passDeadline(),
          "nothing new begins in a release that is being terminated");
    }

    @Test
    void intendsNothingNewOnceItIsBeingTerminated() {
      illegal(
          story -> inQa(story).terminate().intend("qa"),
          "nothing new begins in a release that is being terminated");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "FAILED", "TERMINATED"})
    void doesNotEndWhileItRuns(ReleaseStatus end) {
      illegal(
          story -> story.passTrigger().end(end),
          "a release that is RUNNING with [dev SUCCEEDED, qa PENDING, production PENDING] is not "
              + end);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "TERMINATED"})
    void endsOnlyAsFailedWhereAnEnvironmentFailed(ReleaseStatus end) {
      illegal(
          story -> story.start("dev").fail("dev", DEGRADED, "x").end(end),
          "a release that is RUNNING with [dev FAILED, qa SKIPPED, production SKIPPED] is not "
              + end);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "TERMINATED"})
    void endsOnlyAsSucceededWhereAllDid(ReleaseStatus end) {
      illegal(
          story -> story.passTrigger().pass("qa").pass("production").end(end),
          "a release that is RUNNING with [dev SUCCEEDED, qa SUCCEEDED, production SUCCEEDED] is"
              + " not "
              + end);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "FAILED"})
    void endsOnlyAsTerminatedWhereThatWasAsked(ReleaseStatus end) {
      illegal(
          story -> story.passTrigger().pass("qa").pass("production").terminate().end(end),
          "a release that is TERMINATING with [dev SUCCEEDED, qa SUCCEEDED, production SUCCEEDED]"
              + " is not "
              + end);
    }

    @Test
    void doesNotEndWhileACommitIsInDoubt() {
      illegal(
          story -> inQa(story).intend("qa").terminate().end(ReleaseStatus.TERMINATED),
          "a release that is TERMINATING with [dev SUCCEEDED, qa RUNNING, production PENDING] is"
              + " not TERMINATED");
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "RUNNING", "SUSPENDED", "TERMINATING"})
    void endsOnlyWithAnEnd(ReleaseStatus status) {
      assertThat(status.isEnd()).isFalse();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ReleaseEnded(status, REASON))
          .withMessage(status + " is not an end");
    }
  }

  @Nested
  class ADoubt {

    @Test
    void isCountedFromZero() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ReleaseEnded(ReleaseStatus.TERMINATED, REASON, -1))
          .withMessage("not a number of applications: -1");
    }

    @Test
    void isCountedAtTheEnd() {
      illegal(
          story ->
              inQa(story)
                  .intend("qa")
                  .terminate()
                  .abandon("qa")
                  .then(new ReleaseEnded(ReleaseStatus.TERMINATED, REASON, 2)),
          "1 commits are in doubt, not 2");
    }

    @Test
    void isSettledOnlyAfterTheEnd() {
      thrown(
          story -> inQa(story).intend("qa").then(settled("shop-qa", Optional.empty())),
          IllegalArgumentException.class);
    }

    @Test
    void isSettledOnlyOfAnApplicationThatHasOne() {
      thrown(
          story -> ended(story).then(settled("shop-uat", Optional.empty())),
          IllegalStateException.class);
    }

    @Test
    void isSettledOnlyByACommitThatWasIntended() {
      illegal(
          story -> ended(story).then(settled("shop-qa", Optional.of(ReleaseStory.SOURCE))),
          "no such commit is in doubt in shop-qa STOPPED");
    }

    private static ReleaseStory ended(ReleaseStory story) {
      return inQa(story)
          .intend("qa")
          .terminate()
          .abandon("qa")
          .then(new ReleaseEnded(ReleaseStatus.TERMINATED, REASON, 1));
    }

    private static DoubtSettled settled(String application, Optional<CommitId> landed) {
      return new DoubtSettled(QA, new ApplicationName(application), landed, 0);
    }
  }

  @Test
  void aRefusedEventLeavesTheReleaseAsItWas() {
    ReleaseStory story = ReleaseStory.ofChain().passTrigger();
    Release before = story.release();

    assertThatIllegalStateException().isThrownBy(() -> story.start("production"));

    assertThat(story.release()).isEqualTo(before);
  }

  private static ReleaseStory inQa(ReleaseStory story) {
    return story.passTrigger().start("qa");
  }

  private static void illegal(UnaryOperator<ReleaseStory> events, String message) {
    thrown(events, IllegalStateException.class).withMessage(message);
  }

  private static void illegalArgument(UnaryOperator<ReleaseStory> events, String message) {
    thrown(events, IllegalArgumentException.class).withMessage(message);
  }

  private static <T extends RuntimeException> ThrowableAssertAlternative<T> thrown(
      UnaryOperator<ReleaseStory> events, Class<T> type) {
    return assertThatExceptionOfType(type).isThrownBy(() -> events.apply(ReleaseStory.ofChain()));
  }
}
