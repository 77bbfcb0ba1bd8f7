package dev.promotion.testkit.simulation;

import static java.util.Objects.requireNonNull;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.FileValues;
import dev.promotion.port.ReleaseStore;
import dev.promotion.product.ProductName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Promotes through a flow many thousand times, each time with other faults, and looks whether a
 * promise is ever broken.
 *
 * <pre>{@code
 * PromotionSimulation.of(flow).applications("qa", 3).seeds(10_000).check();
 * }</pre>
 *
 * <p>The promoters are the real ones. Repositories, cluster, store and time are in memory, so that
 * a run follows from its seed alone and takes about a millisecond. In each run one to three
 * processes share a store; which faults there are, and how often, the seed says: processes die,
 * requests and answers get lost, come late or twice, reads are stale, people push, revert and
 * delete, the cluster fails. A referee looks at every commit and every event at the moment that it
 * happens. Then all is well again, and every release must end: well, unless something stands in its
 * way.
 *
 * <p>A run that breaks a promise is made smaller, and reported with a line that makes it again.
 *
 * <p>Not thread-safe.
 */
public final class PromotionSimulation {

  /** The system property that names one run to make instead of all: what a report gave. */
  public static final String REPLAY = "promotion.simulation.replay";

  private static final Duration HEALTH_LAG = Duration.ofSeconds(20);

  private final Map<EnvironmentName, Integer> counts = new HashMap<>();
  private final Set<Disturbance> disturbances = EnumSet.allOf(Disturbance.class);
  private List<ProductName> products = List.of(new ProductName("product"));
  private Optional<Catalog> catalog = Optional.empty();
  private Optional<PromotionFlow> flow = Optional.empty();
  private List<Scene> scenes = List.of();
  private Optional<KeptRuns> kept = Optional.empty();
  private Supplier<ReleaseStore> store = ReleaseStore::inMemory;
  private Duration stableFor = Duration.ofSeconds(5);
  private int mostEngines = 3;
  private Optional<FileValues> fileValues = ServiceLoader.load(FileValues.class).findFirst();
  private boolean apart;
  private boolean wasRun;
  private long from = 1;
  private long count = 1_000;
  private int threads = Runtime.getRuntime().availableProcessors();

  private PromotionSimulation() {}

  /**
   * Starts to describe a simulation.
   *
   * @return a simulation that needs a flow
   */
  public static PromotionSimulation create() {
    return new PromotionSimulation();
  }

  /**
   * Starts to describe the simulation of a flow.
   *
   * @param flow the flow; each of its environments gets one application
   * @return a simulation of 1,000 runs
   */
  public static PromotionSimulation of(PromotionFlow flow) {
    return create().flow(flow);
  }

  /**
   * Sets the flow.
   *
   * @param flow a flow; each of its environments gets applications of its own
   * @return this simulation
   */
  public PromotionSimulation flow(PromotionFlow flow) {
    this.flow = Optional.of(requireNonNull(flow, "flow"));
    return this;
  }

  /**
   * Sets the definitions: their applications, with the repositories, branches and folders that they
   * name, are simulated instead of invented ones.
   *
   * @param catalog definitions
   * @param flow the name of a flow in them
   * @return this simulation
   * @throws IllegalArgumentException if there is no such flow
   */
  public PromotionSimulation catalog(Catalog catalog, String flow) {
    this.catalog = Optional.of(catalog);
    return flow(
        catalog
            .flow(new FlowName(flow))
            .orElseThrow(
                () -> new IllegalArgumentException("the catalog has no flow '" + flow + "'")));
  }

  /**
   * Sets which products are promoted, all at the same time.
   *
   * @param names at least one name
   * @return this simulation
   */
  public PromotionSimulation products(String... names) {
    products = Arrays.stream(names).map(ProductName::new).toList();
    if (products.isEmpty()) {
      throw new IllegalArgumentException("a simulation needs a product");
    }
    return this;
  }

  /**
   * Sets how many invented applications a product has in an environment. By default one.
   *
   * @param environment the name of an environment
   * @param count at least one
   * @return this simulation
   */
  public PromotionSimulation applications(String environment, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("an environment needs an application: " + count);
    }
    counts.put(new EnvironmentName(environment), count);
    return this;
  }

  /**
   * Gives each environment a repository of its own. By default invented applications share one.
   *
   * @return this simulation
   */
  public PromotionSimulation repositoryPerEnvironment() {
    apart = true;
    return this;
  }

  /**
   * Sets how many processes there are at most; how many there are in a run the seed says. By
   * default 3.
   *
   * @param most at least one
   * @return this simulation
   */
  public PromotionSimulation engines(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("somebody has to promote: " + most);
    }
    mostEngines = most;
    return this;
  }

  /**
   * Sets how long an application must stay healthy. By default 5 seconds.
   *
   * @param window zero or more
   * @return this simulation
   */
  public PromotionSimulation stableFor(Duration window) {
    stableFor = requireNonNull(window, "window");
    return this;
  }

  /**
   * Sets the store under test. By default the one in memory.
   *
   * @param store makes an empty store for each run; it must be deterministic
   * @return this simulation
   */
  public PromotionSimulation store(Supplier<ReleaseStore> store) {
    this.store = requireNonNull(store, "store");
    return this;
  }

  /**
   * Sets who reads and changes values inside files, for definitions with templates. By default what
   * a service loader finds.
   *
   * @param fileValues an adapter that knows the formats of the files
   * @return this simulation
   */
  public PromotionSimulation fileValues(FileValues fileValues) {
    this.fileValues = Optional.of(requireNonNull(fileValues, "fileValues"));
    return this;
  }

  /**
   * Leaves disturbances out. By default there are all.
   *
   * @param some what is not to happen
   * @return this simulation
   */
  public PromotionSimulation without(Disturbance... some) {
    List.of(some).forEach(disturbances::remove);
    return this;
  }

  /**
   * Sets how many runs are made, with the seeds from 1 on. By default 1,000.
   *
   * @param count at least one
   * @return this simulation
   */
  public PromotionSimulation seeds(long count) {
    return seeds(1, count);
  }

  /**
   * Sets which runs are made.
   *
   * @param from the first seed
   * @param count how many seeds from there on; at least one
   * @return this simulation
   */
  public PromotionSimulation seeds(long from, long count) {
    if (count < 1) {
      throw new IllegalArgumentException("a simulation needs a seed: " + count);
    }
    this.from = from;
    this.count = count;
    return this;
  }

  /** Makes the runs that failed once before all others, and adds those that fail now. */
  PromotionSimulation keeping(KeptRuns runs) {
    kept = Optional.of(runs);
    return this;
  }

  /**
   * Sets how many threads make runs; each run has one. By default as many as there are processors.
   *
   * @param count at least one
   * @return this simulation
   */
  public PromotionSimulation threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("somebody has to run: " + count);
    }
    threads = count;
    return this;
  }

  /** Sets the scenes that the seeds take turns with, instead of a flow. */
  PromotionSimulation scenes(List<Scene> scenes) {
    this.scenes = List.copyOf(scenes);
    return this;
  }

  /**
   * Makes all runs, or the one that the system property {@value #REPLAY} names.
   *
   * @return what became of them
   */
  public SimulationReport run() {
    Optional<String> only =
        Optional.ofNullable(System.getProperty(REPLAY)).filter(line -> !line.isBlank());
    return only.map(this::replay).orElseGet(this::runAll);
  }

  private SimulationReport runAll() {
    wasRun = true;
    List<String> known = kept.map(KeptRuns::lines).orElse(List.of());
    SimulationReport report = runner().all(from, count, threads, known);
    kept.ifPresent(each -> each.keep(report));
    return report;
  }

  boolean wasRun() {
    return wasRun;
  }

  /**
   * Makes one run.
   *
   * @param line the run, as a report gave it: a seed, or a seed with disturbances
   * @return what became of it
   * @throws IllegalArgumentException if it names no run
   */
  public SimulationReport replay(String line) {
    wasRun = true;
    return runner().only(Replay.parse(line));
  }

  /**
   * Makes all runs and requires that no promise was broken.
   *
   * @return what became of them
   * @throws AssertionError with the report if a promise was broken
   */
  public SimulationReport check() {
    SimulationReport report = run();
    if (!report.failures().isEmpty()) {
      throw new AssertionError(System.lineSeparator() + report);
    }
    return report;
  }

  private Runs runner() {
    List<Scene> places = scenes.isEmpty() ? List.of(scene()) : scenes;
    List<Conditions> conditions = new ArrayList<>();
    for (int engines = 1; engines <= mostEngines; engines++) {
      conditions.add(new Conditions(engines, stableFor, Duration.ZERO, store));
      conditions.add(new Conditions(engines, stableFor, HEALTH_LAG, store));
    }
    return new Runs(places, conditions, disturbances);
  }

  private Scene scene() {
    PromotionFlow promoted =
        flow.orElseThrow(() -> new IllegalStateException("the simulation needs a flow"));
    return catalog
        .map(each -> Scene.of(each, promoted, products, fileValues))
        .orElseGet(() -> Scene.around(promoted, products, counts, apart));
  }
}
