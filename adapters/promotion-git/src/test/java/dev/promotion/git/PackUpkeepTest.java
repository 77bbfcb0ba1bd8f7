package dev.promotion.git;

import static dev.promotion.git.Drafts.draft;
import static dev.promotion.git.Drafts.edit;
import static dev.promotion.git.Drafts.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each commit is a pack of its own; they do not pile up, and nothing is lost when they merge. */
class PackUpkeepTest {

  @TempDir Path folder;
  private BareRepository fixture;
  private CommitId first;

  @BeforeEach
  void open() {
    fixture = new BareRepository(folder);
    first = fixture.commit("main", "qa/values.yaml", "0", "other.txt", "other");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static CommitId write(
      Repository repository, String branch, CommitId parent, String text) {
    CommitDraft main = draft(parent, edit("qa/values.yaml", text));
    PreparedCommit commit =
        repository.prepare(
            new CommitDraft(
                new BranchName(branch),
                parent,
                main.edits(),
                main.author(),
                main.time(),
                main.message()));
    assertThat(repository.write(commit, texts(text))).isEqualTo(WriteResult.WRITTEN);
    return commit.id();
  }

  private List<CommitId> writeMany(int count) {
    List<CommitId> commits = new ArrayList<>(List.of(first));
    for (int number = 1; number <= count; number++) {
      commits.add(write(fixture.repository(), "main", commits.get(number - 1), "text " + number));
    }
    return commits;
  }

  @Test
  void packsStayFewAndEverythingReadsBack() throws Exception {
    List<CommitId> commits = writeMany(500);

    assertThat(StoredObjects.packs(fixture.path())).hasSizeLessThan(2 * PackMerger.MANY);
    assertThat(fixture.log()).hasSize(501).startsWith(commits.get(500)).endsWith(first);
    Repository another = fixture.reopened();
    for (int number = 1; number <= 500; number++) {
      List<FileEntry> files = another.files(commits.get(number), new RepositoryPath("qa"));
      assertThat(another.content(files.get(0).id())).asString().isEqualTo("text " + number);
    }
    assertThat(another.contains(commits.get(500), first)).isTrue();
  }

  @Test
  void everyObjectIsSoundForJgit() throws Exception {
    writeMany(70);

    int checked = 0;
    try (FileRepository repository = new FileRepository(fixture.path().toFile())) {
      ObjectChecker checker = new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true);
      for (String name : StoredObjects.ids(fixture.path())) {
        ObjectId id = ObjectId.fromString(name);
        ObjectLoader object = repository.open(id);
        byte[] bytes = object.getBytes();
        checker.check(id, object.getType(), bytes);
        assertThat(GitObject.of(object.getType(), bytes).id()).isEqualTo(id);
        checked++;
      }
    }
    // Each commit brings itself, two trees and a file, as the first one with one file more.
    assertThat(checked).isEqualTo(71 * 4 + 1);
  }

  @Test
  void packThatSomebodyKeepsStays() throws IOException {
    writeMany(1);
    String pack = StoredObjects.packs(fixture.path()).get(0);
    Path keep = fixture.path().resolve("objects/pack/" + pack + ".keep");
    Files.writeString(keep, "a mirror needs it\n");

    CommitId at = fixture.log().get(0);
    for (int number = 0; number < 80; number++) {
      at = write(fixture.repository(), "main", at, "later " + number);
    }

    assertThat(StoredObjects.packs(fixture.path()))
        .contains(pack)
        .hasSizeLessThan(2 * PackMerger.MANY);
    assertThat(keep).hasContent("a mirror needs it\n");
  }

  @Test
  void noHoldOfOursStaysBehind() throws IOException {
    writeMany(40);

    try (var files = Files.list(fixture.path().resolve("objects/pack"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(name -> name.endsWith(".pack") || name.endsWith(".idx"));
    }
  }

  @Test
  void multiPackIndexIsLeftToGit() throws IOException {
    writeMany(1);
    Path index = fixture.path().resolve("objects/pack/multi-pack-index");
    Files.writeString(index, "of git\n");
    CommitId at = fixture.repository().head(new Revision("main")).commit();

    for (int number = 0; number < 40; number++) {
      at = write(fixture.repository(), "main", at, "later " + number);
    }

    assertThat(StoredObjects.packs(fixture.path())).hasSize(41);
    assertThat(index).hasContent("of git\n");
  }

  @Test
  void nothingIsMergedWhileGitPacks() throws IOException {
    Path running = fixture.path().resolve("gc.pid");
    Files.writeString(running, "1 somewhere");

    writeMany(40);

    assertThat(StoredObjects.packs(fixture.path())).hasSize(40);
    assertThat(running).hasContent("1 somewhere");
    assertThat(fixture.path().resolve("gc.pid.lock")).doesNotExist();
  }

  @Test
  void readersAndWritersOfOtherInstancesLoseNothingWhilePacksMerge() throws Exception {
    fixture.setReference("refs/heads/second", first);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Integer>> writers = new ArrayList<>();
    for (String branch : List.of("main", "second")) {
      writers.add(threads.submit(() -> writeOn(fixture.reopened(), branch)));
    }
    List<Future<Integer>> readers = new ArrayList<>();
    for (String branch : List.of("main", "second")) {
      readers.add(threads.submit(reading(fixture.reopened(), branch, done)));
    }

    for (Future<Integer> writer : writers) {
      assertThat(writer.get(2, TimeUnit.MINUTES)).isEqualTo(150);
    }
    done.set(true);
    for (Future<Integer> reader : readers) {
      assertThat(reader.get(1, TimeUnit.MINUTES)).isPositive();
    }
    threads.shutdown();
    assertThat(fixture.log()).hasSize(151);
    assertThat(StoredObjects.packs(fixture.path())).hasSizeLessThan(3 * PackMerger.MANY);
  }

  private Integer writeOn(Repository repository, String branch) {
    CommitId at = first;
    int written = 0;
    while (written < 150) {
      at = write(repository, branch, at, branch + " " + written);
      written++;
    }
    return written;
  }

  private Callable<Integer> reading(Repository repository, String branch, AtomicBoolean done) {
    return () -> {
      int reads = 0;
      while (!done.get()) {
        CommitId head = repository.head(new Revision(branch)).commit();
        FileEntry file = repository.files(head, new RepositoryPath("qa")).get(0);
        assertThat(repository.content(file.id())).isNotEmpty();
        assertThat(repository.contains(head, first)).isTrue();
        reads++;
      }
      return reads;
    };
  }
}
