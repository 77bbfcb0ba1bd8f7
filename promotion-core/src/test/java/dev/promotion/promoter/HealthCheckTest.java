package dev.promotion.promoter;

import static dev.promotion.promoter.PromoterFixture.PLACE;
import static dev.promotion.promoter.PromoterFixture.QA;
import static dev.promotion.promoter.PromoterFixture.SHOP_QA;
import static dev.promotion.promoter.PromoterFixture.qa;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.fixture.FakeRepository;
import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.HealthStatus;
import dev.promotion.port.SyncOperation;
import dev.promotion.port.SyncStatus;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.ApplicationHealthy;
import dev.promotion.release.ReleaseEvent.ApplicationSucceeded;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.NothingToChange;
import dev.promotion.release.ReleaseId;
import dev.promotion.repository.CommitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCheckTest {

  private static final ReleaseId ANOTHER = new ReleaseId("f".repeat(24));

  private final PromoterFixture fixture = new PromoterFixture();
  private final FakeRepository repository = fixture.repository;
  private final CommitId before = repository.head();
  private final CommitId ours =
      repository.commit("promote", Map.of("envs/qa/values.yaml", "tag: 2"));
  private Release release = fixture.append(fixture.inQa(), new NothingToChange(QA, SHOP_QA, ours));

  @Nested
  class AHealthyApplication {

    @Test
    void isWatchedFromHereOn() {
      assertThat(look(status().at(ours))).containsExactly(healthyAt(ours));
    }

    @Test
    void isWatchedUntilTheStableWindowIsOver() {
      release = fixture.append(release, healthyAt(ours));
      fixture.clock.advance(Duration.ofSeconds(5).minusNanos(1));
      assertThat(look(status().at(ours))).isEmpty();

      fixture.clock.advance(Duration.ofNanos(1));
      assertThat(look(status().at(ours))).containsExactly(new ApplicationSucceeded(QA, SHOP_QA));
    }

    @Test
    void isStillWatchedWhenOnlyTimeHasPassedSinceItWasObserved() {
      Look early = status().at(ours);
      release = fixture.append(release, healthyAt(ours));

      fixture.clock.advance(Duration.ofHours(1));

      assertThat(look(early)).isEmpty();
    }

    @Test
    void isDoneByTheClockOfTheClusterWhateverTheOwnClockSays() {
      Instant seen = fixture.clock.now().minus(Duration.ofHours(1));
      release = fixture.append(release, new ApplicationHealthy(QA, SHOP_QA, ours, seen));

      assertThat(look(status().at(ours).observed(seen.plusSeconds(4)))).isEmpty();
      assertThat(look(status().at(ours).observed(seen.plusSeconds(5))))
          .containsExactly(new ApplicationSucceeded(QA, SHOP_QA));
    }

    @Test
    void isDoneAtOnceWithoutAStableWindow() {
      fixture.stableFor = Duration.ZERO;
      release = fixture.append(fixture.inQa(ANOTHER), new NothingToChange(QA, SHOP_QA, ours));

      assertThat(look(status().at(ours)))
          .containsExactly(healthyAt(ours), new ApplicationSucceeded(QA, SHOP_QA));
    }

    @Test
    void mayRunALaterRevisionThatStillHoldsOurFiles() {
      CommitId later = repository.commit("other", Map.of("envs/qa/other.yaml", "x"));

      assertThat(look(status().at(later))).containsExactly(healthyAt(later));
    }

    @Test
    void isBelievedWhereItsSyncEndedBeforeItWasObserved() {
      assertThat(look(status().at(ours).synced(SyncOperation.Phase.SUCCEEDED, ours, 0)))
          .containsExactly(healthyAt(ours));
    }

    @Test
    void isNotHeldBackByAFailedSyncOfAnEarlierRevision() {
      assertThat(look(status().at(ours).synced(SyncOperation.Phase.FAILED, before, -10)))
          .containsExactly(healthyAt(ours));
    }
  }

  @Nested
  class AWaitingApplication {

    @Test
    void runsAnEarlierRevision() {
      waits(
          status().at(before),
          "waits for a sync to %s; runs %s [WAITING_FOR_SYNC]"
              .formatted(ours.abbreviated(), before.abbreviated()));
    }

    @Test
    void runsARevisionThatNobodyKnows() {
      CommitId unknown = new CommitId("f".repeat(40));

      waits(
          status().at(unknown),
          "waits for a sync to %s; runs fffffffff [WAITING_FOR_SYNC]"
              .formatted(ours.abbreviated()));
    }

    @Test
    void isDegradedAtAnEarlierRevisionWhichSaysNothing() {
      waits(
          status().at(before).is(HealthStatus.DEGRADED),
          "waits for a sync to %s; runs %s [WAITING_FOR_SYNC]"
              .formatted(ours.abbreviated(), before.abbreviated()));
    }

    @Test
    void runsNobodyKnowsWhat() {
      waits(status(), "it is not known which revision runs [HEALTH_UNKNOWN]");
    }

    @Test
    void isBeingSynced() {
      waits(
          status().at(ours).syncing(ours),
          "waits until the sync to %s has ended [WAITING_FOR_SYNC]".formatted(ours.abbreviated()));
    }

    @Test
    void wasObservedBeforeItsSyncEnded() {
      waits(
          status().at(ours).synced(SyncOperation.Phase.SUCCEEDED, ours, 1),
          "waits until the sync to %s has ended [WAITING_FOR_SYNC]".formatted(ours.abbreviated()));
    }

    @Test
    void isOutOfSync() {
      waits(
          status().at(ours).is(SyncStatus.OUT_OF_SYNC),
          "waits for a sync; is out of sync at %s [WAITING_FOR_SYNC]"
              .formatted(ours.abbreviated()));
    }

    @Test
    void isInSyncNobodyKnows() {
      waits(
          status().at(ours).is(SyncStatus.UNKNOWN),
          "it is not known whether it is in sync [HEALTH_UNKNOWN]");
    }

    @ParameterizedTest
    @CsvSource({"PROGRESSING, progressing", "SUSPENDED, suspended", "MISSING, missing"})
    void isOnItsWay(HealthStatus health, String word) {
      waits(
          status().at(ours).is(health).saying("1 of 3 ready"),
          "waits to be healthy; is %s (1 of 3 ready) [WAITING_FOR_HEALTH]".formatted(word));
    }

    @Test
    void isHealthyNobodyKnows() {
      waits(status().at(ours).is(HealthStatus.UNKNOWN), "its health is not known [HEALTH_UNKNOWN]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void saysNothingWhereItHasNothingToSay(String message) {
      waits(
          status().at(ours).is(HealthStatus.UNKNOWN).saying(message),
          "its health is not known [HEALTH_UNKNOWN]");
    }

    @Test
    void isQuotedInPartWhereItSaysALot() {
      waits(
          status().at(ours).is(HealthStatus.UNKNOWN).saying("x".repeat(501)),
          "its health is not known (%s…) [HEALTH_UNKNOWN]".formatted("x".repeat(500)));
    }
  }

  @Nested
  class AFailedApplication {

    @Test
    void isGone() {
      assertThat(text(look(Optional.empty())))
          .isEqualTo(
              PLACE
                  + ": the application is no longer there; restore it, then trigger a new release"
                  + " [UNKNOWN_APPLICATION]");
    }

    @ParameterizedTest
    @EnumSource(names = {"HEALTHY", "DEGRADED", "UNKNOWN"})
    void couldNotBeSynced(HealthStatus health) {
      fails(
          status()
              .at(before)
              .is(health)
              .synced(SyncOperation.Phase.FAILED, ours, -1)
              .operationSaying("no such image"),
          ("the sync to %s failed (no such image); mend it, then trigger a new release"
                  + " [SYNC_FAILED]")
              .formatted(ours.abbreviated()));
    }

    @Test
    void couldNotBeSyncedEvenWhereNobodyKnowsWhatRuns() {
      fails(
          status().synced(SyncOperation.Phase.FAILED, ours, -1),
          "the sync to %s failed; mend it, then trigger a new release [SYNC_FAILED]"
              .formatted(ours.abbreviated()));
    }

    @Test
    void couldNotBeSyncedToALaterRevision() {
      CommitId later = repository.commit("other", Map.of("envs/qa/other.yaml", "x"));

      fails(
          status().at(before).synced(SyncOperation.Phase.FAILED, later, -1),
          "the sync to %s failed; mend it, then trigger a new release [SYNC_FAILED]"
              .formatted(ours.abbreviated()));
    }

    @Test
    void isDegraded() {
      fails(
          status().at(ours).is(HealthStatus.DEGRADED).saying("CrashLoopBackOff"),
          "is degraded at %s (CrashLoopBackOff); mend it, then trigger a new release [DEGRADED]"
              .formatted(ours.abbreviated()));
    }

    @Test
    void isDegradedWithinItsStableWindow() {
      release = fixture.append(release, healthyAt(ours));

      fails(
          status().at(ours).is(HealthStatus.DEGRADED),
          "is degraded at %s; mend it, then trigger a new release [DEGRADED]"
              .formatted(ours.abbreviated()));
    }

    @Test
    void runsALaterRevisionThatNoLongerHoldsOurFiles() {
      CommitId revert = repository.commit("revert", Map.of("envs/qa/values.yaml", "tag: 1"));

      fails(
          status().at(revert),
          ("runs %s, where envs/qa/values.yaml was changed by Bob <bob@example.org> in commit %s,"
                  + " so what this release promotes was never seen healthy; trigger a new release"
                  + " [SUPERSEDED]")
              .formatted(revert.abbreviated(), revert));
    }
  }

  /** What is recorded of an application that is seen healthy now. */
  private ApplicationHealthy healthyAt(CommitId revision) {
    return new ApplicationHealthy(QA, SHOP_QA, revision, fixture.clock.now());
  }

  private Look status() {
    return new Look();
  }

  private List<ReleaseEvent> look(Look look) {
    return look(Optional.of(look.status()));
  }

  private List<ReleaseEvent> look(Optional<ApplicationStatus> status) {
    HealthCheck check =
        new HealthCheck(application -> status, fixture.repositories(), fixture.editor);
    return check.look(release, new Action.Observe(PLACE, qa(release)));
  }

  private void waits(Look look, String message) {
    List<ReleaseEvent> events = look(look);
    assertThat(events).singleElement().isInstanceOf(ApplicationWaiting.class);
    assertThat(text(events)).isEqualTo(PLACE + ": " + message);
  }

  private void fails(Look look, String message) {
    List<ReleaseEvent> events = look(look);
    assertThat(events).singleElement().isInstanceOf(ApplicationFailed.class);
    assertThat(text(events)).isEqualTo(PLACE + ": " + message);
  }

  private static String text(List<ReleaseEvent> events) {
    ReleaseEvent event = events.get(0);
    return event instanceof ApplicationWaiting waiting
        ? waiting.reason().toString()
        : ((ApplicationFailed) event).reason().toString();
  }

  /** A status that is put together: at first synced and healthy at nobody knows what. */
  private final class Look {

    private Instant now = fixture.clock.now();
    private SyncStatus sync = SyncStatus.SYNCED;
    private HealthStatus health = HealthStatus.HEALTHY;
    private String message = "";
    private Optional<CommitId> revision = Optional.empty();
    private Optional<SyncOperation> operation = Optional.empty();

    Look at(CommitId revision) {
      this.revision = Optional.of(revision);
      return this;
    }

    Look is(HealthStatus health) {
      this.health = health;
      return this;
    }

    Look is(SyncStatus sync) {
      this.sync = sync;
      return this;
    }

    Look observed(Instant at) {
      now = at;
      return this;
    }

    Look saying(String message) {
      this.message = message;
      return this;
    }

    Look syncing(CommitId revision) {
      operation =
          Optional.of(
              new SyncOperation(
                  SyncOperation.Phase.RUNNING, Optional.of(revision), Optional.empty(), ""));
      return this;
    }

    /** A sync that ended some seconds after the observation. */
    Look synced(SyncOperation.Phase phase, CommitId revision, int seconds) {
      operation =
          Optional.of(
              new SyncOperation(
                  phase, Optional.of(revision), Optional.of(now.plusSeconds(seconds)), ""));
      return this;
    }

    Look operationSaying(String text) {
      operation =
          operation.map(
              each -> new SyncOperation(each.phase(), each.revision(), each.finishedAt(), text));
      return this;
    }

    ApplicationStatus status() {
      return new ApplicationStatus(sync, revision, health, message, operation, now);
    }
  }
}
