package dev.promotion.promoter;

import static dev.promotion.fixture.ReleaseStory.ID;
import static dev.promotion.fixture.ReleaseStory.START;
import static dev.promotion.fixture.ReleaseStory.name;
import static dev.promotion.fixture.ReleaseStory.second;
import static dev.promotion.problem.ProblemCode.DEGRADED;
import static dev.promotion.problem.ProblemCode.REPOSITORY_UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.ReleaseEvent.DeadlinePassed;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DecisionTest {

  private static final Instant NOW = START.plusSeconds(100);
  private static final Instant DEADLINE = START.plus(Duration.ofHours(24));

  private final ReleaseStory chain = ReleaseStory.ofChain();
  private final ReleaseStory diamond = ReleaseStory.ofDiamond();
  private final ReleaseStory twins =
      ReleaseStory.of(
          PromotionFlow.of(
              "twins", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa")),
          "qa");

  @Nested
  class InTime {

    @Test
    void startsTheTriggerEnvironmentFirst() {
      assertThat(actions(chain)).containsExactly(start("dev"));
    }

    @Test
    void looksAtTheSourceInTheTriggerEnvironment() {
      chain.start("dev");

      assertThat(actions(chain)).containsExactly(observe(chain, "dev"));
    }

    @Test
    void goesOnLookingThroughTheStableWindow() {
      chain.start("dev").healthy("dev");

      assertThat(actions(chain)).containsExactly(observe(chain, "dev"));
    }

    @Test
    void startsAnEnvironmentOnlyAfterTheOneBeforeIt() {
      assertThat(actions(chain.passTrigger())).containsExactly(start("qa"));
      assertThat(actions(chain.pass("qa"))).containsExactly(start("production"));
    }

    @Test
    void commitsToEveryApplicationOfATarget() {
      twins.passTrigger().start("qa");

      assertThat(actions(twins))
          .containsExactly(commit("qa", name("qa"), true), commit("qa", second("qa"), true));
    }

    @Test
    void goesOnWithACommitInDoubt() {
      chain.passTrigger().start("qa").intend("qa");

      assertThat(actions(chain)).containsExactly(commit("qa", name("qa"), true));
    }

    @Test
    void looksAtAnApplicationOnceItsCommitIsThere() {
      chain.passTrigger().start("qa").intend("qa").land("qa");

      assertThat(actions(chain)).containsExactly(observe(chain, "qa"));
    }

    @Test
    void doesWhatEachApplicationNeeds() {
      twins.passTrigger().start("qa").intend("qa").land("qa");

      assertThat(actions(twins))
          .containsExactly(observe(twins, "qa"), commit("qa", second("qa"), true));
    }

    @Test
    void startsParallelBranchesTogether() {
      assertThat(actions(diamond.passTrigger())).containsExactly(start("qa-eu"), start("qa-us"));
    }

    @Test
    void joinsBranchesOnlyAfterAllOfThem() {
      diamond.passTrigger().pass("qa-eu");
      assertThat(actions(diamond)).containsExactly(start("qa-us"));

      diamond.start("qa-us").intend("qa-us").land("qa-us").healthy("qa-us");
      assertThat(actions(diamond)).containsExactly(observe(diamond, "qa-us"));

      diamond.succeed("qa-us");
      assertThat(actions(diamond)).containsExactly(start("production"));
    }

    @Test
    void goesOnWithTheSiblingsOfAFailedBranch() {
      diamond.passTrigger().start("qa-eu").fail("qa-eu", DEGRADED, "is degraded");
      assertThat(actions(diamond)).containsExactly(start("qa-us"));

      diamond.start("qa-us");
      assertThat(actions(diamond)).containsExactly(commit("qa-us", name("qa-us"), true));
    }

    @Test
    void onlySettlesADoubtInAnEnvironmentThatFailed() {
      twins.passTrigger().start("qa").intend("qa").fail("qa", second("qa"), DEGRADED, "x");

      assertThat(actions(twins)).containsExactly(commit("qa", name("qa"), false));
    }

    @Test
    void recordsNothingWhereNothingMoves() {
      assertThat(Decision.decide(chain.release(), NOW).otherwise()).isEmpty();
    }

    @Test
    void isTheSameForTheSameReleaseAndTime() {
      diamond.passTrigger().start("qa-us").intend("qa-us");
      ReleaseStory again = ReleaseStory.ofDiamond().passTrigger().start("qa-us").intend("qa-us");

      assertThat(Decision.decide(diamond.release(), NOW))
          .isEqualTo(Decision.decide(diamond.release(), NOW))
          .isEqualTo(Decision.decide(again.release(), NOW));
    }

    @Test
    void isTheSameUntilTheDeadline() {
      chain.passTrigger().start("qa");

      assertThat(Decision.decide(chain.release(), NOW))
          .isEqualTo(Decision.decide(chain.release(), DEADLINE.minusNanos(1)))
          .isNotEqualTo(Decision.decide(chain.release(), DEADLINE));
    }
  }

  @Nested
  class TheTimeToLookAgain {

    @Test
    void isTheDeadlineAtTheLatest() {
      assertThat(lookAgain(chain)).isEqualTo(DEADLINE);
    }

    @Test
    void isTheEndOfTheStableWindow() {
      diamond.passTrigger().start("qa-eu").start("qa-us");
      diamond.changeNothing("qa-eu").changeNothing("qa-us").healthy("qa-us");
      Instant first = diamond.release().changedAt();
      diamond.healthy("qa-eu");

      assertThat(lookAgain(diamond)).isEqualTo(first.plusSeconds(5));
    }

    @Test
    void isTheDeadlineWhereTheStableWindowEndsLater() {
      ReleaseStory late =
          ReleaseStory.ofChain()
              .pace(Duration.ofHours(24).minusSeconds(2))
              .start("dev")
              .pace(Duration.ofSeconds(1))
              .healthy("dev");

      assertThat(lookAgain(late)).isEqualTo(DEADLINE);
    }

    @Test
    void isNeverBecauseOfTimeAloneWhereTheReleaseIsBeingTerminated() {
      chain.start("dev").healthy("dev").passDeadline();

      assertThat(Decision.decide(chain.release(), DEADLINE.plusSeconds(1)).lookAgain())
          .isEqualTo(Instant.MAX);
    }
  }

  @Nested
  class TooLate {

    @Test
    void onlyLooksAndThenSaysSo() {
      diamond.passTrigger().start("qa-eu").start("qa-us").changeNothing("qa-us");

      Decision decision = Decision.decide(diamond.release(), DEADLINE);

      assertThat(decision.actions()).containsExactly(observe(diamond, "qa-us"));
      assertThat(decision.otherwise()).hasValue(new DeadlinePassed());
    }

    @Test
    void beginsNothing() {
      Decision decision = Decision.decide(chain.passTrigger().release(), DEADLINE);

      assertThat(decision.actions()).isEmpty();
      assertThat(decision.otherwise()).hasValue(new DeadlinePassed());
    }

    @Test
    void leavesACommitInDoubtUntilTheReleaseIsBeingTerminated() {
      chain.passTrigger().start("qa").intend("qa");
      assertThat(Decision.decide(chain.release(), DEADLINE).actions()).isEmpty();

      chain.passDeadline();
      assertThat(Decision.decide(chain.release(), DEADLINE).actions())
          .containsExactly(commit("qa", name("qa"), false));
    }

    @Test
    void settlesADoubtInAnEnvironmentThatFailed() {
      twins.passTrigger().start("qa").intend("qa").fail("qa", second("qa"), DEGRADED, "x");

      assertThat(Decision.decide(twins.release(), DEADLINE).actions())
          .containsExactly(commit("qa", name("qa"), false));
    }

    @Test
    void stillEndsWellWhereAllIsDone() {
      chain.passTrigger().pass("qa").pass("production");

      Decision decision = Decision.decide(chain.release(), DEADLINE.plusSeconds(1));

      assertThat(decision.otherwise()).isEmpty();
      assertThat(decision.actions())
          .singleElement()
          .isInstanceOfSatisfying(
              Action.Note.class,
              note ->
                  assertThat(note.event())
                      .isInstanceOfSatisfying(
                          ReleaseEnded.class,
                          end -> assertThat(end.status()).isEqualTo(ReleaseStatus.SUCCEEDED)));
    }
  }

  @Nested
  class WhileTerminating {

    @Test
    void endsAtOnceWhereNoCommitIsInDoubt() {
      diamond.passTrigger().start("qa-eu").changeNothing("qa-eu").terminate();

      assertThat(actions(diamond))
          .containsExactly(
              new Action.Note(
                  new ReleaseEnded(
                      ReleaseStatus.TERMINATED,
                      new Problem(ProblemCode.TERMINATED, "", "terminated by carol: too risky"))));
    }

    @Test
    void onlySettlesDoubtsBeforeThat() {
      diamond.passTrigger().start("qa-eu").start("qa-us").intend("qa-us").terminate();

      assertThat(actions(diamond)).containsExactly(commit("qa-us", name("qa-us"), false));

      diamond.waitFor("qa-us", REPOSITORY_UNREACHABLE, "is down");
      assertThat(actions(diamond)).containsExactly(commit("qa-us", name("qa-us"), false));

      diamond.land("qa-us");
      assertThat(actions(diamond)).singleElement().isInstanceOf(Action.Note.class);
    }

    @Test
    void endsOnceACommitIsGivenUp() {
      chain.passTrigger().start("qa").intend("qa").terminate().abandon("qa");

      assertThat(actions(chain)).singleElement().isInstanceOf(Action.Note.class);
    }
  }

  @Nested
  class TheEnd {

    @Test
    void isGoodWhereEveryEnvironmentSucceeded() {
      chain.passTrigger().pass("qa").pass("production");

      assertThat(actions(chain))
          .containsExactly(
              new Action.Note(
                  new ReleaseEnded(
                      ReleaseStatus.SUCCEEDED,
                      new Problem(
                          ProblemCode.PROMOTED,
                          "",
                          "shop 2.4.1 runs healthy in dev, qa, production"))));
    }

    @Test
    void isBadForTheReasonOfTheFirstThatFailed() {
      diamond.passTrigger().start("qa-eu").start("qa-us").fail("qa-us", DEGRADED, "us is down");
      diamond.fail("qa-eu", DEGRADED, "eu is down");

      assertThat(actions(diamond))
          .containsExactly(
              new Action.Note(
                  new ReleaseEnded(
                      ReleaseStatus.FAILED,
                      new Problem(
                          DEGRADED,
                          "release " + ID + ", environment qa-eu, application shop-qa-eu",
                          "eu is down; 1 more failed too"))));
    }

    @Test
    void countsOnlyTheApplicationsThatFailed() {
      twins.passTrigger().start("qa").changeNothing("qa").fail("qa", second("qa"), DEGRADED, "x");

      assertThat(actions(twins))
          .singleElement()
          .isInstanceOfSatisfying(
              Action.Note.class,
              note ->
                  assertThat(note.event())
                      .isInstanceOfSatisfying(
                          ReleaseEnded.class,
                          end -> assertThat(end.reason().message()).isEqualTo("x")));
    }

    @Test
    void isBadForTheOneReasonThereIs() {
      chain.start("dev").fail("dev", DEGRADED, "is down");

      assertThat(actions(chain))
          .containsExactly(
              new Action.Note(
                  new ReleaseEnded(
                      ReleaseStatus.FAILED,
                      new Problem(
                          DEGRADED,
                          "release " + ID + ", environment dev, application shop-dev",
                          "is down"))));
    }

    @Test
    void waitsForSiblingsAndDoubts() {
      diamond.passTrigger().start("qa-eu").start("qa-us").intend("qa-eu");
      diamond.fail("qa-us", DEGRADED, "us is down");

      assertThat(actions(diamond)).containsExactly(commit("qa-eu", name("qa-eu"), true));
    }

    @Test
    void isFollowedByNothing() {
      chain.start("dev").fail("dev", DEGRADED, "is down").end(ReleaseStatus.FAILED);

      Decision decision = Decision.decide(chain.release(), NOW);

      assertThat(decision.actions()).isEmpty();
      assertThat(decision.otherwise()).isEmpty();
      assertThat(decision.lookAgain()).isEqualTo(Instant.MAX);
    }
  }

  private static List<Action> actions(ReleaseStory story) {
    return Decision.decide(story.release(), NOW).actions();
  }

  private static Instant lookAgain(ReleaseStory story) {
    return Decision.decide(story.release(), story.release().changedAt()).lookAgain();
  }

  private static Action start(String environment) {
    return new Action.Note(new EnvironmentStarted(new EnvironmentName(environment)));
  }

  private static Action commit(String environment, ApplicationName application, boolean mayWrite) {
    return new Action.Commit(place(environment, application), mayWrite);
  }

  private static Action observe(ReleaseStory story, String environment) {
    return new Action.Observe(place(environment, name(environment)), story.progress(environment));
  }

  private static Place place(String environment, ApplicationName application) {
    return new Place(ID, new EnvironmentName(environment), application);
  }
}
