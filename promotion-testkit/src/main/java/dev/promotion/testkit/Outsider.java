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
      String changed = tree.orElseGet(() -> store(GitTree.EMPTY));
      for (Map.Entry<String, Optional<Entry>> each : entries.entrySet()) {
        changed = changed(changed, each.getKey(), each.getValue());
      }
      String person = author + " " + time.getEpochSecond() + " " + zone;
      GitCommit commit = new GitCommit(changed, parents, person, person, message);
      return new CommitId(fixture.store(ObjectKind.COMMIT, commit.bytes()));
    }

    private Change blob(String path, FileMode mode, byte[] content) {
      return entry(path, mode.bits(), fixture.store(ObjectKind.BLOB, content));
    }

    private String changed(String treeId, String path, Optional<Entry> entry) {
      GitTree tree = GitTree.parse(object(treeId));
      int slash = path.indexOf('/');
      if (slash < 0) {
        return store(replaced(tree, path, entry));
      }
      String name = path.substring(0, slash);
      String folder =
          tree.entry(name)
              .filter(Entry::isFolder)
              .map(Entry::id)
              .orElseGet(() -> store(GitTree.EMPTY));
      String below = changed(folder, path.substring(slash + 1), entry);
      boolean empty = GitTree.parse(object(below)).entries().isEmpty();
      return store(
          replaced(tree, name, empty ? Optional.empty() : Optional.of(Entry.folder(name, below))));
    }

    private String store(GitTree tree) {
      return fixture.store(ObjectKind.TREE, tree.bytes());
    }

    private static GitTree replaced(GitTree tree, String name, Optional<Entry> entry) {
      return entry
          .map(each -> new Entry(each.mode(), Entry.raw(name), each.id()))
          .map(each -> tree.with(List.of(each)))
          .orElseGet(() -> tree.without(name));
    }
  }
}
