package dev.promotion.testkit.simulation;

import static dev.promotion.testkit.simulation.Bug.inCore;
import static dev.promotion.testkit.simulation.Bug.inTestkit;

import java.util.List;
import java.util.stream.Stream;

/** Promoters and adapters with one mistake each; most of them were made in earnest somewhere. */
final class SeededBugs {

  private static final String CHECK = "promoter/HealthCheck.java";
  private static final String COMMITS = "promoter/Commits.java";
  private static final String FILES = "promoter/ApplicationFiles.java";
  private static final String VISIT = "promoter/Visit.java";
  private static final String DECISION = "promoter/Decision.java";
  private static final String PROGRESS = "release/ApplicationProgress.java";

  private SeededBugs() {}

  static List<Bug> all() {
    return Stream.of(
            health(),
            commits(),
            values(),
            deletions(),
            order(),
            ends(),
            planning(),
            adapters(),
            rare())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Bug> health() {
    return List.of(
        inCore(
            "believes health from before the sync had ended",
            CHECK,
            "if (!status.observedAfterSync()) {",
            "if (!status.observedAfterSync() && release.version() < 0) {"),
        inCore(
            "takes what is unknown for healthy",
            CHECK,
            "return waiting(ProblemCode.HEALTH_UNKNOWN, \"it is not known which revision runs\");",
            "return healthy(expected, status.observedAt());"),
        inCore(
            "believes health of whatever revision runs",
            CHECK,
            "if (!containsOurs(revision)) {",
            "if (!containsOurs(revision) && release.version() < 0) {"),
        inCore(
            "accepts no revision but its own",
            CHECK,
            "return revision.equals(expected) || repository().contains(revision, expected);",
            "return revision.equals(expected);"),
        inCore(
            "does not look whether a later revision still holds what was promoted",
            CHECK,
            "Optional<RepositoryPath> lost = lost(revision);",
            "Optional<RepositoryPath> lost = Optional.empty();"),
        inCore(
            "takes progressing for healthy",
            CHECK,
            "if (is != HealthStatus.HEALTHY) {",
            "if (is == HealthStatus.MISSING || is == HealthStatus.SUSPENDED) {"),
        inCore(
            "takes progressing for failed",
            CHECK,
            "if (is != HealthStatus.HEALTHY) { return waiting( ProblemCode.WAITING_FOR_HEALTH,",
            "if (is != HealthStatus.HEALTHY) { return failed( ProblemCode.WAITING_FOR_HEALTH,"),
        inCore(
            "takes out of sync for synced",
            CHECK,
            "case OUT_OF_SYNC -> waiting(",
            "case OUT_OF_SYNC -> release.version() > 0 ? judged(status, revision) : waiting("),
        inCore(
            "waits for no stable window",
            CHECK,
            "return stable ? List.of(first, second) : List.of(first);",
            "return List.of(first, second);"),
        inCore(
            "ends the stable window at the second look",
            CHECK,
            "return stable ? List.of(second) : List.of();",
            "return List.of(second);"),
        inCore(
            "takes a cluster that does not answer for a failure",
            VISIT,
            "if (fault.fault().waits()) {",
            "if (fault.fault().waits() && release.version() < 0) {"),
        inCore(
            "counts what has only been synced as succeeded",
            PROGRESS,
            "return with(SYNCING, parts.intents, Optional.of(commit), Optional.of(commit), at);",
            "return with(SUCCEEDED, parts.intents, Optional.of(commit), Optional.of(commit), at);"),
        inCore(
            "skips the health of what needed no change",
            PROGRESS,
            "return with(SYNCING, parts.intents, parts.commit, Optional.of(commit), at);",
            "return with(SUCCEEDED, parts.intents, parts.commit, Optional.of(commit), at);"));
  }

  private static List<Bug> commits() {
    return List.of(
        inCore(
            "never looks whether a commit has landed",
            COMMITS,
            "return Commits.landed(repository, head, intents) .map(",
            "return Commits.landed(repository, head, List.of()) .map("),
        inCore(
            "does not see that history was rewritten",
            COMMITS,
            "return rewritten() .or(() -> editedOutside(files))",
            "return editedOutside(files)"),
        inCore(
            "overwrites what others changed",
            COMMITS,
            "          .or(() -> editedOutside(files)) ",
            ""),
        inCore(
            "records a landing before it writes",
            VISIT,
            "      Optional<WriteResult> result = ask(",
            "record( List.of( new CommitLanded( place.environment(), place.application(),"
                + " send.get().commit().id()))); Optional<WriteResult> result = ask("),
        inCore(
            "writes without an intent",
            VISIT,
            "next.flatMap(Commits.Move::event).ifPresent(event -> record(List.of(event)));",
            ""),
        inCore(
            "takes a write without an answer for done",
            VISIT,
            "      if (result.isEmpty()) { return;",
            "if (result.isEmpty()) { record( List.of( new CommitLanded( place.environment(),"
                + " place.application(), send.get().commit().id()))); return;"),
        inCore(
            "takes a branch that moved for written",
            VISIT,
            "if (result.get() == WriteResult.WRITTEN) {",
            "if (result.isPresent()) {"),
        inCore(
            "gives up when the branch moved once",
            COMMITS,
            "static final int MOST_ATTEMPTS = 100;",
            "static final int MOST_ATTEMPTS = 1;"),
        inCore(
            "makes another commit when it sends one again",
            COMMITS,
            "PreparedCommit again = repository.prepare(newest.draft());",
            "PreparedCommit again = repository.prepare( new CommitDraft( newest.draft().branch(),"
                + " newest.draft().parent(), newest.draft().edits(), newest.draft().author(),"
                + " now.plusSeconds(1), newest.draft().message()));"),
        inCore(
            "promotes beside the folder of the target",
            FILES,
            "edits.put(path.value(), new FileEdit(path, file.mode(), file.blob()));",
            "edits.put(path.value(), new FileEdit(file.path(), file.mode(), file.blob()));"),
        inCore(
            "never finds anything to change",
            COMMITS,
            "return changes.isEmpty() ?",
            "return !changes.isEmpty() || release.version() > 0 ?"),
        inCore(
            "compares the names of files only",
            "promoter/Folder.java",
            ".filter(entry -> entry.mode() == file.mode() && entry.id().equals(file.blob()))",
            ".filter(entry -> entry.mode() == file.mode())"));
  }

  private static List<Bug> values() {
    return List.of(
        inCore(
            "overwrites a value that others changed",
            FILES,
            "if (here.equals(there)) {",
            "if (here.equals(there) || !values.values().isEmpty()) {"),
        inCore(
            "promotes whole files where values are named",
            "promoter/CargoReader.java",
            "if (promoted.paths().stream().anyMatch(JsonPath::isWholeFile)) {",
            "if (!promoted.paths().isEmpty()) {"),
        inCore(
            "never sees that a value differs",
            FILES,
            "if (!blob.equals(entry.id())) {",
            "if (blob.equals(entry.id()) && after.length == 0) {"),
        inCore(
            "puts values into the file as it was planned",
            COMMITS,
            "Changes changes = files.changes(cargo); return",
            "Changes changes = files(target.planned().commit()).changes(cargo); return"),
        inCore(
            "does not look whether a later revision still holds the values",
            FILES,
            "cargo.values().stream().filter(values -> !holds(values)).map(CargoValues::path),",
            "cargo.values().stream().filter(values -> false).map(CargoValues::path),"));
  }

  private static List<Bug> deletions() {
    return List.of(
        inCore(
            "deletes what only the target ever had",
            "promoter/CargoReader.java",
            ": repository.onceThere(commit, missing.keySet()).stream()",
            ": missing.keySet().stream()"),
        inCore(
            "never deletes anything",
            FILES,
            "List<RepositoryPath> removed = stillThere(cargo)",
            "List<RepositoryPath> removed = Stream.<RepositoryPath>empty()"),
        inCore(
            "deletes what others changed",
            FILES,
            ".filter(path -> folder.entry(path.value()).isPresent())",
            ".filter(path -> cargo.isEmpty())"),
        inCore(
            "does not look whether a later revision has what was deleted",
            FILES,
            "stillThere(cargo)) .flatMap(paths -> paths)",
            "Stream.<RepositoryPath>empty()) .flatMap(paths -> paths)"));
  }

  private static List<Bug> order() {
    return List.of(
        inCore(
            "starts an environment after any of those before it",
            DECISION,
            ".allMatch(each -> release.environment(each).status() == EnvironmentStatus.SUCCEEDED);",
            ".anyMatch(each -> release.environment(each).status() =="
                + " EnvironmentStatus.SUCCEEDED);"),
        inCore(
            "ends an environment with its first application",
            "release/EnvironmentProgress.java",
            ".allMatch(each -> each.phase() == ApplicationPhase.SUCCEEDED);",
            ".anyMatch(each -> each.phase() == ApplicationPhase.SUCCEEDED);"),
        inCore(
            "writes on after a termination",
            DECISION,
            "boolean mayWrite = running && begin == Begin.ANYTHING;",
            "boolean mayWrite = running;"),
        inCore(
            "goes on with what it could not record",
            "promoter/Journal.java",
            "    store.append(release.id(), release.version(), recorded);",
            "try { store.append(release.id(), release.version(), recorded); } catch"
                + " (dev.promotion.port.PortException lost) { return told(next); }"),
        inCore(
            "goes on after another process was faster",
            "promoter/Journal.java",
            "    store.append(release.id(), release.version(), recorded);",
            "try { store.append(release.id(), release.version(), recorded); } catch"
                + " (dev.promotion.port.StaleReleaseException lost) { return told(next); }"));
  }

  private static List<Bug> ends() {
    return List.of(
        inCore(
            "ends while a commit is in doubt",
            DECISION,
            "(stopping || each.status().isEnd()) && !isCommitting(each));",
            "stopping || each.status().isEnd());"),
        inCore(
            "reports success although an environment failed",
            DECISION,
            "return failed.isEmpty() ?",
            "return release.version() > 0 ?"),
        inCore(
            "forgets commits that it gave up",
            PROGRESS,
            "return givenUp && !parts.intents.isEmpty()",
            "return givenUp && parts.intents.size() > 99"),
        inCore(
            "stops watching a commit that may still land",
            COMMITS,
            "return !repository.contains(intent.draft().parent(), head);",
            "return true;"),
        inCore(
            "never tells that a commit landed late",
            COMMITS,
            "Optional<CommitId> landed = head.flatMap(at -> landed(repository, at, intents));",
            "Optional<CommitId> landed = Optional.empty();"),
        inCore(
            "has no deadline",
            DECISION,
            "boolean late = !stopping && !now.isBefore(release.deadline());",
            "boolean late = false;"),
        inCore(
            "takes the hours of a timeout for minutes",
            "release/Release.java",
            "return startedAt().plus(plan.flow().timeout());",
            "return startedAt().plus(plan.flow().timeout().dividedBy(60));"),
        inCore(
            "loses a termination",
            "promoter/SequentialPromoter.java",
            "return tooLate ? known : journal.append(known, List.of(request));",
            "return tooLate || known.version() > 1 ? known : journal.append(known,"
                + " List.of(request));"),
        inCore(
            "starts a second release for the same trigger",
            "promoter/SequentialPromoter.java",
            "trigger.key().map(key -> KeyedId.of(trigger, key)).orElseGet(ids::next);",
            "ids.next();"));
  }

  private static List<Bug> planning() {
    return List.of(
        inCore(
            "promotes to the first application of an environment only",
            "promoter/Preflight.java",
            "applications.forEach(each -> target(",
            "applications.stream().limit(1).forEach(each -> target("),
        inCore(
            "leaves out a file of the source",
            "promoter/CargoReader.java",
            "|| !wanted.names(new RepositoryPath(entry.path())))",
            "|| !wanted.names(new RepositoryPath(entry.path())) &&"
                + " !entry.path().startsWith(\"Chart\"))"));
  }

  private static List<Bug> adapters() {
    return List.of(
        inTestkit(
            "pushes by force",
            "GitWriter.java",
            "        memory.move(draft.branch(), Optional.of(draft.parent()), prepared.id()) ",
            "        memory.move(draft.branch(), memory.head(draft.branch()), prepared.id()) "),
        inTestkit(
            "pushes whatever is a fast-forward, and so brings back what was removed",
            "GitWriter.java",
            "        memory.move(draft.branch(), Optional.of(draft.parent()), prepared.id()) ",
            "memory.move( draft.branch(), memory .head(draft.branch()) .filter( at -> new"
                + " GitHistory(memory.objects()) .contains(prepared.id(), at)) .or(() ->"
                + " Optional.of(draft.parent())), prepared.id())"),
        inTestkit(
            "creates a branch that was deleted again",
            "GitWriter.java",
            "        memory.move(draft.branch(), Optional.of(draft.parent()), prepared.id()) ",
            "memory.move( draft.branch(), memory.head(draft.branch()).map(at -> draft.parent()),"
                + " prepared.id())"),
        inTestkit(
            "commits without the files that it does not change",
            "TreeEdits.java",
            "return draft.edits().isEmpty() ? left : applied(tree(left), draft.edits(), 0);",
            "return draft.edits().isEmpty() ? left : applied(GitTree.EMPTY, draft.edits(), 0);"),
        inTestkit(
            "makes every file executable",
            "TreeEdits.java",
            "return Entry.of(first.mode(), name, first.blob().value());",
            "return Entry.of(FileMode.EXECUTABLE, name, first.blob().value());"),
        inTestkit(
            "finds every commit in every branch",
            "InMemoryRepository.java",
            "return history.contains(revision, commit);",
            "return true;"),
        inTestkit(
            "finds no commit in any branch",
            "InMemoryRepository.java",
            "return history.contains(revision, commit);",
            "return revision.equals(commit);"),
        inTestkit(
            "tells that a commit was written before the branch moves",
            "GitWriter.java",
            "return moved ? WriteResult.WRITTEN : WriteResult.BRANCH_MOVED;",
            "return WriteResult.WRITTEN;"),
        inCore(
            "appends without looking at the version",
            "port/InMemoryReleaseStore.java",
            "if (known.size() != version) {",
            "if (known.size() != version && version == 0) {"),
        inCore(
            "acknowledges events that it does not keep",
            "port/InMemoryReleaseStore.java",
            "    events.computeIfAbsent(release, key -> new ArrayList<>()).addAll(added);",
            "    if (version != 7) { events.computeIfAbsent(release, key -> new"
                + " ArrayList<>()).addAll(added); }"),
        inCore(
            "forgets which releases are open",
            "port/InMemoryReleaseStore.java",
            "if (added.get(added.size() - 1).event().closesRelease()) {",
            "if (version > 12) {"));
  }

  /** Caught too, but by one seed in some ten thousand. */
  private static List<Bug> rare() {
    return Proof.isOfRelease()
        ? List.of(
            inCore(
                "takes a stale answer for a rewritten history",
                COMMITS,
                "if (repository.contains(known, head) && !behindForLong()) {",
                "if (release.version() < 0) {"))
        : List.of();
  }
}
