package dev.promotion.testkit;

import static java.util.Objects.requireNonNull;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.ReleaseStore;
import dev.promotion.product.Application;
import dev.promotion.product.ProductName;
import dev.promotion.promoter.PromoterBuilder;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.promoter.Trigger;
import dev.promotion.release.Release;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A small world around a flow, in memory and in no time: one repository with a folder for each
 * application, a cluster that deploys from it, a store, and a clock that jumps instead of waiting.
 *
 * <pre>{@code
 * PromotionScenario scenario = PromotionScenario.of(flow).product("cf-101");
 * scenario.cluster().degrade("qa");
 *
 * Release release = scenario.trigger();
 *
 * assertThat(release).failedIn("qa").neverReached("production");
 * }</pre>
 *
 * <p>At the start every environment has version 1, and the trigger environment has got version 2.
 */
public final class PromotionScenario {

  private static final String URL = "https://git.example.com/promotion/scenario.git";
  private static final String BRANCH = "main";
  private static final Duration LONG_ENOUGH = Duration.ofDays(100);

  private final PromotionFlow flow;
  private final ProductName product;
  private final Catalog catalog;
  private final Duration stableFor;
  private final TestClock clock = TestClock.create();
  private final InMemoryRepositories repositories = new InMemoryRepositories(clock);
  private final SimulatedCluster cluster;
  private final ReleaseStore store = ReleaseStore.inMemory();
  private final SequentialPromoter promoter;
  private int triggers;

  private PromotionScenario(Outline outline, ProductName product) {
    this.flow = outline.flow;
    this.product = product;
    this.stableFor = outline.stableFor;
    List<Application> applications = applications(outline, product);
    this.catalog = catalog(flow, applications, outline.content);
    Map<String, String> files = new LinkedHashMap<>();
    for (Application each : applications) {
      files.put(each.source().path() + "/Chart.yaml", "name: " + product + "\nversion: 0.1.0\n");
      files.put(each.source().path() + "/values.yaml", values("1"));
    }
    repository().commit(BRANCH, "Deploy version 1 everywhere", files);
    change("2");
    this.cluster = SimulatedCluster.of(catalog, repositories, clock);
    this.promoter = promoterBuilder().build();
  }

  /**
   * Starts to describe a scenario.
   *
   * @param flow the flow under test
   * @return what is to be completed with the name of the product
   */
  public static Outline of(PromotionFlow flow) {
    return new Outline(flow);
  }

  /**
   * Changes the files of the trigger environment by a commit: the image tag in {@code values.yaml}.
   *
   * @param tag the new tag
   * @return this scenario
   */
  public PromotionScenario change(String tag) {
    Application source = catalog.applications(product, flow.triggerEnvironment()).get(0);
    repository()
        .commit(
            BRANCH,
            "Update image tag to " + tag,
            Map.of(source.source().path() + "/values.yaml", values(tag)));
    return this;
  }

  /**
   * Triggers the flow and drives the release to its end, however long that takes by the clock of
   * the scenario.
   *
   * @return the release as it ended
   */
  public Release trigger() {
    return await(start());
  }

  /**
   * Triggers the flow without driving the release.
   *
   * @return the release at its start
   */
  public Release start() {
    return promoter.trigger(request());
  }

  /**
   * Drives a release to its end.
   *
   * @param release a release of this scenario
   * @return the release as it ended
   */
  public Release await(Release release) {
    return promoter.await(release.id(), LONG_ENOUGH);
  }

  /**
   * Returns a trigger of the flow, with a key of its own.
   *
   * @return a trigger
   */
  public Trigger request() {
    triggers++;
    return Trigger.flow(flow.name().value())
        .product(product.value())
        .by("alice")
        .key("scenario-" + triggers);
  }

  /**
   * Returns the cluster, to let things go wrong in it.
   *
   * @return the cluster that deploys from {@link #repository()}
   */
  public SimulatedCluster cluster() {
    return cluster;
  }

  /**
   * Returns the repository that holds the files of all environments, in {@code
   * environments/<environment>} on branch {@code main}.
   *
   * @return the one repository of the scenario
   */
  public InMemoryRepository repository() {
    return repositories.at(URL);
  }

  /**
   * Returns the text of a promoted file as it stands in an environment now.
   *
   * @param environment the name of an environment
   * @param file a file of its first application, such as {@code values.yaml}
   * @return the text
   */
  public String text(String environment, String file) {
    Application first = catalog.applications(product, new EnvironmentName(environment)).get(0);
    return repository().text(BRANCH, first.source().path() + "/" + file);
  }

  /**
   * Returns the flow under test.
   *
   * @return the flow
   */
  public PromotionFlow flow() {
    return flow;
  }

  /**
   * Returns the clock, to move it.
   *
   * @return the clock of the scenario
   */
  public TestClock clock() {
    return clock;
  }

  /**
   * Returns the promoter under test.
   *
   * @return the promoter
   */
  public SequentialPromoter promoter() {
    return promoter;
  }

  /**
   * Describes a promoter on the same outside, as after a restart of the process.
   *
   * @return a builder with every port set
   */
  public PromoterBuilder promoterBuilder() {
    return SequentialPromoter.builder()
        .catalog(catalog)
        .repositories(repositories)
        .health(cluster)
        .store(store)
        .clock(clock)
        .stableFor(stableFor);
  }

  /**
   * Returns the repositories, to wrap them.
   *
   * @return the repositories
   */
  public InMemoryRepositories repositories() {
    return repositories;
  }

  /**
   * Returns the store, to wrap it or to look into it.
   *
   * @return the store
   */
  public ReleaseStore store() {
    return store;
  }

  private static String values(String tag) {
    return "image:\n  repository: registry.example.com/app\n  tag: \"" + tag + "\"\n";
  }

  private static List<Application> applications(Outline outline, ProductName product) {
    List<Application> applications = new ArrayList<>();
    for (EnvironmentName environment : outline.flow.environments()) {
      int count = outline.counts.getOrDefault(environment, 1);
      IntStream.rangeClosed(1, count)
          .mapToObj(number -> count == 1 ? "" : "-" + number)
          .map(suffix -> application(product, environment, suffix))
          .forEach(applications::add);
    }
    return applications;
  }

  private static Application application(
      ProductName product, EnvironmentName environment, String suffix) {
    return Application.builder(product + "-" + environment + suffix)
        .product(product.value())
        .environment(environment.value())
        .source(URL, "environments/" + environment + suffix, "HEAD")
        .build();
  }

  private static Catalog catalog(
      PromotionFlow flow, List<Application> applications, Optional<TemplateContent> content) {
    Catalog.Builder catalog = Catalog.builder().flow(flow);
    content.ifPresent(
        what ->
            catalog.template(
                new PromotionTemplate(
                    new TemplateName("scenario"), LabelSelector.everything(), 0, what)));
    flow.environments().forEach(each -> catalog.environment(Environment.of(each.value())));
    applications.forEach(catalog::application);
    return catalog.build();
  }

  /** A scenario whose product is still to be named. Not thread-safe. */
  public static final class Outline {

    private final PromotionFlow flow;
    private final Map<EnvironmentName, Integer> counts = new HashMap<>();
    private Duration stableFor = Duration.ofSeconds(5);
    private Optional<TemplateContent> content = Optional.empty();

    private Outline(PromotionFlow flow) {
      this.flow = requireNonNull(flow, "flow");
    }

    /**
     * Sets how many applications of the product a target environment has. By default one.
     *
     * @param environment the name of an environment
     * @param count at least one
     * @return this outline
     */
    public Outline applications(String environment, int count) {
      if (count < 1) {
        throw new IllegalArgumentException("an environment needs an application: " + count);
      }
      counts.put(new EnvironmentName(environment), count);
      return this;
    }

    /**
     * Sets what is promoted.
     *
     * @param what files and values, or all files; if it is not set, all files are promoted
     * @return this outline
     */
    public Outline promoting(TemplateContent what) {
      content = Optional.of(what);
      return this;
    }

    /**
     * Sets how long an application must stay healthy. By default 5 seconds.
     *
     * @param window zero or more
     * @return this outline
     */
    public Outline stableFor(Duration window) {
      this.stableFor = requireNonNull(window, "window");
      return this;
    }

    /**
     * Names the product and makes the scenario.
     *
     * @param product the name of a product
     * @return the scenario
     */
    public PromotionScenario product(String product) {
      return new PromotionScenario(this, new ProductName(product));
    }
  }
}
