package dev.promotion.git;

import static dev.promotion.git.Drafts.draft;
import static dev.promotion.git.Drafts.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever byte of a repository is damaged, or missing from there on: an answer or an error. */
class DamagedRepositoryTest {

  private static final boolean RELEASE =
      System.getProperty("promotion.proof", "commit").equals("release");
  private static final RepositoryPath ROOT = new RepositoryPath("");
  private static final String LONG = "a line of a file that gets longer\n".repeat(20);

  @TempDir Path folder;
  private BareRepository fixture;
  private CommitId first;
  private CommitId newest;
  private int cases;
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);

  @BeforeEach
  void make() {
    fixture = new BareRepository(folder);
    first = fixture.commit("main", "qa/values.yaml", LONG, "readme", "1");
    newest = fixture.commit("main", "qa/values.yaml", LONG + "the end\n", "qa/more", "2");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void looseObjectsAndReferences() throws IOException {
    damageEverything();

    assertThat(cases).isGreaterThan(1_500);
  }

  @Test
  void packWithDeltasByOffset() throws IOException {
    pack(true);

    damageEverything();

    assertThat(cases).isGreaterThan(1_500);
  }

  @Test
  void packWithDeltasById() throws IOException {
    pack(false);

    damageEverything();

    assertThat(cases).isGreaterThan(1_500);
  }

  /** Moves all objects into one pack, and the branch into the packed references. */
  private void pack(boolean offsets) throws IOException {
    Path objects = fixture.path().resolve("objects");
    Path packs = Files.createDirectories(objects.resolve("pack"));
    try (PackWriter writer = new PackWriter(fixture.outside());
        OutputStream pack = Files.newOutputStream(packs.resolve("pack-1.pack"));
        OutputStream index = Files.newOutputStream(packs.resolve("pack-1.idx"))) {
      writer.setDeltaBaseAsOffset(offsets);
      writer.preparePack(
          NullProgressMonitor.INSTANCE, Set.of(ObjectId.fromString(newest.value())), Set.of());
      writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, pack);
      writer.writeIndex(index);
    }
    for (Path file : files(objects)) {
      if (!file.startsWith(packs)) {
        Files.delete(file);
      }
    }
    Files.delete(fixture.path().resolve("refs/heads/main"));
    Files.writeString(
        fixture.path().resolve("packed-refs"),
        "# pack-refs with: peeled fully-peeled sorted\n" + newest + " refs/heads/main\n");
    try (LocalRepository packed = open()) {
      assertThat(packed.head(Revision.HEAD).commit()).isEqualTo(newest);
      assertThat(packed.files(newest, ROOT)).hasSize(3);
    }
  }

  private static List<Path> files(Path below) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private LocalRepository open() {
    return new LocalRepository("shop", new BareFolder(fixture.path()), Durability.PROCESS);
  }

  private void damageEverything() throws IOException {
    Map<Path, byte[]> intact = new HashMap<>();
    for (Path file : files(fixture.path())) {
      intact.put(file, Files.readAllBytes(file));
    }
    for (Map.Entry<Path, byte[]> file : intact.entrySet()) {
      Files.delete(file.getKey());
      boolean all = RELEASE || !file.getKey().toString().endsWith(".idx");
      for (int at = 0; at < file.getValue().length; at += all ? 1 : 5) {
        damaged(file.getKey(), flipped(file.getValue(), at));
        if (all || at % 4 == 0) {
          damaged(file.getKey(), Arrays.copyOf(file.getValue(), at));
        }
      }
      Files.write(file.getKey(), file.getValue());
    }
    System.out.printf("%d damages, faults told %s%n", cases, faults);
    assertThat(faults).containsKey(Fault.NOT_FOUND);
    try (LocalRepository repository = open()) {
      assertThat(repository.files(newest, ROOT)).hasSize(3);
    }
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= (byte) (1 << (at % 8));
    return flipped;
  }

  private void damaged(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    cases++;
    String what = file.getFileName() + " with " + content.length + " bytes";
    try (LocalRepository repository = open()) {
      assertThat(new BareFolder(fixture.path()).fault()).isNotNull();
      for (Runnable call : calls(repository)) {
        try {
          call.run();
        } catch (PortException told) {
          faults.merge(told.fault(), 1, Integer::sum);
        } catch (RuntimeException | Error wrong) {
          throw new AssertionError(what + " made a call fail with " + wrong, wrong);
        }
      }
    }
  }

  private List<Runnable> calls(LocalRepository repository) {
    List<Runnable> calls = new ArrayList<>();
    calls.add(() -> repository.head(Revision.HEAD));
    calls.add(() -> repository.commit(newest));
    calls.add(() -> repository.contains(newest, first));
    calls.add(() -> repository.lastChange(first, newest, new RepositoryPath("qa/values.yaml")));
    calls.add(() -> repository.files(newest, ROOT));
    calls.add(() -> repository.files(first, new RepositoryPath("qa")));
    calls.add(() -> repository.prepare(draft(newest, edit("qa/values.yaml", "3"))));
    for (String text : List.of(LONG, LONG + "the end\n", "1", "2")) {
      BlobId blob = Drafts.id(text);
      calls.add(() -> repository.content(blob));
    }
    return calls;
  }
}
