package dev.promotion.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.PreparedCommit;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs that other programs write, with one object stored as a change to another. */
class PackTest {

  private static final String LONG = "line of a long file\n".repeat(20_000);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyObjectIsReadAsJgitReadsIt(boolean offsets) throws Exception {
    try (BareRepository fixture = new BareRepository(folder.resolve("repositories"))) {
      fixture.commit("main", "long.txt", LONG, "empty.txt", "");
      fixture.commit("main", "long.txt", LONG + "and one more\n", "a/b.txt", "1\n");
      ObjectId head =
          ObjectId.fromString(fixture.commit("main", "long.txt", "first\n" + LONG).value());
      Path packs = Files.createDirectory(folder.resolve("packs"));
      pack(fixture, head, offsets, packs);

      int deltas = 0;
      int compared = 0;
      try (Pack pack = Pack.open(packs, "pack-test")) {
        for (PackIndex.MutableEntry entry : pack.index()) {
          deltas += pack.entry(entry.getOffset()).isDelta() ? 1 : 0;
          GitObject found = pack.find(entry.toObjectId()).orElseThrow();
          assertThat(found.type()).isEqualTo(fixture.outside().open(found.id()).getType());
          assertThat(found.bytes()).isEqualTo(fixture.outside().open(found.id()).getBytes());
          compared++;
        }
      }
      assertThat(deltas).isPositive();
      assertThat(compared).isGreaterThanOrEqualTo(11);
    }
  }

  private static void pack(BareRepository fixture, ObjectId head, boolean offsets, Path to)
      throws Exception {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    try (PackWriter writer = new PackWriter(fixture.outside())) {
      writer.setDeltaBaseAsOffset(offsets);
      writer.preparePack(NullProgressMonitor.INSTANCE, Set.of(head), Set.of());
      writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, content);
      writer.writeIndex(index);
    }
    Files.write(to.resolve("pack-test.pack"), content.toByteArray());
    Files.write(to.resolve("pack-test.idx"), index.toByteArray());
  }

  @Test
  void largePackIsReadToTheEndAfterItsFileIsGone() throws Exception {
    byte[] noise = new byte[2 * PackBytes.SMALL];
    new Random(3).nextBytes(noise);
    GitObject large = GitObject.of(Constants.OBJ_BLOB, noise);
    try (NewPack made = new NewPack()) {
      made.add(large);
      NewPack.Laid laid = made.lay();
      Files.write(folder.resolve(laid.name() + ".pack"), laid.pack());
      Files.write(folder.resolve(laid.name() + ".idx"), laid.index());
      try (Pack pack = Pack.open(folder, laid.name())) {
        pack.find(large.id());
        for (String part : List.of(".pack", ".idx")) {
          Files.delete(folder.resolve(laid.name() + part));
        }

        assertThat(pack.find(large.id()).orElseThrow().bytes()).isEqualTo(noise);
      }
    }
  }

  @Test
  void packThatACommitReliesOnIsMadeYoungAndOneThatIsGoneIsNotReliedOn() throws Exception {
    GitObject blob = GitObject.of(Constants.OBJ_BLOB, new byte[] {1});
    try (NewPack made = new NewPack();
        Packs packs = new Packs(folder)) {
      made.add(blob);
      NewPack.Laid laid = made.lay();
      Path file = Files.write(folder.resolve(laid.name() + ".pack"), laid.pack());
      Files.write(folder.resolve(laid.name() + ".idx"), laid.index());
      FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
      Files.setLastModifiedTime(file, old);

      assertThat(packs.secure(blob.id())).isTrue();
      assertThat(Files.getLastModifiedTime(file)).isGreaterThan(old);

      Files.delete(file);

      assertThat(packs.secure(blob.id())).isFalse();
    }
  }

  @Test
  void packsOfMiddleSizeAreMergedWithEachOther() throws Exception {
    try (BareRepository fixture = new BareRepository(folder)) {
      CommitId head = fixture.commit("main", "a.bin", "");
      Random random = new Random(4);
      for (int round = 0; round < PackMerger.MANY + 2; round++) {
        byte[] noise = new byte[PackBytes.SMALL + 1];
        random.nextBytes(noise);
        BlobId blob = new BlobId(GitObject.of(Constants.OBJ_BLOB, noise).id().name());
        FileEdit edit = new FileEdit(new RepositoryPath("a.bin"), FileMode.REGULAR, blob);
        PreparedCommit commit = fixture.repository().prepare(Drafts.draft(head, edit));
        fixture.repository().write(commit, any -> noise);
        head = commit.id();
      }

      assertThat(StoredObjects.packs(fixture.path())).hasSize(3);
      assertThat(fixture.repository().contains(head, head)).isTrue();
    }
  }
}
