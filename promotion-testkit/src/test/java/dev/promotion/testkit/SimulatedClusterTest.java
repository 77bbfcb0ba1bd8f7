package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.ClusterNamespaces;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentKind;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.Fault;
import dev.promotion.port.HealthStatus;
import dev.promotion.port.PortException;
import dev.promotion.port.SyncOperation;
import dev.promotion.port.SyncOperation.Phase;
import dev.promotion.port.SyncStatus;
import dev.promotion.product.Application;
import dev.promotion.product.Destination;
import dev.promotion.repository.CommitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SimulatedClusterTest {

  private static final String URL = "https://git.example.com/shop.git";

  private final TestClock clock = TestClock.create();
  private final InMemoryRepositories repositories = new InMemoryRepositories(clock);
  private final InMemoryRepository shop = repositories.at(URL);
  private final Application qa = application("shop-qa", "qa");
  private final Application production = application("shop-production", "production");
  private final SimulatedCluster cluster =
      SimulatedCluster.of(repositories, clock)
          .noticeAfter(Duration.ofSeconds(10))
          .syncAfter(Duration.ofMinutes(1))
          .healthyAfter(Duration.ofMinutes(5));
  private CommitId first;

  private static Application application(String name, String environment) {
    return Application.builder(name)
        .product("shop")
        .environment(environment)
        .source(URL, environment, "main")
        .build();
  }

  @BeforeEach
  void deployVersionOne() {
    first =
        shop.commit(
            "main",
            "version 1",
            Map.of("qa/values.yaml", "tag: 1\n", "production/values.yaml", "tag: 1\n"));
  }

  private ApplicationStatus look(Application application) {
    return cluster.status(application).orElseThrow();
  }

  /** Looks again after a while, which is how a cluster comes to know that time has passed. */
  private ApplicationStatus lookAfter(Application application, Duration duration) {
    clock.advance(duration);
    return look(application);
  }

  private void settle(Application application) {
    for (int look = 0; look < 3; look++) {
      look(application);
      clock.advance(Duration.ofMinutes(10));
    }
    assertThat(look(application).health()).isEqualTo(HealthStatus.HEALTHY);
  }

  private CommitId raiseTag() {
    return shop.commit("main", "version 2", Map.of("qa/values.yaml", "tag: 2\n"));
  }

  @Nested
  class AFirstSync {

    @Test
    void findsNothingThereUntilItEnds() {
      cluster.noticeAfter(Duration.ZERO);

      ApplicationStatus status = look(qa);

      assertThat(status.sync()).isEqualTo(SyncStatus.OUT_OF_SYNC);
      assertThat(status.health()).isEqualTo(HealthStatus.MISSING);
      assertThat(status.revision()).contains(first);
      assertThat(status.operation()).map(SyncOperation::phase).contains(Phase.RUNNING);
    }

    @Test
    void beginsOnlyWhenTheCommitIsNoticed() {
      assertThat(look(qa).operation()).isEmpty();
      assertThat(look(qa).revision()).isEmpty();
      assertThat(lookAfter(qa, Duration.ofSeconds(9)).operation()).isEmpty();

      assertThat(lookAfter(qa, Duration.ofSeconds(1)).operation()).isPresent();
    }

    @Test
    void makesTheApplicationHealthyAfterItsTime() {
      look(qa);
      lookAfter(qa, Duration.ofSeconds(10));

      ApplicationStatus synced = lookAfter(qa, Duration.ofMinutes(1));
      ApplicationStatus almost = lookAfter(qa, Duration.ofMinutes(5).minusSeconds(1));
      ApplicationStatus healthy = lookAfter(qa, Duration.ofSeconds(1));

      assertThat(synced.sync()).isEqualTo(SyncStatus.SYNCED);
      assertThat(synced.health()).isEqualTo(HealthStatus.PROGRESSING);
      assertThat(almost.health()).isEqualTo(HealthStatus.PROGRESSING);
      assertThat(healthy.health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void takesNoLongerWhenItIsLookedAtOften() {
      look(qa);
      for (int look = 0; look < 7; look++) {
        lookAfter(qa, Duration.ofSeconds(10));
      }

      assertThat(look(qa).sync()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void makesADegradedApplicationDegradedOnlyWhenItIsThere() {
      cluster.degrade("qa");
      look(qa);

      ApplicationStatus running = lookAfter(qa, Duration.ofSeconds(10));
      ApplicationStatus ended = lookAfter(qa, Duration.ofMinutes(1));

      assertThat(running.health()).isEqualTo(HealthStatus.MISSING);
      assertThat(ended.health()).isEqualTo(HealthStatus.DEGRADED);
    }

    @Test
    void takesNoTimeWhereNoneIsAskedFor() {
      cluster.noticeAfter(Duration.ZERO).syncAfter(Duration.ZERO).healthyAfter(Duration.ZERO);

      ApplicationStatus status = look(qa);

      assertThat(status.sync()).isEqualTo(SyncStatus.SYNCED);
      assertThat(status.health()).isEqualTo(HealthStatus.HEALTHY);
      assertThat(status.observedAfterSync()).isTrue();
    }
  }

  @Nested
  class ACommit {

    @BeforeEach
    void settleVersionOne() {
      settle(qa);
    }

    @Test
    void staysUnnoticedAtFirst() {
      CommitId second = raiseTag();

      ApplicationStatus unnoticed = look(qa);
      ApplicationStatus noticed = lookAfter(qa, Duration.ofSeconds(10));

      assertThat(unnoticed.sync()).isEqualTo(SyncStatus.SYNCED);
      assertThat(unnoticed.revision()).contains(first);
      assertThat(noticed.sync()).isEqualTo(SyncStatus.OUT_OF_SYNC);
      assertThat(noticed.revision()).contains(second);
    }

    @Test
    void leavesTheOldVersionHealthyWhileItIsSynced() {
      raiseTag();
      look(qa);

      ApplicationStatus status = lookAfter(qa, Duration.ofSeconds(10));

      assertThat(status.health()).isEqualTo(HealthStatus.HEALTHY);
      assertThat(status.operation()).map(SyncOperation::phase).contains(Phase.RUNNING);
      assertThat(status.observedAfterSync()).isFalse();
    }

    @Test
    void isSyncedAtTheEndOfTheOperation() {
      CommitId second = raiseTag();
      look(qa);
      lookAfter(qa, Duration.ofSeconds(10));
      Instant begun = clock.now();

      ApplicationStatus status = lookAfter(qa, Duration.ofMinutes(2));

      assertThat(status.sync()).isEqualTo(SyncStatus.SYNCED);
      assertThat(status.revision()).contains(second);
      assertThat(status.health()).isEqualTo(HealthStatus.PROGRESSING);
      assertThat(status.operation())
          .contains(
              new SyncOperation(
                  Phase.SUCCEEDED,
                  Optional.of(second),
                  Optional.of(begun.plus(Duration.ofMinutes(1))),
                  ""));
      assertThat(status.observedAt()).isEqualTo(clock.now());
      assertThat(status.observedAfterSync()).isTrue();
    }

    @Test
    void isHealthyAfterTheEndOfTheOperationHoweverLateThatWasSeen() {
      raiseTag();
      look(qa);
      lookAfter(qa, Duration.ofSeconds(10));

      ApplicationStatus progressing = lookAfter(qa, Duration.ofMinutes(3));
      ApplicationStatus healthy = lookAfter(qa, Duration.ofMinutes(3));

      assertThat(progressing.health()).isEqualTo(HealthStatus.PROGRESSING);
      assertThat(healthy.health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void duringASyncIsSyncedByTheNextOne() {
      CommitId second = raiseTag();
      look(qa);
      lookAfter(qa, Duration.ofSeconds(10));
      CommitId third = shop.commit("main", "version 3", Map.of("qa/values.yaml", "tag: 3\n"));
      ApplicationStatus during = lookAfter(qa, Duration.ofSeconds(20));
      ApplicationStatus next = lookAfter(qa, Duration.ofSeconds(40));

      ApplicationStatus last = lookAfter(qa, Duration.ofMinutes(1));

      assertThat(during.operation()).flatMap(SyncOperation::revision).contains(second);
      assertThat(next.operation()).flatMap(SyncOperation::revision).contains(third);
      assertThat(next.operation()).map(SyncOperation::phase).contains(Phase.RUNNING);
      assertThat(next.sync()).isEqualTo(SyncStatus.OUT_OF_SYNC);
      assertThat(last.sync()).isEqualTo(SyncStatus.SYNCED);
      assertThat(last.revision()).contains(third);
    }

    @Test
    void ofOtherFilesIsNoticedAndNeedsNoSync() {
      ApplicationStatus before = look(qa);
      CommitId elsewhere =
          shop.commit("main", "elsewhere", Map.of("production/values.yaml", "tag: 9\n"));
      look(qa);

      ApplicationStatus after = lookAfter(qa, Duration.ofSeconds(10));

      assertThat(after.sync()).isEqualTo(SyncStatus.SYNCED);
      assertThat(after.revision()).contains(elsewhere);
      assertThat(after.health()).isEqualTo(HealthStatus.HEALTHY);
      assertThat(after.operation()).isEqualTo(before.operation());
    }

    @Test
    void takenBackIsSyncedBack() {
      raiseTag();
      for (int look = 0; look < 3; look++) {
        lookAfter(qa, Duration.ofMinutes(1));
      }
      shop.setBranch("main", first);
      look(qa);
      lookAfter(qa, Duration.ofMinutes(1));

      ApplicationStatus status = lookAfter(qa, Duration.ofMinutes(1));

      assertThat(status.sync()).isEqualTo(SyncStatus.SYNCED);
      assertThat(status.revision()).contains(first);
    }

    @Test
    void isNoticedFromTheFirstLookOnHoweverOldItIs() {
      raiseTag();
      clock.advance(Duration.ofHours(1));

      ApplicationStatus status = look(qa);

      assertThat(status.revision()).as("time runs from the first look").contains(first);
    }
  }

  @Nested
  class AMishap {

    @BeforeEach
    void settleVersionOne() {
      settle(qa);
      settle(production);
    }

    @Test
    void degradesWhatRunsUntilItIsHealed() {
      cluster.degrade("qa");
      ApplicationStatus degraded = look(qa);

      cluster.heal("qa");

      assertThat(degraded.health()).isEqualTo(HealthStatus.DEGRADED);
      assertThat(degraded.message()).isNotEmpty();
      assertThat(degraded.sync()).isEqualTo(SyncStatus.SYNCED);
      assertThat(look(qa).health()).isEqualTo(HealthStatus.HEALTHY);
      assertThat(look(qa).message()).isEmpty();
    }

    @Test
    void concernsTheEnvironmentThatItNames() {
      cluster.degrade("qa");

      assertThat(look(production).health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void concernsTheApplicationThatItNames() {
      cluster.degrade("shop-production");

      assertThat(look(production).health()).isEqualTo(HealthStatus.DEGRADED);
      assertThat(look(qa).health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void isHealedByTheNameThatItHas() {
      cluster.degrade("qa").degrade("shop-qa").heal("shop-qa");

      assertThat(look(qa).health()).isEqualTo(HealthStatus.DEGRADED);
    }

    @Test
    void degradesOneVersionOnly() {
      cluster.degradeWhen("qa", "values.yaml", text -> text.contains("tag: 2"));
      HealthStatus version1 = look(qa).health();
      raiseTag();
      lookAfter(qa, Duration.ZERO);
      lookAfter(qa, Duration.ofMinutes(1));

      ApplicationStatus version2 = lookAfter(qa, Duration.ofMinutes(1));

      assertThat(version1).isEqualTo(HealthStatus.HEALTHY);
      assertThat(version2.health()).isEqualTo(HealthStatus.DEGRADED);
      cluster.heal("qa");
      assertThat(lookAfter(qa, Duration.ofHours(1)).health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void failsTheSyncAndLeavesTheOldVersionRunning() {
      cluster.failSync("qa");
      CommitId second = raiseTag();
      look(qa);
      lookAfter(qa, Duration.ofMinutes(1));

      ApplicationStatus status = lookAfter(qa, Duration.ofMinutes(1));

      assertThat(status.operation()).map(SyncOperation::phase).contains(Phase.FAILED);
      assertThat(status.operation())
          .map(SyncOperation::message)
          .hasValueSatisfying(message -> assertThat(message).isNotEmpty());
      assertThat(status.operation()).flatMap(SyncOperation::revision).contains(second);
      assertThat(status.sync()).isEqualTo(SyncStatus.OUT_OF_SYNC);
      assertThat(status.health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void thatFailedTheSyncIsTriedAgainOnceItIsHealed() {
      cluster.failSync("qa");
      raiseTag();
      look(qa);
      lookAfter(qa, Duration.ofMinutes(1));
      ApplicationStatus failed = lookAfter(qa, Duration.ofMinutes(1));
      ApplicationStatus stillFailed = lookAfter(qa, Duration.ofHours(1));

      cluster.heal("qa");
      ApplicationStatus again = look(qa);

      assertThat(stillFailed.operation()).isEqualTo(failed.operation());
      assertThat(again.operation()).map(SyncOperation::phase).contains(Phase.RUNNING);
      assertThat(lookAfter(qa, Duration.ofMinutes(1)).sync()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void pausesTheSync() {
      cluster.pauseSync("qa");
      CommitId second = raiseTag();
      ApplicationStatus before = look(qa);
      lookAfter(qa, Duration.ofMinutes(1));

      ApplicationStatus paused = lookAfter(qa, Duration.ofDays(1));

      assertThat(paused.sync()).isEqualTo(SyncStatus.OUT_OF_SYNC);
      assertThat(paused.revision()).contains(second);
      assertThat(paused.operation()).isEqualTo(before.operation());
      cluster.heal("qa");
      assertThat(look(qa).operation()).map(SyncOperation::phase).contains(Phase.RUNNING);
      assertThat(lookAfter(qa, Duration.ofMinutes(1)).sync()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void hidesSyncAndHealth() {
      cluster.unknown("qa");

      ApplicationStatus status = look(qa);

      assertThat(status.sync()).isEqualTo(SyncStatus.UNKNOWN);
      assertThat(status.health()).isEqualTo(HealthStatus.UNKNOWN);
      assertThat(status.revision()).isEmpty();
    }

    @Test
    void keepsTheClusterFromAnswering() {
      cluster.unreachable("qa");

      PortException thrown = catchThrowableOfType(PortException.class, () -> cluster.status(qa));

      assertThat(thrown.fault()).isEqualTo(Fault.TRANSIENT);
      assertThat(thrown).hasMessageContaining("shop-qa");
      cluster.heal("qa");
      assertThat(look(qa).health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void removesTheApplicationWhichIsNewWhenItIsHealed() {
      cluster.remove("shop-qa");
      Optional<ApplicationStatus> removed = cluster.status(qa);

      cluster.heal("shop-qa");

      assertThat(removed).isEmpty();
      assertThat(look(qa).health()).isEqualTo(HealthStatus.MISSING);
      settle(qa);
    }

    @Test
    void ofTheRepositoryMakesTheSyncUnknown() {
      shop.deleteBranch("main");

      ApplicationStatus status = look(qa);

      assertThat(status.sync()).isEqualTo(SyncStatus.UNKNOWN);
      assertThat(status.revision()).isEmpty();
      assertThat(status.message()).contains("branch 'main' does not exist");
      assertThat(status.health()).isEqualTo(HealthStatus.HEALTHY);
    }
  }

  @Nested
  class WithACatalog {

    private final Application placed =
        Application.builder("shop-eu")
            .product("shop")
            .destination(new Destination("eu", "shop"))
            .source(URL, "qa", "HEAD")
            .build();
    private final Catalog catalog =
        Catalog.builder()
            .environment(Environment.of("dev"))
            .environment(
                Environment.of(
                    new EnvironmentName("europe"),
                    EnvironmentKind.PRODUCTION,
                    List.of(new ClusterNamespaces("eu", List.of()))))
            .flow(PromotionFlow.of("flow", "dev", FlowStep.of("europe", "dev")))
            .application(placed)
            .build();
    private final SimulatedCluster placing = SimulatedCluster.of(catalog, repositories, clock);

    @Test
    void theEnvironmentIsWhereTheApplicationLies() {
      placing.remove("europe");

      assertThat(placing.status(placed)).isEmpty();
    }

    @Test
    void aNameThatNothingHasIsRefused() {
      assertThatThrownBy(() -> placing.degrade("eurpe"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("eurpe");
      assertThat(placing.degrade("shop-eu").heal("shop-eu").status(placed)).isPresent();
    }
  }

  @Test
  void timeDoesNotRunBackwards() {
    assertThatThrownBy(() -> cluster.syncAfter(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
