package dev.promotion.testkit;

import dev.promotion.port.Health;
import dev.promotion.product.Application;
import dev.promotion.repository.CommitId;
import java.time.Duration;
import java.util.Map;

class SimulatedClusterContractTest extends HealthContract {

  @Override
  protected HealthFixture newCluster() {
    return new Simulation();
  }

  /** Brings applications to situations by commits, mishaps and the clock. */
  private static final class Simulation implements HealthFixture {

    private static final String URL = "https://git.example.com/shop.git";
    private static final Duration NOTICE = Duration.ofSeconds(10);
    private static final Duration SYNC = Duration.ofMinutes(1);
    private static final Duration LAG = Duration.ofSeconds(30);
    private static final Duration AGES = Duration.ofMinutes(10);

    private final TestClock clock = TestClock.create();
    private final InMemoryRepositories repositories = new InMemoryRepositories(clock);
    private final SimulatedCluster cluster =
        SimulatedCluster.of(repositories, clock)
            .noticeAfter(NOTICE)
            .syncAfter(SYNC)
            .healthyAfter(Duration.ofMinutes(5));
    private int commits;

    @Override
    public Health health() {
      return cluster;
    }

    @Override
    public Application application(String name) {
      return Application.builder(name)
          .product("shop")
          .environment("qa")
          .source(URL, name, "main")
          .build();
    }

    @Override
    public CommitId bring(Application application, Situation situation) {
      String name = application.name().value();
      cluster.heal(name).healthLagsBy(Duration.ZERO);
      commit(name);
      settle(application);
      CommitId newest = commit(name);
      switch (situation) {
        case ABSENT -> cluster.remove(name);
        case UNREACHABLE -> cluster.unreachable(name);
        case UNKNOWN -> cluster.unknown(name);
        case NOT_DEPLOYED -> {
          cluster.remove(name);
          pass(application, Duration.ZERO);
          cluster.heal(name).pauseSync(name);
          pass(application, NOTICE);
        }
        case UNNOTICED -> pass(application, Duration.ZERO);
        case SYNCING -> pass(application, NOTICE);
        case SYNC_FAILED -> {
          cluster.failSync(name);
          pass(application, NOTICE);
          pass(application, SYNC);
        }
        case OBSERVED_BEFORE_SYNC -> {
          cluster.healthLagsBy(LAG);
          pass(application, NOTICE);
          pass(application, SYNC);
        }
        case PROGRESSING -> {
          pass(application, NOTICE);
          pass(application, SYNC);
        }
        case HEALTHY -> settle(application);
        case DEGRADED -> {
          settle(application);
          cluster.degrade(name);
        }
      }
      return newest;
    }

    private CommitId commit(String name) {
      commits++;
      return repositories
          .at(URL)
          .commit("main", "version " + commits, Map.of(name + "/values.yaml", "tag: " + commits));
    }

    private void settle(Application application) {
      pass(application, AGES);
      pass(application, AGES);
      pass(application, AGES);
    }

    /** Lets time pass that the cluster knows of. */
    private void pass(Application application, Duration duration) {
      cluster.status(application);
      clock.advance(duration);
      cluster.status(application);
    }
  }
}
