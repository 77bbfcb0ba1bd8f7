package dev.promotion.testkit.simulation;

import dev.promotion.catalog.Catalog;
import dev.promotion.port.ReleaseStore;
import dev.promotion.product.Application;
import dev.promotion.product.ProductName;
import dev.promotion.promoter.PromoterBuilder;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.promoter.Trigger;
import dev.promotion.release.ReleaseId;
import dev.promotion.repository.BranchName;
import dev.promotion.testkit.InMemoryRepositories;
import dev.promotion.testkit.InMemoryRepository;
import dev.promotion.testkit.SimulatedCluster;
import dev.promotion.testkit.TestClock;
import dev.promotion.testkit.fault.ObservedPorts;
import dev.promotion.testkit.fault.PortCall;
import dev.promotion.testkit.fault.PortInterceptor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All that stays when a process dies: repositories, cluster, store, time, and the requests that are
 * still on their way. Not thread-safe.
 */
final class World {

  /** A request that nobody waits for any more. */
  record Late(String what, Runnable effect) {}

  private static final Duration TO_DEPLOY = Duration.ofMinutes(1);

  private final Scene scene;
  private final Conditions conditions;
  private final TestClock clock = TestClock.create();
  private final InMemoryRepositories repositories;
  private final SimulatedCluster cluster;
  private final ReleaseStore store;
  private final Referee referee;
  private final Deque<Late> late = new ArrayDeque<>();
  private final Map<ProductName, ReleaseId> releases = new LinkedHashMap<>();
  private final Set<ProductName> refused = new HashSet<>();
  private Catalog catalog;
  private boolean mayFail;

  World(Scene scene, Conditions conditions) {
    this.scene = scene;
    this.conditions = conditions;
    this.catalog = scene.catalog();
    repositories = scene.repositories(clock);
    cluster = SimulatedCluster.of(scene.catalog(), repositories, clock);
    cluster.healthLagsBy(conditions.healthLag());
    deployVersionOne();
    store = conditions.store().get();
    referee = new Referee(scene, repositories);
  }

  /** What is promoted replaces something that runs and is healthy. */
  private void deployVersionOne() {
    scene.applications().forEach(cluster::status);
    clock.advance(TO_DEPLOY);
    scene.applications().forEach(cluster::status);
  }

  /** Starts a process of somebody else's, whose ports are not disturbed. */
  SequentialPromoter undisturbed() {
    return promoter(new SkewedClock(clock), new Untouched());
  }

  private static final class Untouched implements PortInterceptor {
    @Override
    public <T> T call(PortCall call, Supplier<T> real) {
      return real.get();
    }
  }

  /** Starts a process whose ports are disturbed. */
  Engine engine(PortInterceptor disturbed) {
    ReleaseStore seen =
        ObservedPorts.through(disturbed).store(ObservedPorts.through(referee).store(store));
    return new Engine(new SkewedClock(clock), seen, own -> promoter(own, disturbed));
  }

  private SequentialPromoter promoter(SkewedClock own, PortInterceptor disturbed) {
    ObservedPorts watched = ObservedPorts.through(referee);
    ObservedPorts ports = ObservedPorts.through(disturbed);
    PromoterBuilder builder =
        SequentialPromoter.builder()
            .catalog(catalog)
            .repositories(ports.repositories(watched.repositories(repositories)))
            .health(ports.health(watched.health(cluster)))
            .store(ports.store(watched.store(store)))
            .clock(own)
            .stableFor(conditions.stableFor());
    scene.editor().ifPresent(builder::fileValues);
    return builder.build();
  }

  Trigger trigger(ProductName product) {
    return Trigger.flow(scene.flow().name().value())
        .product(product.value())
        .by("alice")
        .application(
            scene
                .catalog()
                .applications(product, scene.flow().triggerEnvironment())
                .get(0)
                .name()
                .value())
        .key("simulation");
  }

  Scene scene() {
    return scene;
  }

  TestClock clock() {
    return clock;
  }

  InMemoryRepositories repositories() {
    return repositories;
  }

  SimulatedCluster cluster() {
    return cluster;
  }

  ReleaseStore store() {
    return store;
  }

  Referee referee() {
    return referee;
  }

  void started(ProductName product, ReleaseId release) {
    Optional<ReleaseId> before = Optional.ofNullable(releases.putIfAbsent(product, release));
    if (before.filter(each -> !each.equals(release)).isPresent()) {
      throw new Violation(
          "the same trigger never makes two releases", before.get() + " and " + release);
    }
  }

  /** Returns the products whose trigger was accepted, with their releases. */
  Map<ProductName, ReleaseId> releases() {
    return releases;
  }

  /** Returns the products whose trigger is refused for good, after what happened elsewhere. */
  Set<ProductName> refused() {
    return refused;
  }

  /** Remembers that something happened after which a release need not succeed. */
  void releaseMayFail() {
    mayFail = true;
  }

  boolean mayFail() {
    return mayFail;
  }

  /** Lets every process that starts from now on read other definitions. */
  void define(Catalog changed) {
    catalog = changed;
  }

  void delay(Late request) {
    late.add(request);
  }

  /** Lets the oldest late request arrive, if there is one. */
  boolean deliver() {
    Optional<Late> next = Optional.ofNullable(late.poll());
    next.map(Late::effect).ifPresent(Runnable::run);
    return next.isPresent();
  }

  boolean isQuiet() {
    return late.isEmpty();
  }

  /** Somebody commits elsewhere, on every branch, as happens sooner or later. */
  void moveOn() {
    for (Application each : scene.applications()) {
      InMemoryRepository repository = repositories.repository(each.source().repository());
      for (String branch : List.of(Scene.branch(each), Elsewhere.RENAMED)) {
        if (Referee.head(repository, new BranchName(branch)).isPresent()) {
          repository.commit(branch, "Go on", Map.of("elsewhere.txt", "" + clock.now()));
        }
      }
    }
  }

  /** Lets time pass. */
  void pass(Duration time) {
    clock.advance(time);
  }
}
