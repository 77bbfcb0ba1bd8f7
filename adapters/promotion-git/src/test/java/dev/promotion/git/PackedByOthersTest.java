package dev.promotion.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.Repository;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs as Git and its servers make them: objects as changes to others, references in one file. */
class PackedByOthersTest {

  @TempDir Path folder;
  private BareRepository fixture;
  private final List<CommitId> commits = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  @BeforeEach
  void fill() {
    fixture = new BareRepository(folder);
    StringBuilder text = new StringBuilder();
    Random random = new Random(3);
    for (int version = 0; version < 30; version++) {
      for (int line = 0; line < 100; line++) {
        text.append(Long.toHexString(random.nextLong())).append('\n');
      }
      texts.add(text.toString());
      commits.add(fixture.commit("main", "qa/values.yaml", text.toString()));
    }
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /** Puts all that the main branch leads to into one pack with deltas, and removes the rest. */
  private Path pack(boolean basesByOffset) throws IOException {
    Path packs = fixture.path().resolve("objects/pack");
    Path pack = packs.resolve("pack-" + "d".repeat(40) + ".pack");
    PackConfig config = new PackConfig(fixture.outside());
    config.setIndexVersion(2);
    try (PackWriter writer = new PackWriter(config, fixture.outside().newObjectReader());
        OutputStream out = Files.newOutputStream(pack);
        OutputStream index =
            Files.newOutputStream(packs.resolve("pack-" + "d".repeat(40) + ".idx"))) {
      writer.setDeltaBaseAsOffset(basesByOffset);
      writer.preparePack(
          NullProgressMonitor.INSTANCE,
          Set.of(ObjectId.fromString(commits.get(commits.size() - 1).value())),
          Set.of());
      writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, out);
      writer.writeIndex(index);
      assertThat(writer.getStatistics().getTotalDeltas()).isPositive();
    }
    try (Stream<Path> files = Files.walk(fixture.path().resolve("objects"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (file.getFileName().toString().matches("[0-9a-f]{38}")) {
          Files.delete(file);
        }
      }
    }
    return pack;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void objectsThatAreChangesToOthersReadBack(boolean basesByOffset) throws IOException {
    pack(basesByOffset);
    Repository repository = fixture.reopened();

    for (int version = 0; version < texts.size(); version++) {
      CommitId commit = commits.get(version);
      FileEntry file = repository.files(commit, new RepositoryPath("qa")).get(0);
      assertThat(repository.content(file.id())).asString().isEqualTo(texts.get(version));
    }
    assertThat(repository.contains(commits.get(29), commits.get(0))).isTrue();
  }

  @Test
  void repositoryThatIsPackedWhileItIsOpenGoesOnAndKeepsThePack() throws IOException {
    Repository repository = fixture.repository();
    repository.files(commits.get(0), new RepositoryPath("qa"));

    Path pack = pack(true);
    CommitId at = commits.get(29);
    for (int number = 0; number < 40; number++) {
      var commit = repository.prepare(Drafts.draft(at, Drafts.edit("qa/new", "new " + number)));
      repository.write(commit, Drafts.texts("new " + number));
      at = commit.id();
    }

    assertThat(pack).exists();
    assertThat(fixture.log()).hasSize(70);
  }

  @Test
  void damagedPackIsTold() throws IOException {
    Path pack = pack(true);
    byte[] bytes = Files.readAllBytes(pack);
    // The head of the pack stays, the objects in it do not.
    for (int at = 12; at < bytes.length; at++) {
      bytes[at] = (byte) 0xb1;
    }
    Files.write(pack, bytes);
    Repository repository = fixture.reopened();

    PortException damaged =
        catchThrowableOfType(PortException.class, () -> repository.commit(commits.get(0)));

    assertThat(damaged.fault()).isEqualTo(Fault.NOT_FOUND);
    assertThat(damaged.getMessage()).contains("damaged", "git fsck");
  }

  @Test
  void packThatIsCutOffIsTold() throws IOException {
    Path pack = pack(true);
    Files.write(pack, new byte[] {'P', 'A', 'C', 'K'});
    Repository repository = fixture.reopened();

    PortException damaged =
        catchThrowableOfType(PortException.class, () -> repository.commit(commits.get(0)));

    assertThat(damaged.getMessage()).contains("damaged");
  }

  @Test
  void packedReferencesAreReadAndMoved() throws IOException {
    Path loose = fixture.path().resolve("refs/heads/main");
    String head = commits.get(29).value();
    Files.writeString(
        fixture.path().resolve("packed-refs"),
        "# pack-refs with: peeled fully-peeled sorted \n"
            + head
            + " refs/heads/main\n"
            + head
            + " refs/tags/v1\n^"
            + head
            + "\n");
    Files.delete(loose);
    Repository repository = fixture.repository();
    assertThat(repository.head(new Revision("HEAD")).commit()).isEqualTo(commits.get(29));

    var commit = repository.prepare(Drafts.draft(commits.get(29), Drafts.edit("a", "1")));
    repository.write(commit, Drafts.texts("1"));

    assertThat(repository.head(new Revision("main")).commit()).isEqualTo(commit.id());
    assertThat(loose).hasContent(commit.id().value() + "\n");
  }
}
