package dev.promotion.release;

import static dev.promotion.fixture.ReleaseStory.START;
import static dev.promotion.fixture.ReleaseStory.commit;
import static dev.promotion.fixture.ReleaseStory.name;
import static dev.promotion.fixture.ReleaseStory.second;
import static dev.promotion.problem.ProblemCode.DEGRADED;
import static dev.promotion.problem.ProblemCode.REPOSITORY_UNREACHABLE;
import static dev.promotion.problem.ProblemCode.WAITING_FOR_SYNC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.ProductName;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReleaseTest {

  private static final EnvironmentName QA = new EnvironmentName("qa");

  private final ReleaseStory chain = ReleaseStory.ofChain();
  private final ReleaseStory diamond = ReleaseStory.ofDiamond();
  private final ReleaseStory twins =
      ReleaseStory.of(
          PromotionFlow.of(
              "twins", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa")),
          "qa");

  @Nested
  class AtItsStart {

    private final Release release = chain.release();

    @Test
    void knowsItsPlan() {
      assertThat(release.id()).isEqualTo(ReleaseStory.ID);
      assertThat(release.product()).isEqualTo(new ProductName("shop"));
      assertThat(release.flow().name()).hasToString("three-env");
      assertThat(release.plan().version()).hasToString("2.4.1");
      assertThat(release).hasToString("release 0123456789abcdef01234567 of shop 2.4.1: RUNNING");
    }

    @Test
    void runsAndHasNoReason() {
      assertThat(release.status()).isEqualTo(ReleaseStatus.RUNNING);
      assertThat(release.reason()).isEmpty();
      assertThat(release.endedAt()).isEmpty();
      assertThat(release.startedAt()).isEqualTo(START);
      assertThat(release.changedAt()).isEqualTo(START);
      assertThat(release.deadline()).isEqualTo(START.plus(Duration.ofHours(24)));
      assertThat(release.version()).isEqualTo(1);
    }

    @Test
    void hasEveryEnvironmentPendingInTheOrderOfTheFlow() {
      assertThat(release.environments())
          .extracting(EnvironmentProgress::toString)
          .containsExactly("dev PENDING", "qa PENDING", "production PENDING");
      assertThat(chain.environment("qa").startedAt()).isEmpty();
      assertThat(chain.environment("qa").endedAt()).isEmpty();
      assertThat(chain.progress("qa").phase()).isEqualTo(ApplicationPhase.PENDING);
      assertThat(chain.progress("qa").since()).isEmpty();
      assertThat(chain.progress("qa").reason()).isEmpty();
      assertThat(chain.progress("qa").expected()).isEmpty();
    }

    @Test
    void hasTheSourceAloneInTheTriggerEnvironment() {
      assertThat(chain.environment("dev").applications())
          .singleElement()
          .satisfies(each -> assertThat(each.application().name()).isEqualTo(name("dev")));
    }

    @Test
    void findsItsTargets() {
      assertThat(release.target(QA, name("qa")))
          .hasValueSatisfying(target -> assertThat(target.environment()).isEqualTo(QA));
      assertThat(release.target(QA, name("dev"))).isEmpty();
      assertThat(release.target(new EnvironmentName("dev"), name("dev"))).isEmpty();
    }

    @Test
    void hasNoOtherEnvironments() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> release.environment(new EnvironmentName("stage")))
          .withMessage(
              "release 0123456789abcdef01234567 has no environment stage, only"
                  + " [dev, qa, production]");
    }
  }

  @Nested
  class InTheTriggerEnvironment {

    @Test
    void expectsTheTriggerCommitAsSoonAsItStarts() {
      chain.start("dev");

      assertThat(chain.environment("dev").status()).isEqualTo(EnvironmentStatus.RUNNING);
      assertThat(chain.environment("dev").startedAt()).hasValue(START.plusSeconds(1));
      assertThat(chain.progress("dev").phase()).isEqualTo(ApplicationPhase.SYNCING);
      assertThat(chain.progress("dev").expected()).hasValue(ReleaseStory.SOURCE);
      assertThat(chain.progress("dev").commit()).isEmpty();
      assertThat(chain.progress("dev").since()).hasValue(START.plusSeconds(1));
    }
  }

  @Nested
  class InATargetEnvironment {

    private final ReleaseStory story = chain.passTrigger().start("qa");

    @Test
    void beginsWithNothingDone() {
      assertThat(story.environment("qa").status()).isEqualTo(EnvironmentStatus.RUNNING);
      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.PENDING);
    }

    @Test
    void isInDoubtWhileACommitIsIntended() {
      story.intend("qa");

      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.COMMITTING);
      assertThat(story.progress("qa").intents()).containsExactly(ReleaseStory.intent(1));
      assertThat(story.progress("qa").commit()).isEmpty();
    }

    @Test
    void keepsEveryIntentOfEveryAttempt() {
      story.intend("qa").intend("qa").intend("qa");

      assertThat(story.progress("qa").intents())
          .containsExactly(ReleaseStory.intent(1), ReleaseStory.intent(2), ReleaseStory.intent(3));
    }

    @Test
    void expectsTheCommitThatLandedWhicheverAttemptItWas() {
      story
          .intend("qa")
          .intend("qa")
          .then(new ReleaseEvent.CommitLanded(QA, name("qa"), commit(101)));

      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.SYNCING);
      assertThat(story.progress("qa").commit()).hasValue(commit(101));
      assertThat(story.progress("qa").expected()).hasValue(commit(101));
    }

    @Test
    void expectsTheHeadWhereNothingHadToChange() {
      story.changeNothing("qa");

      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.SYNCING);
      assertThat(story.progress("qa").commit()).isEmpty();
      assertThat(story.progress("qa").expected()).hasValue(commit(2));
    }

    @Test
    void expectsTheHeadWhereSomebodyElseMadeTheChangeMeanwhile() {
      story.intend("qa").changeNothing("qa");

      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.SYNCING);
      assertThat(story.progress("qa").intents()).hasSize(1);
    }

    @Test
    void tellsWhatItWaitsForInWhateverPhase() {
      story.waitFor("qa", REPOSITORY_UNREACHABLE, "is down");
      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.PENDING);
      assertThat(story.progress("qa").reason()).map(Problem::message).hasValue("is down");

      story.intend("qa");
      assertThat(story.progress("qa").reason()).isEmpty();

      story.waitFor("qa", REPOSITORY_UNREACHABLE, "is down again");
      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.COMMITTING);

      story.land("qa").waitFor("qa", WAITING_FOR_SYNC, "waits for a sync");
      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.SYNCING);
      assertThat(story.progress("qa"))
          .hasToString(
              "shop-qa SYNCING release 0123456789abcdef01234567, environment qa, application"
                  + " shop-qa: waits for a sync [WAITING_FOR_SYNC]");
    }

    @Test
    void startsItsStableWindowAnewWhenHealthIsLost() {
      story.intend("qa").land("qa").healthy("qa");
      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.STABILIZING);

      story.waitFor("qa", DEGRADED, "flaps");

      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.SYNCING);
      assertThat(story.progress("qa").commit()).isPresent();
    }

    @Test
    void succeedsWithItsLastApplication() {
      ReleaseStory story = twins.passTrigger().start("qa").intend("qa").land("qa");
      story.intend("qa", second("qa")).land("qa", second("qa"));

      story.healthy("qa").succeed("qa");
      assertThat(story.environment("qa").status()).isEqualTo(EnvironmentStatus.RUNNING);

      story.healthy("qa", second("qa")).succeed("qa", second("qa"));
      assertThat(story.environment("qa").status()).isEqualTo(EnvironmentStatus.SUCCEEDED);
      assertThat(story.environment("qa").endedAt()).hasValue(story.release().changedAt());
      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.SUCCEEDED);
    }
  }

  @Nested
  class WhenAnApplicationFails {

    @Test
    void failsItsEnvironmentAndStopsTheOthersThere() {
      ReleaseStory story = twins.passTrigger().start("qa").intend("qa").land("qa");

      story.fail("qa", second("qa"), DEGRADED, "is degraded");

      assertThat(story.environment("qa").status()).isEqualTo(EnvironmentStatus.FAILED);
      assertThat(story.progress("qa", second("qa")).phase()).isEqualTo(ApplicationPhase.FAILED);
      assertThat(story.progress("qa", second("qa")).reason()).map(Problem::code).hasValue(DEGRADED);
      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.STOPPED);
      assertThat(story.progress("qa").commit()).isPresent();
      assertThat(story.release().status()).isEqualTo(ReleaseStatus.RUNNING);
    }

    @Test
    void skipsAllThatDependsOnIt() {
      chain.start("dev").fail("dev", DEGRADED, "is degraded");

      assertThat(chain.release().environments())
          .extracting(EnvironmentProgress::status)
          .containsExactly(
              EnvironmentStatus.FAILED, EnvironmentStatus.SKIPPED, EnvironmentStatus.SKIPPED);
      assertThat(chain.environment("production").startedAt()).isEmpty();
      assertThat(chain.environment("production").endedAt()).isEmpty();
      assertThat(chain.progress("production").phase()).isEqualTo(ApplicationPhase.STOPPED);
    }

    @Test
    void letsSiblingsGoOn() {
      diamond.passTrigger().start("qa-eu").start("qa-us").fail("qa-eu", DEGRADED, "is degraded");

      assertThat(diamond.environment("qa-us").status()).isEqualTo(EnvironmentStatus.RUNNING);
      assertThat(diamond.environment("production").status()).isEqualTo(EnvironmentStatus.SKIPPED);

      diamond.intend("qa-us").land("qa-us").healthy("qa-us").succeed("qa-us");
      assertThat(diamond.environment("qa-us").status()).isEqualTo(EnvironmentStatus.SUCCEEDED);
    }

    @Test
    void followsACommitInDoubtUntilItIsKnownWhatBecameOfIt() {
      ReleaseStory story = twins.passTrigger().start("qa").intend("qa");

      story.fail("qa", second("qa"), DEGRADED, "is degraded");
      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.COMMITTING);

      story.waitFor("qa", REPOSITORY_UNREACHABLE, "is down");
      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.COMMITTING);

      story.land("qa");
      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.STOPPED);
      assertThat(story.progress("qa").commit()).hasValue(commit(101));
      assertThat(story.environment("qa").status()).isEqualTo(EnvironmentStatus.FAILED);
    }

    @Test
    void stopsFollowingACommitThatIsGivenUp() {
      ReleaseStory story =
          twins
              .passTrigger()
              .start("qa")
              .intend("qa")
              .fail("qa", second("qa"), DEGRADED, "is degraded")
              .abandon("qa");

      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.STOPPED);
      assertThat(story.progress("qa").commit()).isEmpty();
    }

    @Test
    void mayFailASecondTimeWhereTheCommitInDoubtIsRefused() {
      ReleaseStory story =
          twins
              .passTrigger()
              .start("qa")
              .intend("qa")
              .fail("qa", second("qa"), DEGRADED, "is degraded")
              .fail("qa", ProblemCode.BRANCH_NOT_FOUND, "is gone");

      assertThat(story.progress("qa").phase()).isEqualTo(ApplicationPhase.FAILED);
      assertThat(story.environment("qa").status()).isEqualTo(EnvironmentStatus.FAILED);
    }
  }

  @Nested
  class WhenItIsTerminated {

    @Test
    void tellsWhoWantedItAndWhy() {
      chain.passTrigger().terminate();

      assertThat(chain.release().status()).isEqualTo(ReleaseStatus.TERMINATING);
      assertThat(chain.release().reason())
          .hasValue(new Problem(ProblemCode.TERMINATED, "", "terminated by carol: too risky"));
      assertThat(chain.release().endedAt()).isEmpty();
    }

    @Test
    void tellsThatItsTimeWasOver() {
      chain.passDeadline();

      assertThat(chain.release().status()).isEqualTo(ReleaseStatus.TERMINATING);
      assertThat(chain.release().reason())
          .hasValue(
              new Problem(
                  ProblemCode.TIMED_OUT,
                  "",
                  "not done within 1d, the time that flow three-env gives; look at what it waited"
                      + " for, then trigger it again"));
    }

    @Test
    void leavesWhatHasEndedAndEndsTheRest() {
      chain.passTrigger().start("qa").intend("qa").terminate().land("qa");
      chain.end(ReleaseStatus.TERMINATED, chain.release().reason().orElseThrow());

      assertThat(chain.release().status()).isEqualTo(ReleaseStatus.TERMINATED);
      assertThat(chain.release().endedAt()).hasValue(chain.release().changedAt());
      assertThat(chain.release().environments())
          .extracting(EnvironmentProgress::status)
          .containsExactly(
              EnvironmentStatus.SUCCEEDED, EnvironmentStatus.TERMINATED, EnvironmentStatus.SKIPPED);
      assertThat(chain.progress("qa").phase()).isEqualTo(ApplicationPhase.STOPPED);
      assertThat(chain.progress("qa").commit()).hasValue(commit(101));
      assertThat(chain.progress("production").phase()).isEqualTo(ApplicationPhase.STOPPED);
    }
  }

  @Nested
  class AtItsEnd {

    @Test
    void hasSucceededWhereEveryEnvironmentHas() {
      chain.passTrigger().pass("qa").pass("production").end(ReleaseStatus.SUCCEEDED);

      assertThat(chain.release().status()).isEqualTo(ReleaseStatus.SUCCEEDED);
      assertThat(chain.release().reason()).map(Problem::message).hasValue("it ended");
      assertThat(chain.release().endedAt()).hasValue(chain.release().changedAt());
      assertThat(chain.release().environments())
          .allMatch(each -> each.status() == EnvironmentStatus.SUCCEEDED);
    }

    @Test
    void hasFailedWhereOneFailed() {
      chain.start("dev").fail("dev", DEGRADED, "is degraded").end(ReleaseStatus.FAILED);

      assertThat(chain.release().status()).isEqualTo(ReleaseStatus.FAILED);
    }
  }

  @Nested
  class Equality {

    @Test
    void isThatOfTheEvents() {
      Release one = ReleaseStory.ofChain().passTrigger().pass("qa").release();
      Release same = ReleaseStory.ofChain().passTrigger().pass("qa").release();

      assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
      assertThat(one).isNotEqualTo(ReleaseStory.ofChain().passTrigger().release());
      assertThat(one)
          .isNotEqualTo(
              ReleaseStory.ofChain()
                  .pace(Duration.ofSeconds(2))
                  .passTrigger()
                  .pass("qa")
                  .release());
      assertThat(one).isNotEqualTo(null);
    }

    @Test
    void ofProgressIsThatOfItsParts() {
      ReleaseStory other = ReleaseStory.ofChain();

      assertThat(chain.environment("qa"))
          .isEqualTo(other.environment("qa"))
          .hasSameHashCodeAs(other.environment("qa"))
          .isNotEqualTo(chain.environment("dev"))
          .isNotEqualTo(null);
      assertThat(chain.progress("qa"))
          .isEqualTo(other.progress("qa"))
          .hasSameHashCodeAs(other.progress("qa"))
          .isNotEqualTo(chain.progress("dev"))
          .isNotEqualTo(null);
    }
  }

  @Nested
  class AnEnvironment {

    @Test
    void knowsItsApplicationsByName() {
      assertThat(twins.environment("qa").applications())
          .extracting(each -> each.application().name())
          .containsExactly(name("qa"), second("qa"));
      assertThat(twins.environment("qa").application(new ApplicationName("bank"))).isEmpty();
      assertThat(twins.environment("qa").name()).isEqualTo(QA);
    }
  }
}
