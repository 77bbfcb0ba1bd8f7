package dev.promotion.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.PortException;
import dev.promotion.product.Application;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.promoter.Trigger;
import dev.promotion.promoter.TriggerRefusedException;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.EnvironmentProgress;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.testkit.SimulatedCluster;
import dev.promotion.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A promotion over a network that misbehaves ends as it would over one that does not. */
class NetworkPromotionTest {

  private static final boolean RELEASE =
      System.getProperty("promotion.proof", "commit").equals("release");
  private static final int SEEDS = RELEASE ? 2_000 : 100;
  private static final int HOURS_OF_DANCE = RELEASE ? 4_000 : 40;

  /** What takes no time of the machine; the virtual clock does not move while a call waits. */
  private static final Set<NetworkFault> QUICK =
      EnumSet.of(
          NetworkFault.SLICES_OF_A_BYTE,
          NetworkFault.DUPLICATE_REQUEST_FIRST_REPLY,
          NetworkFault.DUPLICATE_REQUEST_SECOND_REPLY,
          NetworkFault.RESET_BEFORE_REQUEST,
          NetworkFault.RESET_AFTER_REQUEST,
          NetworkFault.RESET_AMID_REQUEST,
          NetworkFault.RESET_AMID_REPLY,
          NetworkFault.HALF_CLOSED,
          NetworkFault.CLOSED_WITHOUT_A_REPLY,
          NetworkFault.LATE_REQUEST,
          NetworkFault.MALFORMED_CHUNK,
          NetworkFault.GARBAGE,
          NetworkFault.GARBAGE_IN_THE_BODY,
          NetworkFault.GARBAGE_IN_A_PACKET,
          NetworkFault.EMPTY_BODY,
          NetworkFault.SERVER_ERROR,
          NetworkFault.PAGE_OF_A_PORTAL,
          NetworkFault.ECHO_OF_THE_REQUEST,
          NetworkFault.ECHO_IN_A_PACKET);

  private static final PromotionFlow FLOW =
      PromotionFlow.of(
          new FlowName("three-env-promotion"),
          new EnvironmentName("dev"),
          List.of(FlowStep.of("qa", "dev"), FlowStep.of("production", "qa")),
          PromotionFlow.LONGEST_TIMEOUT);

  @TempDir Path folder;
  private GitHttpServer server;
  private final Map<NetworkFault, AtomicInteger> hits = new EnumMap<>(NetworkFault.class);
  private final Map<NetworkFault, AtomicInteger> hitPushes = new EnumMap<>(NetworkFault.class);

  @BeforeEach
  void serve() throws IOException {
    server = new GitHttpServer(folder.resolve("served"));
    QUICK.forEach(each -> hits.put(each, new AtomicInteger()));
    QUICK.forEach(each -> hitPushes.put(each, new AtomicInteger()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whateverTheNetworkDoesEveryTargetGetsExactlyOneCommit() {
    for (int seed = 0; seed < SEEDS; seed++) {
      try (World world = new World("seed-" + seed, seed)) {
        world.misbehaveAtRandom(seed);
        Release release = world.promote();
        world.assertPromotedOnce(release, "seed " + seed);
      }
    }

    System.out.printf("%d seeds; requests hit %s; pushes hit %s%n", SEEDS, hits, hitPushes);
    assertThat(hits.values()).allSatisfy(each -> assertThat(each).hasValueGreaterThan(SEEDS / 5));
    assertThat(hitPushes.values())
        .allSatisfy(each -> assertThat(each).hasValueGreaterThan(SEEDS / 40));
  }

  @Test
  void replyThatGetsLostAfterTheBranchMovedIsFoundOnTheBranch() {
    try (World world = new World("lost", 1)) {
      AtomicInteger lost = new AtomicInteger();
      world.proxy.conduct(
          exchange -> {
            if (exchange.isPush()) {
              lost.incrementAndGet();
              exchange.forward();
              // The line stays down until the next hour: the branch cannot be looked at either.
              world.until = world.clock.now().plus(Duration.ofHours(1));
              exchange.reset();
            } else if (world.clock.now().isBefore(world.until)) {
              exchange.reset();
            } else {
              FaultProxy.Conduct.WORKS.on(exchange);
            }
          });

      Release release = world.promote();

      world.assertPromotedOnce(release, "lost reply");
      assertThat(lost).hasValue(2);
      assertThat(world.clock.now()).isAfter(world.start.plus(Duration.ofHours(2)));
    }
  }

  @Test
  void pushThatArrivesAfterItWasGivenUpOnIsOneCommitAllTheSame() {
    for (int later = 1; later <= 8; later++) {
      try (World world = new World("late-" + later, later)) {
        AtomicInteger held = new AtomicInteger();
        AtomicInteger countdown = new AtomicInteger();
        int requests = later;
        world.proxy.conduct(
            exchange -> {
              if (countdown.decrementAndGet() == 0) {
                world.proxy.deliverLate();
              }
              if (exchange.isPush() && held.incrementAndGet() % 2 == 1) {
                exchange.hold();
                countdown.set(requests);
                exchange.reset();
              } else {
                FaultProxy.Conduct.WORKS.on(exchange);
              }
            });

        Release release = world.promote();

        world.assertPromotedOnce(release, "delivered " + later + " requests later");
        assertThat(held).hasPositiveValue();
      }
    }
  }

  @Test
  void networkThatComesAndGoesForHoursOnlyDelays() {
    try (World world = new World("dance", 7)) {
      Random random = new Random(7);
      AtomicInteger partitions = new AtomicInteger();
      List<CommitId> before = world.log();
      Instant end = world.start.plus(Duration.ofHours(HOURS_OF_DANCE));
      world.proxy.conduct(
          exchange -> {
            Instant now = world.clock.now();
            if (now.isBefore(world.until)) {
              exchange.reset();
              return;
            }
            if (random.nextInt(6) == 0) {
              world.until = now.plus(Duration.ofMinutes(1 + random.nextInt(600)));
              partitions.incrementAndGet();
              if (random.nextBoolean()) {
                exchange.forward();
              }
              exchange.reset();
              return;
            }
            FaultProxy.Conduct.WORKS.on(exchange);
          });

      int releases = 0;
      while (world.clock.now().isBefore(end)) {
        world.deploy("v" + releases);
        Release release = world.promote();
        releases++;
        assertThat(release.status()).as("%s", release.events()).isEqualTo(ReleaseStatus.SUCCEEDED);
        assertThat(world.log()).hasSize(before.size() + 3 * releases);
      }

      System.out.printf(
          "%d releases through %d partitions in %d hours%n",
          releases, partitions.get(), HOURS_OF_DANCE);
      assertThat(partitions.get()).isGreaterThan(HOURS_OF_DANCE / 10);
      assertThat(releases).isPositive();
    }
  }

  /** One repository on the server, a line to it that misbehaves, and a cluster that has none. */
  private final class World implements AutoCloseable {

    final TestClock clock = TestClock.create();
    final Instant start = clock.now();
    final FaultProxy proxy = new FaultProxy(server.port());
    volatile Instant until = Instant.MIN;
    private final BareRepository repository;
    private final Random random;
    private final GitRepositories near;
    private final GitRepositories far;
    private final SequentialPromoter promoter;
    private final CommitId first;
    private int triggers;

    World(String name, int seed) {
      random = new Random(seed);
      Path served = folder.resolve("served").resolve(name + ".git");
      RepositoryUrl url =
          new RepositoryUrl("http://localhost:" + proxy.port() + "/" + name + ".git");
      near =
          GitRepositories.builder()
              .local(url.value(), served)
              .durability(Durability.PROCESS)
              .build();
      repository = new BareRepository(served, url, () -> near);
      first =
          repository.commit(
              "main",
              "environments/dev/values.yaml",
              "tag: \"2\"\n",
              "environments/production/values.yaml",
              "tag: \"1\"\n",
              "environments/qa/values.yaml",
              "tag: \"1\"\n");
      far =
          GitRepositories.builder()
              .remotes(folder.resolve("cache").resolve(name))
              .timeout(Duration.ofSeconds(20))
              .durability(Durability.PROCESS)
              .build();
      Catalog catalog = catalog(url.value());
      promoter =
          SequentialPromoter.builder()
              .catalog(catalog)
              .repositories(far)
              .health(SimulatedCluster.of(catalog, near, clock))
              .clock(clock)
              .build();
    }

    private static Catalog catalog(String url) {
      Catalog.Builder catalog = Catalog.builder().flow(FLOW);
      for (String environment : List.of("dev", "qa", "production")) {
        catalog.environment(Environment.of(environment));
        catalog.application(
            Application.builder("cf-101-" + environment)
                .product("cf-101")
                .environment(environment)
                .source(url, "environments/" + environment, "HEAD")
                .build());
      }
      return catalog.build();
    }

    void deploy(String tag) {
      repository.commit("main", "environments/dev/values.yaml", "tag: " + tag + "\n");
    }

    List<CommitId> log() {
      return repository.log();
    }

    /** Some kinds of fault, at some of the requests, for some hours; held requests come late. */
    void misbehaveAtRandom(int seed) {
      List<NetworkFault> kinds = new ArrayList<>(QUICK);
      NetworkFault favourite = kinds.get(seed % kinds.size());
      kinds.removeIf(each -> random.nextInt(3) > 0);
      kinds.add(favourite);
      int percent = 10 + random.nextInt(50);
      int percentOfPushes = 30 + random.nextInt(70);
      Instant heals = start.plus(Duration.ofMinutes(1 + random.nextInt(240)));
      proxy.conduct(
          exchange -> {
            if (random.nextInt(4) == 0) {
              proxy.deliverLate();
            }
            int chance = exchange.isPush() ? percentOfPushes : percent;
            boolean hit = clock.now().isBefore(heals) && random.nextInt(100) < chance;
            if (!hit) {
              FaultProxy.Conduct.WORKS.on(exchange);
              return;
            }
            boolean favoured = exchange.isPush() && random.nextBoolean();
            NetworkFault fault = favoured ? favourite : kinds.get(random.nextInt(kinds.size()));
            hits.get(fault).incrementAndGet();
            if (exchange.isPush()) {
              hitPushes.get(fault).incrementAndGet();
            }
            fault.happen(exchange, random);
          });
    }

    /** Triggers and drives as callers do who see errors and try again. */
    Release promote() {
      triggers++;
      Trigger trigger =
          Trigger.flow("three-env-promotion").product("cf-101").by("alice").key("t" + triggers);
      for (int attempt = 0; attempt < 10_000; attempt++) {
        try {
          Release release = promoter.trigger(trigger);
          return promoter.await(release.id(), Duration.ofDays(100));
        } catch (PortException | TriggerRefusedException later) {
          clock.advance(Duration.ofMinutes(1));
        }
      }
      throw new AssertionError("it never started");
    }

    void assertPromotedOnce(Release release, String what) {
      proxy.conduct(FaultProxy.Conduct.WORKS);
      proxy.deliverLate();
      assertThat(release.status())
          .as("%s: %s", what, release.events())
          .isEqualTo(ReleaseStatus.SUCCEEDED);
      List<CommitId> landed =
          Stream.of("qa", "production")
              .map(name -> release.environment(new EnvironmentName(name)))
              .map(EnvironmentProgress::applications)
              .flatMap(List::stream)
              .map(ApplicationProgress::commit)
              .map(Optional::orElseThrow)
              .toList();
      assertThat(landed).as(what).hasSize(2);
      assertThat(log()).as(what).containsExactly(landed.get(1), landed.get(0), first);
    }

    @Override
    public void close() {
      far.close();
      near.close();
      repository.close();
      proxy.close();
    }
  }
}
