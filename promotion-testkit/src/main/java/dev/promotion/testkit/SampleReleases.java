package dev.promotion.testkit;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.Destination;
import dev.promotion.product.ProductName;
import dev.promotion.release.Actor;
import dev.promotion.release.Cargo;
import dev.promotion.release.CargoFile;
import dev.promotion.release.CommitIntent;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.ApplicationHealthy;
import dev.promotion.release.ReleaseEvent.ApplicationSucceeded;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.CommitAbandoned;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.DeadlinePassed;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseEvent.NothingToChange;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseEvent.TerminationRequested;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.release.SourceCommit;
import dev.promotion.release.Target;
import dev.promotion.release.Version;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Events to keep in a store, with everything in them that is hard to keep. */
final class SampleReleases {

  private static final String ODD =
      "ünïcödé 😀 'single' \"double\" back\\slash %s ${x} <b>&amp; -- ; null \u0001 \u202e ";
  private static final Instant START = Instant.parse("2026-01-02T03:04:05.123456789Z");
  private static final RepositoryUrl URL =
      new RepositoryUrl("https://git.example.com/acme/shop.git");
  private static final EnvironmentName QA = new EnvironmentName("qa");
  private static final ApplicationName SHOP_QA = new ApplicationName("shop-qa");
  private static final CommitId COMMIT = new CommitId("1f".repeat(20));
  private static final BlobId BLOB = new BlobId("e6".repeat(20));
  private static final Problem ODD_PROBLEM = new Problem(ProblemCode.DEGRADED, ODD, ODD);

  private SampleReleases() {}

  /** Returns the id of a sample; a greater number has a smaller id. */
  static ReleaseId id(int number) {
    return new ReleaseId(String.format(Locale.ROOT, "%024x", 0xffffff - number));
  }

  /** Returns the start of a release as it is recorded. */
  static RecordedEvent start(ReleaseId release, String product) {
    return start(release, product, 2);
  }

  /** Returns the start of a release of many files. */
  static RecordedEvent start(ReleaseId release, String product, int files) {
    return first(new ReleaseStarted(release, plan(product, files)));
  }

  /** Returns an ordinary event that follows another. */
  static RecordedEvent next(RecordedEvent before) {
    return after(before, new EnvironmentStarted(QA));
  }

  /** Returns several ordinary events that follow another and each other. */
  static List<RecordedEvent> next(RecordedEvent before, int count) {
    return Stream.iterate(next(before), SampleReleases::next).limit(count).toList();
  }

  /** Returns an ordinary event that claims another place than its own. */
  static RecordedEvent misplaced(RecordedEvent before, long sequence) {
    RecordedEvent next = next(before);
    return new RecordedEvent(sequence, next.at(), next.event(), next.seal());
  }

  /** Returns an event that tells who recorded it. */
  static RecordedEvent by(String who, RecordedEvent before) {
    return after(before, new TerminationRequested(new Actor(who), "race"));
  }

  /** Tells whether an event was recorded by somebody. */
  static boolean isBy(String who, RecordedEvent event) {
    return event.event().equals(new TerminationRequested(new Actor(who), "race"));
  }

  /** Returns an event that holds a text. */
  static RecordedEvent saying(RecordedEvent before, String text) {
    return after(before, new TerminationRequested(new Actor("alice"), text));
  }

  /** Returns the end of a release. */
  static RecordedEvent end(RecordedEvent before) {
    return end(before, ReleaseStatus.SUCCEEDED);
  }

  /** Returns a certain end of a release. */
  static RecordedEvent end(RecordedEvent before, ReleaseStatus status) {
    return after(before, new ReleaseEnded(status, ODD_PROBLEM));
  }

  /** Returns the end of a release of which a commit may still land. */
  static RecordedEvent endInDoubt(RecordedEvent before) {
    return after(before, new ReleaseEnded(ReleaseStatus.TERMINATED, ODD_PROBLEM, 1));
  }

  /** Returns what tells that no commit is in doubt any more. */
  static RecordedEvent settled(RecordedEvent before) {
    return after(before, new DoubtSettled(QA, SHOP_QA, Optional.empty(), 0));
  }

  /** Returns an event of each kind, with odd values, in the order of a history. */
  static List<RecordedEvent> everyKind(ReleaseId release, String product) {
    List<ReleaseEvent> events =
        List.of(
            new EnvironmentStarted(QA),
            new NothingToChange(QA, SHOP_QA, COMMIT),
            new CommitIntended(QA, SHOP_QA, intent()),
            new CommitLanded(QA, SHOP_QA, COMMIT),
            new CommitAbandoned(QA, SHOP_QA),
            new ApplicationWaiting(QA, SHOP_QA, ODD_PROBLEM),
            new ApplicationHealthy(QA, SHOP_QA, COMMIT, START),
            new ApplicationSucceeded(QA, SHOP_QA),
            new ApplicationFailed(QA, SHOP_QA, new Problem(ProblemCode.SYNC_FAILED, "", "")),
            new TerminationRequested(new Actor("ünïcödé 😀"), ODD + "\r\n\ttwo lines\n"),
            new DeadlinePassed(),
            new ReleaseEnded(ReleaseStatus.TERMINATED, ODD_PROBLEM, 2),
            new DoubtSettled(QA, SHOP_QA, Optional.of(COMMIT), 1),
            new DoubtSettled(QA, SHOP_QA, Optional.empty(), 0));
    List<RecordedEvent> recorded = new ArrayList<>();
    recorded.add(first(new ReleaseStarted(release, plan(product, 300))));
    events.forEach(event -> recorded.add(after(recorded.get(recorded.size() - 1), event)));
    return recorded;
  }

  private static RecordedEvent first(ReleaseStarted event) {
    return RecordedEvent.first(START, event);
  }

  /** Every event is a nanosecond after the one before. */
  private static RecordedEvent after(RecordedEvent before, ReleaseEvent event) {
    return before.next(before.at().plusNanos(1), event);
  }

  private static CommitIntent intent() {
    CommitDraft draft =
        new CommitDraft(
            new BranchName("release/ünï"),
            COMMIT,
            List.of(
                new FileEdit(new RepositoryPath("qa/ö 😀.yaml"), FileMode.REGULAR, BLOB),
                new FileEdit(new RepositoryPath("qa/run.sh"), FileMode.EXECUTABLE, BLOB)),
            new Person("Jürgen Müller", "jm@example.com"),
            Instant.parse("2026-01-02T03:04:05Z"),
            "\n promote\r\n\r\n" + ODD + "\n\n\n");
    return new CommitIntent(Integer.MAX_VALUE, draft, COMMIT);
  }

  private static ReleasePlan plan(String product, int files) {
    List<CargoFile> cargo = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      FileMode mode = file % 2 == 0 ? FileMode.REGULAR : FileMode.EXECUTABLE;
      cargo.add(new CargoFile(new RepositoryPath("templates/ü-" + file + ".yaml"), mode, BLOB));
    }
    BranchHead head = new BranchHead(new BranchName("main"), COMMIT);
    return new ReleasePlan(
        new ProductName(product),
        flow(),
        new Actor("alice"),
        new Version("v2.4.1+ünï"),
        new SourceCommit(
            application("shop-dev", product),
            new BranchName("main"),
            new CommitInfo(COMMIT, "Bob <bob@example.com>", ODD, START)),
        new Cargo(URL, cargo),
        List.of(
            new Target(QA, application("shop-qa", product), head),
            new Target(new EnvironmentName("eu"), placed(product), head)),
        Duration.ofSeconds(90, 1),
        new Person("Promotion", "promotion@example.com"),
        List.of(new Problem(ProblemCode.PROMOTES_EVERYTHING, "", ODD), ODD_PROBLEM));
  }

  private static PromotionFlow flow() {
    return PromotionFlow.of(
        new FlowName("diamond"),
        new EnvironmentName("dev"),
        List.of(
            FlowStep.of("qa", "dev"), FlowStep.of("eu", "dev"), FlowStep.of("prod", "qa", "eu")),
        Duration.ofMinutes(17));
  }

  private static Application application(String name, String product) {
    return Application.builder(name)
        .product(product)
        .environment(name.substring("shop-".length()))
        .source(URL.value(), "apps/" + name, "HEAD")
        .build();
  }

  private static Application placed(String product) {
    return Application.builder("shop-eu")
        .product(product)
        .destination(new Destination("https://k8s.example.com:6443", "shop"))
        .source(URL.value(), ".", "release/1.x")
        .build();
  }
}
