package dev.promotion.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileMode;
import dev.promotion.testkit.GitTree.Entry;
import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody else with access to the repository, who commits whatever they like. */
final class Outsider {

  /** When all commits are made that name no time. */
  static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private final RepositoryFixture fixture;

  Outsider(RepositoryFixture fixture) {
    this.fixture = fixture;
  }

  /** Starts a commit on top of a branch; making it moves the branch. */
  Change on(String branch) {
    return new Change(branch, head(branch).map(List::of).orElse(List.of()));
  }

  /** Starts a commit on top of others, with the files of the first; making it moves the branch. */
  Change on(String branch, CommitId... parents) {
    return new Change(branch, List.of(parents));
  }

  void branch(String branch, CommitId commit) {
    fixture.setReference(reference(branch), commit);
  }

  void deleteBranch(String branch) {
    fixture.deleteReference(reference(branch));
  }

  Optional<CommitId> head(String branch) {
    return fixture.reference(reference(branch));
  }

  GitCommit read(CommitId commit) {
    return GitCommit.parse(object(commit.value()));
  }

  /** Lists the first parents of a branch, the newest first. */
  List<CommitId> log(String branch) {
    List<CommitId> log = new ArrayList<>();
    for (Optional<CommitId> at = head(branch); at.isPresent(); ) {
      log.add(at.get());
      at = read(at.get()).parents().stream().findFirst();
    }
    return log;
  }

  private byte[] object(String id) {
    return fixture.stored(id).orElseThrow(() -> new IllegalArgumentException("no object " + id));
  }

  private static String reference(String branch) {
    return "refs/heads/" + branch;
  }

  /** A commit that is being put together. */
  final class Change {

    private final String branch;
    private final List<CommitId> parents;
    private final Map<String, Optional<Entry>> entries = new LinkedHashMap<>();
    private String author = "Mallory Outside <mallory@example.com>";
    private String zone = "+0000";
    private Instant time = TIME;
    private String message = "change\n";

    private Change(String branch, List<CommitId> parents) {
      this.branch = branch;
      this.parents = parents;
    }

    Change file(String path, String text) {
      return file(path, text.getBytes(UTF_8));
    }

    Change file(String path, byte[] content) {
      return blob(path, FileMode.REGULAR, content);
    }

    Change executable(String path, String text) {
      return blob(path, FileMode.EXECUTABLE, text.getBytes(UTF_8));
    }

    Change link(String path, String target) {
      return blob(path, FileMode.SYMBOLIC_LINK, target.getBytes(UTF_8));
    }

    Change submodule(String path, String commit) {
      return entry(path, FileMode.SUBMODULE.bits(), commit);
    }

    Change folder(String path, GitTree tree) {
      return entry(path, Entry.FOLDER, fixture.store(ObjectKind.TREE, tree.bytes()));
    }

    Change entry(String path, int mode, String id) {
      entries.put(path, Optional.of(new Entry(mode, "", id)));
      return this;
    }

    Change delete(String path) {
      entries.put(path, Optional.empty());
      return this;
    }

    Change by(String author) {
      this.author = author;
      return this;
    }

    Change at(Instant time, String zone) {
      this.time = time;
      this.zone = zone;
      return this;
    }

    Change message(String message) {
      this.message = message;
      return this;
    }

    /** Makes the commit and moves the branch to it by force. */
    CommitId commit() {
      CommitId commit = make();
      branch(branch, commit);
      return commit;
    }

    /** Makes the commit and leaves the branch where it is. */
    CommitId make() {
      Optional<String> tree = parents.stream().findFirst().map(parent -> read(parent).tree());
      List<Step> steps = new ArrayList<>();
      entries.forEach((path, entry) -> steps.add(new Step(path, entry)));
      String changed = store(changed(tree.map(this::tree).orElse(GitTree.EMPTY), steps));
      String person = author + " " + time.getEpochSecond() + " " + zone;
      GitCommit commit = new GitCommit(changed, parents, person, person, message);
      return new CommitId(fixture.store(ObjectKind.COMMIT, commit.bytes()));
    }

    private Change blob(String path, FileMode mode, byte[] content) {
      return entry(path, mode.bits(), fixture.store(ObjectKind.BLOB, content));
    }

    /**
     * Takes all steps at once: a tree is read and written once, however many files change in it.
     */
    private GitTree changed(GitTree tree, List<Step> steps) {
      Map<String, List<Step>> byName = new LinkedHashMap<>();
      for (Step step : steps) {
        byName.computeIfAbsent(step.name(), name -> new ArrayList<>()).add(step);
      }
      List<Entry> kept = new ArrayList<>();
      byName.forEach((name, some) -> changed(tree.entry(name), some).ifPresent(kept::add));
      return tree.without(byName.keySet()).with(kept);
    }

    /** Returns what a name stands for after steps that concern it or what lies below. */
    private Optional<Entry> changed(Optional<Entry> before, List<Step> steps) {
      Optional<Entry> entry = before;
      List<Step> below = new ArrayList<>();
      for (Step step : steps) {
        if (step.isBelow()) {
          below.add(step.below());
        } else {
          below.clear();
          entry = step.entry().map(each -> new Entry(each.mode(), step.rawName(), each.id()));
        }
      }
      if (below.isEmpty()) {
        return entry;
      }
      Optional<Entry> folder = entry.filter(Entry::isFolder);
      GitTree tree = changed(folder.map(each -> tree(each.id())).orElse(GitTree.EMPTY), below);
      return tree.entries().isEmpty()
          ? Optional.empty()
          : Optional.of(new Entry(Entry.FOLDER, steps.get(0).rawName(), store(tree)));
    }

    private GitTree tree(String id) {
      return GitTree.parse(object(id));
    }

    private String store(GitTree tree) {
      return fixture.store(ObjectKind.TREE, tree.bytes());
    }
  }

  /** What a path is to stand for; nothing takes it away. */
  private record Step(String path, Optional<Entry> entry) {

    boolean isBelow() {
      return path.indexOf('/') >= 0;
    }

    String name() {
      return isBelow() ? path.substring(0, path.indexOf('/')) : path;
    }

    String rawName() {
      return Entry.raw(name());
    }

    Step below() {
      return new Step(path.substring(path.indexOf('/') + 1), entry);
    }
  }
}
