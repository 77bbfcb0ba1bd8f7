package dev.promotion.promoter;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.FakeRepository;
import dev.promotion.fixture.LineValues;
import dev.promotion.fixture.ManualClock;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.Fault;
import dev.promotion.port.FileValues;
import dev.promotion.port.Health;
import dev.promotion.port.HealthStatus;
import dev.promotion.port.PortException;
import dev.promotion.port.ReleaseStore;
import dev.promotion.port.Repositories;
import dev.promotion.port.SyncStatus;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.ProductName;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.Cargo;
import dev.promotion.release.CargoValues;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleasePlan;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Product {@code shop} with one application in each of dev, qa and production, all in one
 * repository, and every part of a promoter on fakes.
 */
final class PromoterFixture {

  static final ReleaseId ID = new ReleaseId("0123456789abcdef01234567");
  static final EnvironmentName QA = new EnvironmentName("qa");
  static final ApplicationName SHOP_QA = new ApplicationName("shop-qa");
  static final Place PLACE = new Place(ID, QA, SHOP_QA);
  static final RepositoryUrl URL = new RepositoryUrl("https://git.example/acme/shop");

  /** What fails on purpose here is not worth a line in the output. */
  private static final Logger QUIET = Logger.getLogger("dev.promotion");

  Duration stableFor = Duration.ofSeconds(5);
  final Map<RepositoryUrl, FakeRepository> elsewhere = new HashMap<>();
  final FileValues editor = new LineValues();
  final FakeRepository repository = new FakeRepository();
  final ManualClock clock = new ManualClock();
  final ReleaseStore store = ReleaseStore.inMemory();
  final List<Release> told = new ArrayList<>();
  final Journal journal = new Journal(store, clock, told::add);
  final Map<ApplicationName, Optional<ApplicationStatus>> statuses = new HashMap<>();
  final PromotionFlow flow =
      PromotionFlow.of(
          "three-env", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa"));
  final Catalog.Builder catalog =
      Catalog.builder()
          .environment(Environment.of("dev"))
          .environment(Environment.of("qa"))
          .environment(Environment.of("production"))
          .flow(flow)
          .application(application("dev").build())
          .application(application("qa").build())
          .application(application("production").build());

  PromoterFixture() {
    QUIET.setLevel(Level.OFF);
    repository.commit("lay out qa", Map.of("envs/qa/values.yaml", "tag: 1"));
    repository.commit("lay out production", Map.of("envs/production/values.yaml", "tag: 1"));
    repository.commit("raise the tag", Map.of("envs/dev/values.yaml", "tag: 2"));
  }

  static Application.Builder application(String environment) {
    return Application.builder("shop-" + environment)
        .product("shop")
        .environment(environment)
        .source(URL.value(), "envs/" + environment, "main");
  }

  static Trigger trigger() {
    return Trigger.flow("three-env").product("shop").by("alice");
  }

  static PortException fault(Fault fault) {
    return new PortException(
        fault,
        new Problem(ProblemCode.REPOSITORY_UNREACHABLE, "git.example", "does not answer"),
        null);
  }

  Repositories repositories() {
    return url -> {
      FakeRepository found = url.equals(URL) ? repository : elsewhere.get(url);
      if (found == null) {
        throw fault(Fault.NOT_FOUND);
      }
      return found;
    };
  }

  /** Everything runs and is healthy at the head of the branch, unless a test said otherwise. */
  Health health() {
    return application ->
        statuses.getOrDefault(application.name(), Optional.of(healthyAt(repository.head())));
  }

  ApplicationStatus healthyAt(CommitId revision) {
    return new ApplicationStatus(
        SyncStatus.SYNCED,
        Optional.of(revision),
        HealthStatus.HEALTHY,
        "",
        Optional.empty(),
        clock.now());
  }

  Preflight preflight() {
    return new Preflight(
        catalog.build(),
        repositories(),
        editor,
        stableFor,
        new Person("Promotion", "promotion@example.org"));
  }

  PromoterBuilder builder() {
    return SequentialPromoter.builder()
        .catalog(catalog.build())
        .repositories(repositories())
        .health(health())
        .fileValues(editor)
        .clock(clock)
        .store(store)
        .stableFor(Duration.ZERO);
  }

  /** Starts a release of the newest commit, in the trigger environment. */
  Release started(ReleaseId id) {
    ReleasePlan plan = preflight().plan(trigger());
    return journal.start(new ReleaseStarted(id, plan));
  }

  /** Starts a release and lets it pass the trigger environment and begin qa. */
  Release inQa() {
    return inQa(ID);
  }

  /** Starts a release that carries values instead of files, and lets it begin qa. */
  Release inQa(List<CargoValues> values) {
    return inQa(ID, values);
  }

  Release inQa(ReleaseId id, List<CargoValues> values) {
    ReleasePlan plan = preflight().plan(trigger());
    Cargo cargo = new Cargo(URL, List.of(), values);
    journal.start(
        new ReleaseStarted(
            id,
            new ReleasePlan(
                plan.product(),
                plan.flow(),
                plan.initiator(),
                plan.version(),
                plan.source(),
                cargo,
                plan.targets(),
                plan.stableFor(),
                plan.author(),
                plan.warnings())));
    return pastTrigger(id);
  }

  Release inQa(ReleaseId id) {
    started(id);
    return pastTrigger(id);
  }

  private Release pastTrigger(ReleaseId id) {
    EnvironmentName dev = new EnvironmentName("dev");
    ApplicationName source = new ApplicationName("shop-dev");
    return journal.append(
        journal.load(id),
        List.of(
            new ReleaseEvent.EnvironmentStarted(dev),
            new ReleaseEvent.ApplicationHealthy(dev, source, repository.head(), clock.now()),
            new ReleaseEvent.ApplicationSucceeded(dev, source),
            new ReleaseEvent.EnvironmentStarted(QA)));
  }

  Release append(Release release, ReleaseEvent event) {
    return journal.append(release, List.of(event));
  }

  Visit visit(Release release) {
    return new Visit(
        journal,
        clock,
        new Commits(repositories(), editor),
        new HealthCheck(health(), repositories(), editor),
        release);
  }

  static ApplicationProgress qa(Release release) {
    return release.environment(QA).application(SHOP_QA).orElseThrow();
  }

  static ProductName shop() {
    return new ProductName("shop");
  }
}
