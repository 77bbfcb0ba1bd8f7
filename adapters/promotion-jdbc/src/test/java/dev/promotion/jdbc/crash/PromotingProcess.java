package dev.promotion.jdbc.crash;

import dev.promotion.git.GitRepositories;
import dev.promotion.jdbc.JdbcReleaseStore;
import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.Clock;
import dev.promotion.port.Health;
import dev.promotion.port.HealthStatus;
import dev.promotion.port.Repositories;
import dev.promotion.port.SyncStatus;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.testkit.fault.ObservedPorts;
import dev.promotion.view.ReleaseView;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A process that promotes one product after the other, to be killed. It prints what it has done,
 * and goes on where the one before it was.
 */
final class PromotingProcess {

  static final int DIED = 99;
  static final int ARGUMENTS = 7;
  static final String READY = "ready";
  static final String ENDED = "ended ";

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  private PromotingProcess() {}

  /** Takes the ground, the first and the last product, and where to die in that last one. */
  public static void main(String... arguments) {
    endWithTheParent();
    List<String> given = Arrays.asList(arguments);
    Ground ground = Ground.of(given);
    int first = Integer.parseInt(given.get(4));
    int last = Integer.parseInt(given.get(5));
    DeathPoint.Watch watch = new DeathPoint.Watch(DeathPoint.of(given.get(6)));
    ObservedPorts ports = ObservedPorts.by(watch);
    try (JdbcReleaseStore store = ground.store();
        GitRepositories repositories = ground.open()) {
      System.out.println(READY);
      SequentialPromoter promoter =
          SequentialPromoter.builder()
              .catalog(ground.catalog(first, last))
              .repositories(ports.repositories(repositories))
              .health(health(repositories))
              .store(ports.store(new AnnouncingStore(store, System.out::println)))
              .stableFor(Duration.ZERO)
              .pollEvery(Duration.ofMillis(1))
              .build();
      for (int product = first; product <= last; product++) {
        if (product == last) {
          watch.arm();
        }
        Release started = promoter.trigger(ground.trigger(product));
        Release ended = promoter.await(started.id(), LONG_ENOUGH);
        if (ended.status() != ReleaseStatus.SUCCEEDED) {
          throw new IllegalStateException(ReleaseView.text(ended));
        }
        System.out.println(ENDED + product + " " + ended.id());
      }
    }
  }

  /** Nobody is to be left behind when the parent ends: the input ends with it. */
  private static void endWithTheParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException gone) {
                // As good as the end.
              }
              Runtime.getRuntime().halt(DIED);
            });
    watch.setDaemon(true);
    watch.start();
  }

  /** A cluster that runs what the branch holds needs nothing that could get lost. */
  private static Health health(Repositories repositories) {
    return application ->
        Optional.of(
            new ApplicationStatus(
                SyncStatus.SYNCED,
                Optional.of(
                    repositories
                        .repository(application.source().repository())
                        .head(application.source().revision())
                        .commit()),
                HealthStatus.HEALTHY,
                "",
                Optional.empty(),
                Clock.system().now()));
  }
}
