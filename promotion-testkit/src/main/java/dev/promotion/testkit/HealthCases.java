package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.Health;
import dev.promotion.port.HealthStatus;
import dev.promotion.port.PortException;
import dev.promotion.port.SyncOperation;
import dev.promotion.port.SyncOperation.Phase;
import dev.promotion.port.SyncStatus;
import dev.promotion.product.Application;
import dev.promotion.repository.CommitId;
import dev.promotion.testkit.HealthFixture.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of an application in each situation, and what must not show in it. */
interface HealthCases {

  int ASKING = 4;

  /** Returns the cluster of the present test. */
  HealthFixture fixture();

  @ParameterizedTest
  @EnumSource(Situation.class)
  default void everySituationIsToldAsItIs(Situation situation) {
    Application shop = fixture().application("shop");

    CommitId newest = fixture().bring(shop, situation);

    assertTold(fixture().health(), shop, situation, newest);
  }

  @ParameterizedTest
  @MethodSource("dev.promotion.testkit.HealthCases#changes")
  default void nothingIsLeftOfTheSituationBefore(Situation before, Situation now) {
    Application shop = fixture().application("shop");
    CommitId older = fixture().bring(shop, before);
    assertTold(fixture().health(), shop, before, older);

    CommitId newest = fixture().bring(shop, now);

    assertThat(newest).isNotEqualTo(older);
    assertTold(fixture().health(), shop, now, newest);
  }

  /** Lists all pairs of situations. */
  static Stream<Arguments> changes() {
    return Stream.of(Situation.values())
        .flatMap(before -> Stream.of(Situation.values()).map(after -> Arguments.of(before, after)));
  }

  @ParameterizedTest
  @EnumSource(Situation.class)
  default void otherApplicationStaysAsItIs(Situation situation) {
    Application shop = fixture().application("shop");
    Application bank = fixture().application("bank");
    CommitId newestOfBank = fixture().bring(bank, Situation.HEALTHY);

    CommitId newestOfShop = fixture().bring(shop, situation);

    assertTold(fixture().health(), shop, situation, newestOfShop);
    assertTold(fixture().health(), bank, Situation.HEALTHY, newestOfBank);
  }

  @ParameterizedTest
  @EnumSource(Situation.class)
  default void askingChangesNothing(Situation situation) {
    Application shop = fixture().application("shop");
    CommitId newest = fixture().bring(shop, situation);

    for (int again = 0; again < ASKING; again++) {
      assertTold(fixture().health(), shop, situation, newest);
    }
  }

  @ParameterizedTest
  @EnumSource(Situation.class)
  default void anotherAdapterTellsTheSame(Situation situation) {
    Application shop = fixture().application("shop");
    CommitId newest = fixture().bring(shop, situation);

    assertTold(fixture().reopened(), shop, situation, newest);
  }

  @ParameterizedTest
  @EnumSource(Situation.class)
  default void manyWhoAskAtOnceAreAllToldAsItIs(Situation situation) throws Exception {
    Application shop = fixture().application("shop");
    CommitId newest = fixture().bring(shop, situation);

    List<Boolean> told =
        Race.of(
            ASKING,
            asking -> {
              assertTold(fixture().health(), shop, situation, newest);
              return true;
            });

    assertThat(told).hasSize(ASKING).containsOnly(true);
  }

  @Test
  default void commitsThatFollowEachOtherAreEachTold() {
    Application shop = fixture().application("shop");

    for (int commit = 0; commit < 10; commit++) {
      CommitId newest = fixture().bring(shop, Situation.HEALTHY);
      assertTold(fixture().health(), shop, Situation.HEALTHY, newest);
    }
  }

  @Test
  default void laterObservationsAreNotDatedBack() {
    Application shop = fixture().application("shop");
    List<Instant> observed = new ArrayList<>();
    for (Situation each :
        List.of(Situation.UNNOTICED, Situation.SYNCING, Situation.PROGRESSING, Situation.HEALTHY)) {
      fixture().bring(shop, each);
      observed.add(fixture().health().status(shop).orElseThrow().observedAt());
    }

    assertThat(observed).isSorted();
  }

  @Test
  default void whoAsksDuringAChangeIsToldNoHalfOfIt() throws Exception {
    Application shop = fixture().application("shop");
    fixture().bring(shop, Situation.HEALTHY);

    List<Integer> asked =
        Race.of(
            2,
            runner -> {
              if (runner == 0) {
                fixture().bring(shop, Situation.DEGRADED);
                return 0;
              }
              return askUntilDegraded(shop);
            });

    assertThat(asked.get(1)).isPositive();
  }

  private int askUntilDegraded(Application application) {
    int asked = 0;
    HealthStatus told = HealthStatus.HEALTHY;
    while (told != HealthStatus.DEGRADED) {
      ApplicationStatus status = fixture().health().status(application).orElseThrow();
      assertWhole(status);
      told = status.health();
      asked++;
    }
    return asked;
  }

  private static void assertTold(
      Health health, Application application, Situation situation, CommitId newest) {
    switch (situation) {
      case ABSENT -> assertThat(health.status(application)).isEmpty();
      case UNREACHABLE -> assertNotTold(health, application);
      default -> assertStatus(health.status(application).orElseThrow(), situation, newest);
    }
  }

  private static void assertNotTold(Health health, Application application) {
    PortException thrown =
        catchThrowableOfType(PortException.class, () -> health.status(application));

    assertThat(thrown).isNotNull();
    assertThat(thrown.fault().waits()).isTrue();
    assertThat(thrown).hasMessageContaining(application.name().value());
  }

  private static void assertStatus(ApplicationStatus status, Situation situation, CommitId newest) {
    assertWhole(status);
    switch (situation) {
      case UNKNOWN -> assertStates(status, SyncStatus.UNKNOWN, HealthStatus.UNKNOWN);
      case NOT_DEPLOYED -> {
        assertStates(status, SyncStatus.OUT_OF_SYNC, HealthStatus.MISSING);
        assertThat(status.operation()).isEmpty();
      }
      case UNNOTICED -> {
        assertStates(status, SyncStatus.SYNCED, HealthStatus.HEALTHY);
        assertThat(status.revision()).isPresent().isNotEqualTo(Optional.of(newest));
        assertThat(status.operation().flatMap(SyncOperation::revision))
            .isNotEqualTo(Optional.of(newest));
      }
      case SYNCING -> {
        assertThat(status.sync()).isEqualTo(SyncStatus.OUT_OF_SYNC);
        assertOperation(status, Phase.RUNNING, newest);
        assertThat(status.observedAfterSync()).isFalse();
      }
      case SYNC_FAILED -> {
        assertStates(status, SyncStatus.OUT_OF_SYNC, HealthStatus.HEALTHY);
        assertOperation(status, Phase.FAILED, newest);
        assertThat(status.operation().orElseThrow().message()).isNotBlank();
      }
      default -> assertDeployed(status, situation, newest);
    }
  }

  private static void assertDeployed(
      ApplicationStatus status, Situation situation, CommitId newest) {
    assertThat(status.sync()).isEqualTo(SyncStatus.SYNCED);
    assertThat(status.revision()).contains(newest);
    assertOperation(status, Phase.SUCCEEDED, newest);
    boolean before = situation == Situation.OBSERVED_BEFORE_SYNC;
    assertThat(status.observedAfterSync()).isEqualTo(!before);
    assertThat(status.health())
        .isEqualTo(before ? HealthStatus.HEALTHY : HealthStatus.valueOf(situation.name()));
    if (situation == Situation.DEGRADED) {
      assertThat(status.message()).isNotBlank();
    }
  }

  private static void assertStates(ApplicationStatus status, SyncStatus sync, HealthStatus health) {
    assertThat(status.sync()).isEqualTo(sync);
    assertThat(status.health()).isEqualTo(health);
  }

  private static void assertOperation(ApplicationStatus status, Phase phase, CommitId revision) {
    assertThat(status.operation()).map(SyncOperation::phase).contains(phase);
    assertThat(status.operation().flatMap(SyncOperation::revision)).contains(revision);
  }

  /** Whatever the situation: what runs has not ended, and what has ended has an end. */
  private static void assertWhole(ApplicationStatus status) {
    status
        .operation()
        .ifPresent(
            operation ->
                assertThat(operation.finishedAt().isPresent())
                    .isEqualTo(operation.phase() != Phase.RUNNING));
    if (status.sync() == SyncStatus.SYNCED) {
      assertThat(status.revision()).isPresent();
    }
  }
}
