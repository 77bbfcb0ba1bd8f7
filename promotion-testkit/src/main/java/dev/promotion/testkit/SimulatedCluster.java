package dev.promotion.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.Clock;
import dev.promotion.port.Fault;
import dev.promotion.port.Health;
import dev.promotion.port.HealthStatus;
import dev.promotion.port.PortException;
import dev.promotion.port.Repositories;
import dev.promotion.port.Repository;
import dev.promotion.port.SyncStatus;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationName;
import dev.promotion.repository.CommitId;
import dev.promotion.testkit.SimulatedDeployment.Conduct;
import dev.promotion.testkit.SimulatedDeployment.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A cluster that deploys applications from their repositories as Argo CD would, with lag, and with
 * the mishaps that a test asks for: {@code cluster.degrade("qa")}.
 *
 * <p>It has every application that it is asked for. The first look at one begins its first sync, so
 * until that ends it is missing. From then on a commit that changes its files is noticed, synced
 * and becomes healthy, each after its time. A commit that leaves its files alone is noticed, and
 * needs no sync.
 *
 * <p>Nothing happens between two looks: each {@link #status} brings the application to the present
 * of the clock, and time begins to run for what it finds new. So a test is the same each time.
 *
 * <p>Thread-safe.
 */
public final class SimulatedCluster implements Health {

  private enum Mishap {
    DEGRADED,
    SYNC_FAILS,
    SYNC_PAUSED,
    UNKNOWN,
    UNREACHABLE,
    REMOVED
  }

  private record Weakness(String name, String file, Predicate<String> text) {}

  private final Optional<Catalog> catalog;
  private final Repositories repositories;
  private final Clock clock;
  private final Map<ApplicationName, SimulatedDeployment> deployments = new HashMap<>();
  private final Map<String, Set<Mishap>> mishaps = new HashMap<>();
  private final List<Weakness> weaknesses = new ArrayList<>();
  private Pace pace = new Pace(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(3));

  private Duration lag = Duration.ZERO;

  private SimulatedCluster(Optional<Catalog> catalog, Repositories repositories, Clock clock) {
    this.catalog = catalog;
    this.repositories = requireNonNull(repositories, "repositories");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Creates a cluster for applications that name their environment themselves.
   *
   * @param repositories where it deploys from
   * @param clock tells it the time
   * @return a cluster without mishaps, in which a sync takes 2 seconds and a start 3
   */
  public static SimulatedCluster of(Repositories repositories, Clock clock) {
    return new SimulatedCluster(Optional.empty(), repositories, clock);
  }

  /**
   * Creates a cluster that takes the environments of applications from a catalog. It refuses a
   * mishap for a name that the catalog does not have.
   *
   * @param catalog tells which application belongs to which environment
   * @param repositories where it deploys from
   * @param clock tells it the time
   * @return a cluster without mishaps, in which a sync takes 2 seconds and a start 3
   */
  public static SimulatedCluster of(Catalog catalog, Repositories repositories, Clock clock) {
    return new SimulatedCluster(Optional.of(catalog), repositories, clock);
  }

  /**
   * Sets how long a commit stays unnoticed: the old revision is told to be synced and healthy. By
   * default no time.
   *
   * @param time zero or more
   * @return this cluster
   */
  public synchronized SimulatedCluster noticeAfter(Duration time) {
    pace = new Pace(checked(time), pace.sync(), pace.healthy());
    return this;
  }

  /**
   * Sets how long a sync runs. By default 2 seconds.
   *
   * @param time zero or more
   * @return this cluster
   */
  public synchronized SimulatedCluster syncAfter(Duration time) {
    pace = new Pace(pace.notice(), checked(time), pace.healthy());
    return this;
  }

  /**
   * Sets how long an application takes to become healthy after its sync. By default 3 seconds.
   *
   * @param time zero or more
   * @return this cluster
   */
  public synchronized SimulatedCluster healthyAfter(Duration time) {
    pace = new Pace(pace.notice(), pace.sync(), checked(time));
    return this;
  }

  /**
   * Sets how long after the end of a sync the health from before it is still told, with the time at
   * which that was observed. So does Argo CD, where syncs and health are looked after apart. By
   * default no time.
   *
   * @param time zero or more
   * @return this cluster
   */
  public synchronized SimulatedCluster healthLagsBy(Duration time) {
    lag = checked(time);
    return this;
  }

  /**
   * Lets what runs be degraded, until it is healed.
   *
   * @param name an application, or an environment for all its applications
   * @return this cluster
   */
  public SimulatedCluster degrade(String name) {
    return add(name, Mishap.DEGRADED);
  }

  /**
   * Lets what runs be degraded for as long as one of its files has a bad content.
   *
   * @param name an application, or an environment for all its applications
   * @param file a file below the source path of the application
   * @param text tells whether the text of the file is bad
   * @return this cluster
   */
  public synchronized SimulatedCluster degradeWhen(
      String name, String file, Predicate<String> text) {
    weaknesses.add(new Weakness(known(name), requireNonNull(file, "file"), text));
    return this;
  }

  /**
   * Lets syncs fail, until they are healed; then the last one is tried again.
   *
   * @param name an application, or an environment for all its applications
   * @return this cluster
   */
  public SimulatedCluster failSync(String name) {
    return add(name, Mishap.SYNC_FAILS);
  }

  /**
   * Lets no sync begin, until it is healed.
   *
   * @param name an application, or an environment for all its applications
   * @return this cluster
   */
  public SimulatedCluster pauseSync(String name) {
    return add(name, Mishap.SYNC_PAUSED);
  }

  /**
   * Lets sync and health be unknown, until they are healed. Syncs go on meanwhile.
   *
   * @param name an application, or an environment for all its applications
   * @return this cluster
   */
  public SimulatedCluster unknown(String name) {
    return add(name, Mishap.UNKNOWN);
  }

  /**
   * Lets the cluster not answer for an application, until it is healed. Syncs go on meanwhile.
   *
   * @param name an application, or an environment for all its applications
   * @return this cluster
   */
  public SimulatedCluster unreachable(String name) {
    return add(name, Mishap.UNREACHABLE);
  }

  /**
   * Removes an application. When it is healed it is a new one.
   *
   * @param name an application, or an environment for all its applications
   * @return this cluster
   */
  public SimulatedCluster remove(String name) {
    return add(name, Mishap.REMOVED);
  }

  /**
   * Ends every mishap that was asked for by this name.
   *
   * @param name the application or environment as it was named for the mishap
   * @return this cluster
   */
  public synchronized SimulatedCluster heal(String name) {
    mishaps.remove(known(name));
    weaknesses.removeIf(weakness -> weakness.name().equals(name));
    return this;
  }

  @Override
  public synchronized Optional<ApplicationStatus> status(Application application) {
    Set<Mishap> present = mishapsOf(application);
    if (present.contains(Mishap.REMOVED)) {
      deployments.remove(application.name());
      return Optional.empty();
    }
    Instant now = clock.now();
    SimulatedDeployment deployment =
        deployments.computeIfAbsent(application.name(), name -> new SimulatedDeployment());
    Optional<Problem> lost = look(application, deployment, now, present);
    if (present.contains(Mishap.UNREACHABLE)) {
      throw unreachable(application);
    }
    if (present.contains(Mishap.UNKNOWN)) {
      return Optional.of(unknown(deployment, HealthStatus.UNKNOWN, "nothing is known", now));
    }
    Optional<Instant> before = deployment.observedBeforeSync(now, lag);
    HealthStatus health =
        before.isPresent() ? HealthStatus.HEALTHY : health(application, deployment, now, present);
    return Optional.of(
        lost.map(problem -> unknown(deployment, health, problem.message(), now))
            .orElseGet(
                () ->
                    new ApplicationStatus(
                        deployment.sync(),
                        deployment.compared(),
                        health,
                        health == HealthStatus.DEGRADED ? "degraded, as the test asked for" : "",
                        deployment.operation(),
                        before.orElse(now))));
  }

  private static ApplicationStatus unknown(
      SimulatedDeployment deployment, HealthStatus health, String message, Instant now) {
    return new ApplicationStatus(
        SyncStatus.UNKNOWN, Optional.empty(), health, message, deployment.operation(), now);
  }

  private Optional<Problem> look(
      Application application, SimulatedDeployment deployment, Instant now, Set<Mishap> present) {
    Conduct conduct =
        new Conduct(present.contains(Mishap.SYNC_PAUSED), present.contains(Mishap.SYNC_FAILS));
    try {
      deployment.look(repositoryOf(application), application.source(), now, pace, conduct);
      return Optional.empty();
    } catch (PortException unreadable) {
      return Optional.of(unreadable.problem());
    }
  }

  private HealthStatus health(
      Application application, SimulatedDeployment deployment, Instant now, Set<Mishap> present) {
    boolean degraded =
        present.contains(Mishap.DEGRADED)
            || deployment.runs().filter(runs -> isWeak(application, runs)).isPresent();
    HealthStatus health = deployment.health(now, pace);
    return degraded && health != HealthStatus.MISSING ? HealthStatus.DEGRADED : health;
  }

  private boolean isWeak(Application application, CommitId runs) {
    Repository repository = repositoryOf(application);
    return weaknesses.stream()
        .filter(weakness -> named(application, weakness.name()))
        .anyMatch(
            weakness ->
                repository.files(runs, application.source().path()).stream()
                    .filter(entry -> entry.path().equals(weakness.file()))
                    .map(entry -> new String(repository.content(entry.id()), UTF_8))
                    .anyMatch(weakness.text()));
  }

  private Repository repositoryOf(Application application) {
    return repositories.repository(application.source().repository());
  }

  private Set<Mishap> mishapsOf(Application application) {
    Set<Mishap> present = EnumSet.noneOf(Mishap.class);
    mishaps.forEach(
        (name, some) -> {
          if (named(application, name)) {
            present.addAll(some);
          }
        });
    return present;
  }

  private boolean named(Application application, String name) {
    return application.name().value().equals(name)
        || application
            .declaredEnvironment()
            .map(environment -> environment.value().equals(name))
            .orElseGet(() -> catalog.filter(each -> places(each, application, name)).isPresent());
  }

  private static boolean places(Catalog catalog, Application application, String name) {
    return catalog
        .applications(application.product(), new EnvironmentName(name))
        .contains(application);
  }

  private synchronized SimulatedCluster add(String name, Mishap mishap) {
    mishaps.computeIfAbsent(known(name), key -> EnumSet.noneOf(Mishap.class)).add(mishap);
    return this;
  }

  private String known(String name) {
    requireNonNull(name, "name");
    boolean known =
        catalog
            .map(
                each ->
                    each.environment(new EnvironmentName(name)).isPresent()
                        || each.application(new ApplicationName(name)).isPresent())
            .orElse(true);
    if (!known) {
      throw new IllegalArgumentException(
          "the catalog has neither an environment nor an application '" + name + "'");
    }
    return name;
  }

  private static Duration checked(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + time);
    }
    return time;
  }

  private static PortException unreachable(Application application) {
    return new PortException(
        Fault.TRANSIENT,
        new Problem(
            ProblemCode.HEALTH_UNKNOWN,
            "application " + application,
            "the cluster does not answer, as the test asked for; heal it"),
        null);
  }
}
