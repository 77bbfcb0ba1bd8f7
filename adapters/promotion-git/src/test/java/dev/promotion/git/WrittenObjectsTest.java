package dev.promotion.git;

import static dev.promotion.git.Drafts.draft;
import static dev.promotion.git.Drafts.edit;
import static dev.promotion.git.Drafts.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.PreparedCommit;
import dev.promotion.port.WriteResult;
import dev.promotion.repository.CommitId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit reads and writes what it must, whatever else the repository holds. */
class WrittenObjectsTest {

  private static final List<String> CHANGED =
      List.of("team-1/shop/qa/chart.yaml", "team-1/shop/qa/values.yaml", "team-2/cart/qa/a.yaml");
  private static final List<String> TREES_ON_THE_WAY =
      List.of("team-1", "team-1/shop", "team-1/shop/qa", "team-2", "team-2/cart", "team-2/cart/qa");

  @TempDir Path folder;
  private BareRepository fixture;
  private CommitId parent;

  @BeforeEach
  void fill() {
    fixture = new BareRepository(folder);
    List<String> files = new ArrayList<>();
    for (int team = 0; team < 5; team++) {
      for (String product : List.of("shop", "cart")) {
        for (String environment : List.of("dev", "qa", "production")) {
          for (String name : List.of("a.yaml", "chart.yaml", "values.yaml")) {
            String path = "team-" + team + "/" + product + "/" + environment + "/" + name;
            files.add(path);
            files.add("old " + path);
          }
        }
      }
    }
    parent = fixture.commit("main", files.toArray(String[]::new));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private PreparedCommit prepared(dev.promotion.port.Repository repository) {
    return repository.prepare(
        draft(
            parent,
            edit(CHANGED.get(0), "1"),
            edit(CHANGED.get(1), "2"),
            edit(CHANGED.get(2), "3")));
  }

  @Test
  void exactlyTheFilesTheTreesOnTheWayAndTheCommitAreWritten() throws IOException {
    Set<String> before = StoredObjects.ids(fixture.path());

    PreparedCommit commit = prepared(fixture.repository());
    WriteResult result = fixture.repository().write(commit, texts("1", "2", "3"));

    Set<String> added = new TreeSet<>(StoredObjects.ids(fixture.path()));
    added.removeAll(before);
    assertThat(result).isEqualTo(WriteResult.WRITTEN);
    assertThat(StoredObjects.kinds(fixture.path(), added))
        .isEqualTo(Map.of("blob", 3, "tree", TREES_ON_THE_WAY.size() + 1, "commit", 1));
    Set<String> expected = new TreeSet<>(onTheWay(commit.id()));
    List.of("1", "2", "3").forEach(text -> expected.add(Drafts.id(text).value()));
    assertThat(added).isEqualTo(expected);
  }

  @Test
  void nothingOffTheWayIsRead() throws IOException {
    Set<String> read = new ConcurrentSkipListSet<>();
    BareFolder bare = new BareFolder(fixture.path().toRealPath());
    try (LocalRepository watched =
        new LocalRepository(
            "watched",
            bare,
            Durability.PROCESS,
            store ->
                id -> {
                  read.add(id.name());
                  return store.find(id);
                })) {

      watched.write(prepared(watched), texts("1", "2", "3"));
    }

    assertThat(read).isEqualTo(onTheWay(parent));
  }

  @Test
  void contentThatIsThereAlreadyIsNotWrittenAgain() throws IOException {
    Set<String> before = StoredObjects.ids(fixture.path());

    PreparedCommit commit =
        fixture
            .repository()
            .prepare(draft(parent, edit("team-1/shop/qa/a.yaml", "old team-0/shop/dev/a.yaml")));
    fixture.repository().write(commit, texts());

    Set<String> added = new TreeSet<>(StoredObjects.ids(fixture.path()));
    added.removeAll(before);
    assertThat(StoredObjects.kinds(fixture.path(), added))
        .isEqualTo(Map.of("tree", 4, "commit", 1));
  }

  /** Returns the ids of a commit, its root tree and the trees that lead to the changed files. */
  private Set<String> onTheWay(CommitId commit) throws IOException {
    Set<String> ids = new TreeSet<>();
    ids.add(commit.value());
    try (FileRepository repository = new FileRepository(fixture.path().toFile())) {
      var root = repository.parseCommit(repository.resolve(commit.value())).getTree();
      ids.add(root.name());
      for (String path : TREES_ON_THE_WAY) {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, root)) {
          ids.add(walk.getObjectId(0).name());
        }
      }
    }
    return ids;
  }
}
