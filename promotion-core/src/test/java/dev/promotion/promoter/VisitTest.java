package dev.promotion.promoter;

import static dev.promotion.promoter.PromoterFixture.ID;
import static dev.promotion.promoter.PromoterFixture.PLACE;
import static dev.promotion.promoter.PromoterFixture.SHOP_QA;
import static dev.promotion.promoter.PromoterFixture.fault;
import static dev.promotion.promoter.PromoterFixture.qa;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.fixture.FakeRepository;
import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.release.Actor;
import dev.promotion.release.ApplicationPhase;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.EnvironmentStatus;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.TerminationRequested;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.repository.CommitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {

  private static final Duration POLL = Duration.ofSeconds(2);

  private final PromoterFixture fixture = new PromoterFixture();
  private final FakeRepository repository = fixture.repository;

  @Nested
  class WithoutTrouble {

    @Test
    void doesAllThatCanBeDoneNow() {
      NextVisit next = visit(fixture.started(ID));

      assertThat(next.release().environments())
          .extracting(each -> each.status())
          .containsExactly(
              EnvironmentStatus.RUNNING, EnvironmentStatus.PENDING, EnvironmentStatus.PENDING);
      assertThat(next.at()).hasValue(now().plus(POLL));
    }

    @Test
    void goesOnWhereTheLastOneLeftOff() {
      Release release = fixture.started(ID);
      for (int visits = 0; visits < 20 && !release.status().isEnd(); visits++) {
        release = visit(fixture.journal.load(ID)).release();
        fixture.clock.advance(Duration.ofSeconds(5));
      }

      assertThat(release.status()).isEqualTo(ReleaseStatus.SUCCEEDED);
      assertThat(repository.text("envs/qa/values.yaml")).isEqualTo("tag: 2");
      assertThat(repository.text("envs/production/values.yaml")).isEqualTo("tag: 2");
    }

    @Test
    void recordsNothingWhileTheStableWindowLasts() {
      Release release = visit(fixture.started(ID)).release();
      fixture.clock.advance(Duration.ofSeconds(4));

      NextVisit next = visit(release);

      assertThat(next.release()).isEqualTo(release);
      assertThat(next.at()).hasValue(now().plusSeconds(1));
    }

    @Test
    void doesNothingForAReleaseThatHasEnded() {
      Release release = fixture.started(ID);
      release = terminated(release);
      Release ended = visit(release).release();
      assertThat(ended.status()).isEqualTo(ReleaseStatus.TERMINATED);

      assertThat(visit(ended)).isEqualTo(new NextVisit(ended, Optional.empty()));
    }

    @Test
    void recordsACommitBeforeItIsMadeAndItsOutcomeAfter() {
      repository.before(
          "write",
          () ->
              assertThat(qa(fixture.journal.load(ID)).phase())
                  .isEqualTo(ApplicationPhase.COMMITTING));

      Release release = visit(fixture.inQa()).release();

      assertThat(repository.calls()).contains("write");
      assertThat(qa(release).commit()).hasValue(repository.head());
    }
  }

  @Nested
  class WhereAPortFails {

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT", "AUTH"})
    void waitsForWhatMayPass(Fault fault) {
      Release release = fixture.inQa();
      repository.failing("head", fault(fault));

      NextVisit next = visit(release);

      assertThat(qa(next.release()).phase()).isEqualTo(ApplicationPhase.PENDING);
      assertThat(qa(next.release()).reason())
          .hasValue(
              new Problem(
                  ProblemCode.REPOSITORY_UNREACHABLE, PLACE + ": git.example", "does not answer"));
      assertThat(next.at()).hasValue(now().plus(POLL));
    }

    @ParameterizedTest
    @EnumSource(
        names = {"TRANSIENT", "AUTH"},
        mode = EnumSource.Mode.EXCLUDE)
    void failsWhereItWillNotPass(Fault fault) {
      Release release = fixture.inQa();
      repository.failing("head", fault(fault));

      NextVisit next = visit(release);

      assertThat(next.release().status()).isEqualTo(ReleaseStatus.FAILED);
      assertThat(next.release().reason())
          .hasValue(
              new Problem(
                  ProblemCode.REPOSITORY_UNREACHABLE, PLACE + ": git.example", "does not answer"));
      assertThat(next.at()).isEmpty();
    }

    @Test
    void waitsForAnAdapterThatFailsWithoutExplanation() {
      Release release = fixture.inQa();
      repository.failing("head", new IllegalArgumentException("secret token"));

      NextVisit next = visit(release);

      assertThat(next.release().status()).isEqualTo(ReleaseStatus.RUNNING);
      assertThat(qa(next.release()).reason())
          .hasValue(
              new Problem(
                  ProblemCode.ADAPTER_FAILED,
                  PLACE.toString(),
                  "an adapter failed with IllegalArgumentException; the log has the details, the"
                      + " release asks again"));
    }

    @Test
    void waitsForHealthThatCannotBeTold() {
      Release release = visit(fixture.inQa()).release();
      assertThat(qa(release).phase()).isEqualTo(ApplicationPhase.STABILIZING);

      Visit visit =
          new Visit(
              fixture.journal,
              fixture.clock,
              new Commits(fixture.repositories(), fixture.editor),
              new HealthCheck(
                  application -> {
                    throw fault(Fault.TRANSIENT);
                  },
                  fixture.repositories(),
                  fixture.editor),
              release);
      Release next = visit.run(POLL).release();

      assertThat(qa(next).phase()).isEqualTo(ApplicationPhase.SYNCING);
      assertThat(qa(next).reason()).map(Problem::message).hasValue("does not answer");
    }

    @Test
    void servesTheOtherApplicationsAllTheSame() {
      addSecondApplication();
      Release release = fixture.inQa();
      List<String> before = repository.calls();
      repository.before(
          "head",
          () -> {
            if (repository.calls().size() == before.size() + 1) {
              throw fault(Fault.TRANSIENT);
            }
          });

      visit(release);

      assertThat(repository.text("envs/qa/values.yaml")).isEqualTo("tag: 1");
      assertThat(repository.text("envs/qa-2/values.yaml")).isEqualTo("tag: 2");
    }

    @Test
    void looksForACommitWhoseOutcomeNobodyKnows() {
      repository.failing("write", fault(Fault.TRANSIENT));
      Release release = visit(fixture.inQa()).release();
      assertThat(qa(release).phase()).isEqualTo(ApplicationPhase.COMMITTING);
      assertThat(qa(release).reason()).map(Problem::message).hasValue("does not answer");
      CommitId intended = qa(release).intents().get(0).commit();

      repository.working();
      Release later = visit(release).release();

      assertThat(qa(later).commit()).hasValue(intended);
      assertThat(qa(later).intents()).hasSize(1);
      assertThat(repository.head()).isEqualTo(intended);
    }
  }

  @Nested
  class AReasonToWait {

    @Test
    void isRecordedOnce() {
      Release release = fixture.inQa();
      repository.failing("head", fault(Fault.TRANSIENT));

      visits(release, 5, Duration.ofMinutes(5));

      assertThat(waits(release)).hasSize(1);
    }

    @Test
    void isRecordedAgainWhereItIsAnother() {
      Release release = fixture.inQa();
      repository.failing("head", fault(Fault.TRANSIENT));
      visits(release, 1, Duration.ZERO);
      repository.failing("head", new IllegalStateException());
      visits(release, 1, Duration.ZERO);

      assertThat(waits(release))
          .extracting(Problem::code)
          .containsExactly(ProblemCode.REPOSITORY_UNREACHABLE, ProblemCode.ADAPTER_FAILED);
    }

    @Test
    void isRecordedAtMostOnceAMinuteWhereOnlyItsWordsChange() {
      Release release = fixture.inQa();
      int[] attempt = {0};
      repository.before(
          "head",
          () -> {
            attempt[0]++;
            throw new PortException(
                Fault.TRANSIENT,
                new Problem(ProblemCode.REPOSITORY_UNREACHABLE, "", "attempt " + attempt[0]),
                null);
          });

      visits(release, 13, Duration.ofSeconds(10));

      assertThat(waits(release))
          .extracting(Problem::message)
          .containsExactly("attempt 1", "attempt 7", "attempt 13");
    }
  }

  @Nested
  class Contention {

    @Test
    void isBoundedInAVisitAndTold() {
      Release release = fixture.inQa();
      int[] pushes = {0};
      repository.before(
          "write",
          () -> {
            pushes[0]++;
            repository.commit("push " + pushes[0], Map.of("README", "" + pushes[0]));
          });

      Release later = visit(release).release();

      assertThat(pushes[0]).isEqualTo(10);
      assertThat(qa(later).phase()).isEqualTo(ApplicationPhase.COMMITTING);
      assertThat(qa(later).intents()).hasSize(10);
      assertThat(qa(later).reason())
          .hasValue(
              new Problem(
                  ProblemCode.CONTENTION, PLACE.toString(), "others keep moving the branch"));
    }

    @Test
    void endsWithOneCommitOnTopOfTheOthers() {
      Release release = fixture.inQa();
      int[] pushes = {0};
      repository.before(
          "write",
          () -> {
            pushes[0]++;
            if (pushes[0] < 4) {
              repository.commit("push " + pushes[0], Map.of("README", "" + pushes[0]));
            }
          });

      Release later = visit(release).release();

      assertThat(qa(later).intents()).hasSize(4);
      assertThat(qa(later).commit()).hasValue(repository.head());
      assertThat(repository.text("README")).isEqualTo("3");
      assertThat(landed(later)).hasSize(1);
    }
  }

  @Nested
  class TheNextLook {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 20, 40})
    void comesAfterThePollAtFirst(long secondsWithoutChange) {
      assertThat(nextLookAfter(Duration.ofSeconds(secondsWithoutChange))).isEqualTo(POLL);
    }

    @Test
    void comesTheMoreRarelyTheLongerNothingHappens() {
      assertThat(nextLookAfter(Duration.ofMinutes(10))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void comesOnceAMinuteAtTheLeast() {
      assertThat(nextLookAfter(Duration.ofHours(10))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void comesNoMoreOftenThanThePoll() {
      Release release = fixture.started(ID);
      waiting(release);
      fixture.clock.advance(Duration.ofHours(10));

      assertThat(fixture.visit(fixture.journal.load(ID)).run(Duration.ofMinutes(5)).at())
          .hasValue(now().plus(Duration.ofMinutes(5)));
    }

    @Test
    void comesAtTheDeadlineAtTheLatest() {
      Release release = fixture.started(ID);
      waiting(release);
      fixture.clock.set(release.deadline().minusSeconds(1));

      assertThat(visit(fixture.journal.load(ID)).at()).hasValue(release.deadline());
    }

    @Test
    void comesAtTheEndOfTheStableWindow() {
      fixture.stableFor = Duration.ofSeconds(1);

      assertThat(visit(fixture.started(ID)).at()).hasValue(now().plusSeconds(1));
    }

    @Test
    void doesNotComeAtOnceWhereTheClusterLooksTooRarely() {
      fixture.stableFor = Duration.ofSeconds(1);
      Release release = fixture.started(ID);
      fixture.statuses.put(
          release.plan().source().application().name(),
          Optional.of(fixture.healthyAt(repository.head())));
      Release healthy = visit(release).release();
      fixture.clock.advance(Duration.ofSeconds(2));

      NextVisit next = visit(healthy);

      assertThat(next.release()).isEqualTo(healthy);
      assertThat(next.at()).hasValue(now().plus(POLL));
    }

    private Duration nextLookAfter(Duration quiet) {
      waiting(fixture.started(ID));
      fixture.clock.advance(quiet);

      return Duration.between(now(), visit(fixture.journal.load(ID)).at().orElseThrow());
    }

    private void waiting(Release release) {
      ApplicationStatus elsewhere = fixture.healthyAt(repository.parent(repository.head()));
      fixture.statuses.put(release.plan().source().application().name(), Optional.of(elsewhere));
      visit(release);
    }
  }

  @Nested
  class AfterTheDeadline {

    @Test
    void beginsNothingNewAndEndsTheRelease() {
      Release release = fixture.inQa();
      fixture.clock.set(release.deadline());

      Release ended = visit(release).release();

      assertThat(ended.status()).isEqualTo(ReleaseStatus.TERMINATED);
      assertThat(ended.reason()).map(Problem::code).hasValue(ProblemCode.TIMED_OUT);
      assertThat(repository.calls()).doesNotContain("prepare", "write");
    }

    @Test
    void stillSeesWhatHasComeToAGoodEnd() {
      Release release = visit(fixture.inQa()).release();
      assertThat(qa(release).phase()).isEqualTo(ApplicationPhase.STABILIZING);
      fixture.clock.set(release.deadline());

      Release ended = visit(release).release();

      assertThat(qa(ended).phase()).isEqualTo(ApplicationPhase.SUCCEEDED);
      assertThat(ended.status()).isEqualTo(ReleaseStatus.TERMINATED);
    }

    @Test
    void tellsACommitThatLandedUnseen() {
      repository.failing("write", fault(Fault.TRANSIENT));
      Release release = visit(fixture.inQa()).release();
      repository.working();
      landBehindItsBack(release);
      fixture.clock.set(release.deadline());

      Release ended = visit(release).release();

      assertThat(ended.status()).isEqualTo(ReleaseStatus.TERMINATED);
      assertThat(qa(ended).commit()).hasValue(repository.head());
    }

    @Test
    void asksForADoubtAtItsPaceUntilItIsSettled() {
      repository.failing("write", fault(Fault.TRANSIENT));
      Release release = visit(fixture.inQa()).release();
      repository.failing("head", fault(Fault.TRANSIENT));
      fixture.clock.set(release.deadline().plusSeconds(1));

      NextVisit next = visit(release);
      assertThat(next.release().status()).isEqualTo(ReleaseStatus.TERMINATING);
      assertThat(next.at()).hasValue(now().plus(POLL));

      repository.working();
      Release ended = visit(next.release()).release();
      assertThat(ended.status()).isEqualTo(ReleaseStatus.TERMINATED);
      assertThat(qa(ended).commit()).isEmpty();
      assertThat(qa(ended).phase()).isEqualTo(ApplicationPhase.STOPPED);
    }
  }

  @Nested
  class WhenTerminated {

    @Test
    void givesUpACommitThatIsNotThere() {
      repository.failing("write", fault(Fault.TRANSIENT));
      Release release = terminated(visit(fixture.inQa()).release());
      repository.working();
      CommitId head = repository.head();

      Release ended = visit(release).release();

      assertThat(ended.status()).isEqualTo(ReleaseStatus.TERMINATED);
      assertThat(qa(ended).commit()).isEmpty();
      assertThat(repository.head()).isEqualTo(head);
    }
  }

  /** A write whose answer was lost may still arrive after its release was terminated. */
  @Nested
  class AfterTheEnd {

    private NextVisit end() {
      repository.failing("write", fault(Fault.TRANSIENT));
      Release release = terminated(visit(fixture.inQa()).release());
      repository.working();
      return visit(release);
    }

    @Test
    void aCommitThatMayStillLandIsWatched() {
      NextVisit ended = end();

      assertThat(ended.release().status()).isEqualTo(ReleaseStatus.TERMINATED);
      assertThat(ended.release().isClosed()).isFalse();
      assertThat(qa(ended.release()).isInDoubt()).isTrue();
      assertThat(ended.at()).hasValue(now().plus(POLL));
      assertThat(fixture.store.open()).containsExactly(ended.release().id());
    }

    @Test
    void aCommitThatLandsLateIsTold() {
      Release ended = end().release();
      landBehindItsBack(ended);

      NextVisit last = visit(ended);

      assertThat(last.release().status()).isEqualTo(ReleaseStatus.TERMINATED);
      assertThat(last.release().endedAt()).isEqualTo(ended.endedAt());
      assertThat(qa(last.release()).commit()).hasValue(repository.head());
      assertThat(qa(last.release()).reason().orElseThrow().message())
          .isEqualTo(
              "commit "
                  + repository.head().abbreviated()
                  + " landed after the release had ended; keep it, or revert it");
      assertThat(last.at()).isEmpty();
      assertThat(fixture.store.open()).isEmpty();
    }

    @Test
    void aCommitThatItsBranchPassedByIsWatchedNoMore() {
      Release ended = end().release();
      repository.commit("elsewhere", Map.of("README", "more"));

      NextVisit last = visit(ended);

      assertThat(last.release().isClosed()).isTrue();
      assertThat(qa(last.release()).commit()).isEmpty();
      assertThat(qa(last.release()).isInDoubt()).isFalse();
      assertThat(last.at()).isEmpty();
    }

    @Test
    void aBranchThatWasSetBackMayStillTakeTheCommit() {
      Release ended = end().release();
      repository.rewind(repository.parent(repository.head()));

      assertThat(visit(ended).release().isClosed()).isFalse();
    }

    @Test
    void oneOfTwoThatCannotBeAskedForIsAskedForInTheNextVisit() {
      addSecondApplication();
      Release ended = end().release();
      land(applicationsOfQa(ended).get(1));
      AtomicInteger asked = new AtomicInteger();
      repository.before(
          "head",
          () -> {
            if (asked.getAndIncrement() == 0) {
              throw fault(Fault.TRANSIENT);
            }
          });

      Release next = visit(ended).release();

      assertThat(asked).hasValue(2);
      assertThat(applicationsOfQa(next))
          .extracting(ApplicationProgress::isInDoubt)
          .containsExactly(true, false);
    }

    @Test
    void aBranchThatIsGoneTakesNoCommit() {
      Release ended = end().release();
      repository.failing("head", fault(Fault.NOT_FOUND));

      assertThat(visit(ended).release().isClosed()).isTrue();
    }

    @Test
    void aRepositoryThatDoesNotAnswerIsAskedAgain() {
      Release ended = end().release();
      repository.failing("head", fault(Fault.AUTH));
      fixture.clock.advance(Duration.ofDays(3));

      NextVisit next = visit(ended);

      assertThat(next.release()).isEqualTo(ended);
      assertThat(next.at()).hasValue(now().plus(Duration.ofHours(1)));
    }
  }

  private void addSecondApplication() {
    fixture.catalog.application(
        Application.builder("shop-qa-2")
            .product("shop")
            .environment("qa")
            .source(PromoterFixture.URL.value(), "envs/qa-2", "main")
            .build());
    repository.commit("lay out another", Map.of("envs/qa-2/values.yaml", "tag: 1"));
  }

  private static List<ApplicationProgress> applicationsOfQa(Release release) {
    return release.environments().get(1).applications();
  }

  private Release terminated(Release release) {
    return fixture.append(release, TerminationRequested.of(new Actor("carol"), "too risky"));
  }

  /** The write whose answer was lost came through after all. */
  private void landBehindItsBack(Release release) {
    land(qa(release));
  }

  private void land(ApplicationProgress application) {
    repository.write(repository.prepare(application.intents().get(0).draft()), repository);
  }

  private NextVisit visit(Release release) {
    return fixture.visit(release).run(POLL);
  }

  private void visits(Release release, int times, Duration apart) {
    for (int time = 0; time < times; time++) {
      visit(fixture.journal.load(release.id()));
      fixture.clock.advance(apart);
    }
  }

  private List<Problem> waits(Release release) {
    return fixture.journal.load(release.id()).events().stream()
        .map(RecordedEvent::event)
        .filter(ApplicationWaiting.class::isInstance)
        .map(ApplicationWaiting.class::cast)
        .filter(event -> event.application().equals(SHOP_QA))
        .map(ApplicationWaiting::reason)
        .toList();
  }

  private static List<RecordedEvent> landed(Release release) {
    return release.events().stream().filter(each -> each.event() instanceof CommitLanded).toList();
  }

  private Instant now() {
    return fixture.clock.now();
  }
}
