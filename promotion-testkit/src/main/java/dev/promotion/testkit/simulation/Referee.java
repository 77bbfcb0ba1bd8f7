package dev.promotion.testkit.simulation;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.PortException;
import dev.promotion.port.PreparedCommit;
import dev.promotion.product.Application;
import dev.promotion.release.Cargo;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.release.Target;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.testkit.InMemoryRepositories;
import dev.promotion.testkit.InMemoryRepository;
import dev.promotion.testkit.fault.PortCall;
import dev.promotion.testkit.fault.PortInterceptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Stands directly in front of repositories, cluster and store, behind every fault, and checks each
 * effect at the moment that it happens. Not thread-safe.
 */
final class Referee implements PortInterceptor {

  private final InMemoryRepositories repositories;
  private final Scene scene;
  private final Evidence evidence;
  private final CargoCheck check;
  private final Map<ReleaseId, Account> accounts = new LinkedHashMap<>();
  private final Map<String, Long> reached = new HashMap<>();
  private final List<Writing> underWay = new ArrayList<>();

  Referee(Scene scene, InMemoryRepositories repositories) {
    this.scene = scene;
    this.repositories = repositories;
    this.check = new CargoCheck(scene.editor());
    this.evidence = new Evidence(repositories, check);
  }

  /** Returns what is known of every release. */
  Collection<Account> accounts() {
    return accounts.values();
  }

  /** Returns how often each kind of event was recorded. */
  Map<String, Long> reached() {
    return reached;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T call(PortCall call, Supplier<T> real) {
    return switch (call.method()) {
      case "write" -> written(call, real);
      case "append" -> {
        T answer = real.get();
        appended(
            (ReleaseId) call.arguments().get(0), (List<RecordedEvent>) call.arguments().get(2));
        yield answer;
      }
      case "status" -> {
        T answer = real.get();
        evidence.add((Application) call.arguments().get(0), (Optional<ApplicationStatus>) answer);
        yield answer;
      }
      case "content" -> {
        underWay.forEach(Writing::look);
        yield real.get();
      }
      default -> real.get();
    };
  }

  /** A write that is under way; while it asks for contents, others may move the branch. */
  private static final class Writing {

    private final InMemoryRepository repository;
    private final BranchName branch;
    private Optional<CommitId> was;

    Writing(InMemoryRepository repository, BranchName branch) {
      this.repository = repository;
      this.branch = branch;
      this.was = head();
    }

    void look() {
      was = head();
    }

    Optional<CommitId> head() {
      return Referee.head(repository, branch);
    }
  }

  private void appended(ReleaseId release, List<RecordedEvent> events) {
    for (RecordedEvent each : events) {
      if (each.event() instanceof ReleaseStarted started) {
        accounts.put(release, new Account(release, started.plan()));
        requireWholePlan(started.plan());
      }
      Account account =
          Optional.ofNullable(accounts.get(release))
              .orElseThrow(() -> new Violation("a release begins with its start", "" + release));
      account.follow(each.sequence());
      if (account.end().isPresent() && !(each.event() instanceof DoubtSettled)) {
        throw new Violation("an end is final", release + " " + each.event());
      }
      String kind = each.event().getClass().getSimpleName();
      reached.merge(kind, 1L, Long::sum);
      each.event().accept(new Judge(this, account, each.at()));
    }
  }

  /**
   * A plan has every application of the product, and every file of the source; unless the
   * definitions were edited before it was made.
   */
  private void requireWholePlan(ReleasePlan plan) {
    if (!plan.flow().equals(scene.flow())) {
      return;
    }
    Set<Application> planned = new HashSet<>();
    plan.targets().forEach(each -> planned.add(each.application()));
    Set<Application> expected = new HashSet<>();
    for (EnvironmentName each : plan.flow().environments()) {
      if (!each.equals(plan.flow().triggerEnvironment())) {
        expected.addAll(scene.catalog().applications(plan.product(), each));
      }
    }
    require(planned.equals(expected), "every application is promoted to", plan.flow().toString());
    plan.targets().forEach(target -> requireWholeCargo(plan, target));
  }

  private void requireWholeCargo(ReleasePlan plan, Target target) {
    Application source = plan.source().application();
    Cargo cargo = plan.cargoOf(target);
    InMemoryRepository repository = repository(source);
    CommitId commit = plan.source().commit().id();
    if (scene.promotesEverything(target)) {
      require(
          byPath(repository.files(commit, source.source().path()))
              .equals(
                  byPath(
                      cargo.files().stream()
                          .map(each -> new FileEntry(each.path().value(), each.mode(), each.blob()))
                          .toList())),
          "every file of the source is promoted",
          source.toString());
    }
    boolean gone =
        scene.prunes()
            && has(source, commit).isEmpty()
            && plan.targets().stream()
                .anyMatch(each -> has(each.application(), each.planned().commit()).isPresent());
    require(
        cargo.removed().equals(gone ? List.of(Scene.OLD) : List.of()),
        "what is gone from the source is deleted, and nothing else",
        source + " deletes " + cargo.removed());
    require(
        cargo.values().stream()
            .allMatch(each -> check.areOf(repository, commit, source.source().path(), each)),
        "values are promoted as the source wrote them",
        source.toString());
    require(!cargo.isEmpty(), "something is promoted", source.toString());
  }

  private Optional<FileEntry> has(Application application, CommitId commit) {
    return repository(application).files(commit, application.source().path()).stream()
        .filter(each -> each.path().equals(Scene.OLD.value()))
        .findFirst();
  }

  /** Looks where the branch is before and after a write, whatever the repository says of it. */
  private <T> T written(PortCall call, Supplier<T> real) {
    RepositoryUrl url = (RepositoryUrl) call.arguments().get(0);
    CommitDraft draft = ((PreparedCommit) call.arguments().get(1)).draft();
    InMemoryRepository repository = repositories.repository(url);
    Writing writing = new Writing(repository, draft.branch());
    underWay.add(writing);
    try {
      T answer = real.get();
      Optional<CommitId> is = writing.head();
      if (!is.equals(writing.was)) {
        moved(repository, draft.branch(), writing.was, is);
      }
      return answer;
    } finally {
      underWay.remove(writing);
    }
  }

  private void moved(
      InMemoryRepository repository,
      BranchName branch,
      Optional<CommitId> was,
      Optional<CommitId> is) {
    require(was.isPresent(), "a branch is never created", branch.value());
    require(is.isPresent(), "a branch is never deleted", branch.value());
    CommitId before = was.get();
    CommitId commit = is.get();
    Account account =
        accounts.values().stream()
            .filter(each -> each.intended(commit).isPresent())
            .findFirst()
            .orElseThrow(() -> new Violation("no effect without a durable intent", commit.value()));
    Key key = account.intended(commit).orElseThrow();
    List<CommitInfo> log = repository.log(branch.value());
    require(
        log.size() > 1 && log.get(1).id().equals(before),
        "a branch moves only to a child of the commit that was read",
        branch + " from " + before + " to " + commit);
    account.written(key, commit, each -> repository.contains(before, each));
    checkFiles(repository, account, key, before, commit);
  }

  private void checkFiles(
      InMemoryRepository repository, Account account, Key key, CommitId before, CommitId commit) {
    Target target = account.target(key);
    RepositoryPath folder = target.application().source().path();
    Cargo cargo = account.plan().cargoOf(target);
    require(
        repository.contains(before, target.planned().commit()),
        "a branch whose history was rewritten is never written to",
        "" + key);
    Optional<String> replaced =
        check.replacedWork(repository, target.planned().commit(), before, folder, cargo);
    require(
        replaced.isEmpty(),
        "what others changed meanwhile is never overwritten",
        replaced + " of " + target.application());
    Map<String, FileEntry> expected = check.after(repository, before, folder, cargo);
    Map<String, FileEntry> found = byPath(repository.files(commit, RepositoryPath.ROOT));
    require(
        found.equals(expected),
        "a commit sets what is promoted, as it was frozen, and leaves all else",
        "commit " + commit + " for " + key);
    require(
        !before.equals(commit)
            && !found.equals(byPath(repository.files(before, RepositoryPath.ROOT))),
        "no empty commit is made",
        "commit " + commit);
  }

  private static Map<String, FileEntry> byPath(List<FileEntry> files) {
    Map<String, FileEntry> byPath = new HashMap<>();
    files.forEach(each -> byPath.put(each.path(), each));
    return byPath;
  }

  /** Looks at the end, when nothing is on its way any more. */
  void close(World world) {
    for (Account account : accounts.values()) {
      ReleaseStatus end =
          account
              .end()
              .orElseThrow(() -> new Violation("every release ends", account.id().value()));
      require(
          end == ReleaseStatus.SUCCEEDED || world.mayFail() || account.usedUpItsAttempts(),
          "a release succeeds unless something stands in its way",
          account.id() + " " + end);
      account.entries().keySet().forEach(key -> requireTold(account, key));
    }
  }

  /** A commit that is in its branch has to be told; what somebody took out again need not be. */
  void requireTold(Account account, Key key) {
    Account.Entry entry = account.entry(key);
    Optional<CommitId> written = entry.written().filter(commit -> isThere(account, key, commit));
    boolean takenOut = entry.told().filter(commit -> !isThere(account, key, commit)).isPresent();
    boolean allTold = written.isEmpty() || written.equals(entry.told()) || takenOut;
    boolean nothingElse = entry.told().stream().allMatch(entry::wasWritten);
    require(
        allTold && nothingElse,
        "a release lists exactly the commits that are there",
        account.id() + " " + key + " has " + written + ", tells " + entry.told());
  }

  private boolean isThere(Account account, Key key, CommitId commit) {
    Target target = account.target(key);
    InMemoryRepository repository = repository(target.application());
    return head(repository, target.planned().branch())
        .filter(head -> repository.contains(head, commit))
        .isPresent();
  }

  CargoCheck check() {
    return check;
  }

  Evidence evidence() {
    return evidence;
  }

  InMemoryRepository repository(Application application) {
    return repositories.repository(application.source().repository());
  }

  static Optional<CommitId> head(InMemoryRepository repository, BranchName branch) {
    try {
      return Optional.of(repository.head(branch.value()));
    } catch (PortException missing) {
      return Optional.empty();
    }
  }

  static void require(boolean kept, String promise, String what) {
    if (!kept) {
      throw new Violation(promise, what);
    }
  }
}
