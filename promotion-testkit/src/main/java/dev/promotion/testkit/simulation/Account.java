package dev.promotion.testkit.simulation;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.product.Application;
import dev.promotion.release.CommitIntent;
import dev.promotion.release.ReleaseEvent.CommitAbandoned;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.NothingToChange;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.release.Target;
import dev.promotion.repository.CommitId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the referee knows of one release: from the events that really reached the store, and the
 * commits that really reached the branches. It shares no code with what it judges. Not thread-safe.
 */
final class Account {

  private static final int MOST_ATTEMPTS = 100;

  /** What is known of one application. */
  static final class Entry {

    private final Map<CommitId, CommitIntent> intents = new LinkedHashMap<>();
    private Optional<CommitId> written = Optional.empty();
    private final Set<CommitId> everWritten = new HashSet<>();
    private Optional<CommitId> told = Optional.empty();
    private Optional<CommitId> expected = Optional.empty();
    private boolean succeeded;
    private boolean over;
    private Optional<Instant> healthyAt = Optional.empty();

    Optional<CommitId> written() {
      return written;
    }

    boolean wasWritten(CommitId commit) {
      return everWritten.contains(commit);
    }

    Optional<CommitId> told() {
      return told;
    }

    Optional<CommitId> expected() {
      return expected;
    }

    Optional<Instant> healthyAt() {
      return healthyAt;
    }
  }

  private final ReleaseId id;
  private final ReleasePlan plan;
  private final Map<Key, Entry> entries = new HashMap<>();
  private final Set<EnvironmentName> started = new HashSet<>();
  private long version;
  private boolean terminating;
  private Optional<ReleaseStatus> end = Optional.empty();

  Account(ReleaseId id, ReleasePlan plan) {
    this.id = id;
    this.plan = plan;
    entry(sourceKey()).expected = Optional.of(plan.source().commit().id());
  }

  ReleaseId id() {
    return id;
  }

  ReleasePlan plan() {
    return plan;
  }

  Map<Key, Entry> entries() {
    return entries;
  }

  Optional<ReleaseStatus> end() {
    return end;
  }

  void follow(long sequence) {
    require(sequence == version + 1, "the records of a release have no gaps", sequence + "");
    version = sequence;
  }

  void startEnvironment(EnvironmentName environment) {
    requireRunning("environment " + environment);
    require(started.add(environment), "an environment starts once", environment.value());
    requireDependencies(environment);
  }

  void intend(CommitIntended event) {
    Key key = Key.of(event);
    Entry entry = entry(key);
    requireRunning("an intent for " + key);
    require(started.contains(event.environment()), "nothing begins before its time", "" + key);
    requireDependencies(event.environment());
    require(entry.told.isEmpty() && !entry.over, "a key is committed at most once", "" + key);
    require(
        event.intent().attempt() == entry.intents.size() + 1,
        "attempts are counted without gaps",
        "" + key);
    entry.intents.put(event.intent().commit(), event.intent());
  }

  /**
   * A branch really moved to a commit that this release intended. What others took out of the
   * branch does not count any more.
   */
  Entry written(Key key, CommitId commit, Predicate<CommitId> isThere) {
    Entry entry = entry(key);
    require(
        entry.written.filter(isThere).isEmpty(),
        "a key is committed at most once",
        key + " by " + commit + " after " + entry.written.map(CommitId::value).orElse(""));
    requireDependencies(key.environment());
    entry.written = Optional.of(commit);
    entry.everWritten.add(commit);
    return entry;
  }

  void landed(CommitLanded event) {
    Entry entry = entry(Key.of(event));
    require(
        entry.written.equals(Optional.of(event.commit())),
        "what is recorded as landed has landed",
        Key.of(event) + " " + event.commit());
    entry.told = Optional.of(event.commit());
    entry.expected = entry.told;
  }

  void unchanged(NothingToChange event) {
    Entry entry = entry(Key.of(event));
    requireRunning("a look at " + Key.of(event));
    requireDependencies(event.environment());
    entry.expected = Optional.of(event.head());
  }

  void abandoned(CommitAbandoned event) {
    entry(Key.of(event)).over = true;
  }

  void settled(DoubtSettled event) {
    Entry entry = entry(Key.of(event));
    require(end.isPresent(), "doubts are settled after the end", "" + Key.of(event));
    entry.told = event.landed();
  }

  void healthy(Key key, Instant observedAt) {
    entry(key).healthyAt = Optional.of(observedAt);
  }

  void succeeded(Key key) {
    entry(key).succeeded = true;
    entry(key).over = true;
  }

  void failed(Key key) {
    require(!entry(key).succeeded, "what succeeded does not fail later", "" + key);
    entry(key).over = true;
  }

  void terminating() {
    requireRunning("a termination");
    terminating = true;
  }

  void ended(ReleaseStatus status) {
    require(end.isEmpty(), "a release ends once", status.toString());
    require(
        (status == ReleaseStatus.TERMINATED) == terminating,
        "a release is terminated when that was asked for, and only then",
        status.toString());
    require(
        status != ReleaseStatus.SUCCEEDED || everythingSucceeded(),
        "a release succeeds only when every environment has",
        id.toString());
    end = Optional.of(status);
  }

  private boolean everythingSucceeded() {
    return plan.flow().environments().stream().allMatch(this::hasSucceeded);
  }

  boolean hasSucceeded(EnvironmentName environment) {
    if (environment.equals(plan.flow().triggerEnvironment())) {
      return entry(sourceKey()).succeeded;
    }
    List<Target> targets =
        plan.targets().stream().filter(each -> each.environment().equals(environment)).toList();
    return !targets.isEmpty()
        && targets.stream()
            .allMatch(each -> entry(new Key(environment, each.application().name())).succeeded);
  }

  /** Tells whether others moved a branch so often that giving up is right. */
  boolean usedUpItsAttempts() {
    return entries.values().stream().anyMatch(each -> each.intents.size() >= MOST_ATTEMPTS);
  }

  Application application(Key key) {
    if (key.equals(sourceKey())) {
      return plan.source().application();
    }
    return target(key).application();
  }

  Target target(Key key) {
    return findTarget(key)
        .orElseThrow(() -> new Violation("a release keeps to its plan", key + " is not in it"));
  }

  Optional<Target> findTarget(Key key) {
    return plan.targets().stream()
        .filter(each -> each.environment().equals(key.environment()))
        .filter(each -> each.application().name().equals(key.application()))
        .findFirst();
  }

  /** Returns the application that a commit was intended for, if this release intended it. */
  Optional<Key> intended(CommitId commit) {
    return entries.entrySet().stream()
        .filter(each -> each.getValue().intents.containsKey(commit))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  CommitIntent intent(Key key, CommitId commit) {
    return Optional.ofNullable(entry(key).intents.get(commit)).orElseThrow();
  }

  Entry entry(Key key) {
    return entries.computeIfAbsent(key, fresh -> new Entry());
  }

  private Key sourceKey() {
    return new Key(plan.flow().triggerEnvironment(), plan.source().application().name());
  }

  private void requireDependencies(EnvironmentName environment) {
    for (EnvironmentName dependency : plan.flow().dependenciesOf(environment)) {
      require(
          hasSucceeded(dependency),
          "an environment is touched only after those before it succeeded in this release",
          environment + " before " + dependency);
    }
  }

  private void requireRunning(String what) {
    require(
        !terminating && end.isEmpty(),
        "nothing begins after a release is to end",
        id + ": " + what);
  }

  private void require(boolean kept, String promise, String what) {
    if (!kept) {
      throw new Violation(promise, "release " + id + ", " + what);
    }
  }
}
