package dev.promotion.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.promotion.port.PortException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.RepositoryPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that are not what they say, or say more than they have. */
class HostileObjectsTest {

  private static final ObjectId ANY = ObjectId.fromString("1".repeat(40));
  private static final String TREE = "tree 1111111111111111111111111111111111111111\n";
  private static final String TAIL = "committer C <c@d> 7 +0000\n\nfix\n";

  @Test
  void aFolderThatHoldsItselfIsRefusedAndExhaustsNothing() throws Exception {
    TreeListing listing = new TreeListing(always(Constants.OBJ_TREE, entry("40000 a")));

    assertThatExceptionOfType(TooLargeException.class)
        .isThrownBy(() -> listing.below(ANY, RepositoryPath.ROOT));
  }

  @Test
  void foldersWithMoreLettersThanAPersonCouldNameAreRefused() throws Exception {
    byte[] tree = join(entry("100644 " + "x".repeat(200)), entry("40000 y"));
    TreeListing listing = new TreeListing(always(Constants.OBJ_TREE, tree));

    assertThatExceptionOfType(TooLargeException.class)
        .isThrownBy(() -> listing.below(ANY, RepositoryPath.ROOT))
        .withMessageContaining("name a smaller folder");
  }

  @Test
  void foldersThatMultiplyAreRefused() throws Exception {
    byte[] tree = join(entry("40000 a"), entry("40000 b"), entry("40000 c"), entry("100644 d"));
    TreeListing listing = new TreeListing(always(Constants.OBJ_TREE, tree));

    assertThatExceptionOfType(TooLargeException.class)
        .isThrownBy(() -> listing.below(ANY, RepositoryPath.ROOT));
  }

  @Test
  void aLooseObjectThatSaysAHugeSizeIsDamaged(@TempDir Path objects) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(("blob " + TooLargeException.LARGEST_OBJECT + "\0x").getBytes(UTF_8));
    }
    Files.createDirectory(objects.resolve("11"));
    Files.write(objects.resolve("11").resolve("1".repeat(38)), packed.toByteArray());

    assertThatExceptionOfType(CorruptObjectException.class)
        .isThrownBy(() -> new LooseObjects(objects).find(ANY))
        .withMessageContaining("says a size that its data cannot have");
  }

  @Test
  void aSizeThatDeflatedDataCanHaveIsTaken() throws Exception {
    assertThat(TooLargeException.checked(2 * 1032, 1)).isEqualTo(2064);
    assertThatThrownBy(() -> TooLargeException.checked(2 * 1032 + 1, 1))
        .isInstanceOf(CorruptObjectException.class);
  }

  @Test
  void anIndexThatCountsUpToItsSizeIsTaken() {
    assertThatCode(() -> Pack.checkIndex(index(0, 3), 60)).doesNotThrowAnyException();
    assertThatCode(() -> Pack.checkIndex(index(2, 3), 60)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 0x06000000, -1})
  void anIndexThatCountsMoreThanItHoldsIsDamaged(int count) {
    assertThatThrownBy(() -> Pack.checkIndex(index(0, count), 60))
        .isInstanceOf(CorruptObjectException.class);
    assertThatThrownBy(() -> Pack.checkIndex(index(2, count), 60))
        .isInstanceOf(CorruptObjectException.class);
  }

  @Test
  void anIndexThatCountsBackwardsIsDamaged() {
    ByteBuffer table = ByteBuffer.allocate(256 * Integer.BYTES);
    table.putInt(0, 1);

    assertThatThrownBy(() -> Pack.checkIndex(new ByteArrayInputStream(table.array()), 1000))
        .isInstanceOf(CorruptObjectException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 1023, 1031})
  void anIndexThatIsCutOffIsDamaged(int length) throws IOException {
    byte[] whole = index(length == 1031 ? 2 : 0, 3).readAllBytes();

    assertThatThrownBy(
            () -> Pack.checkIndex(new ByteArrayInputStream(Arrays.copyOf(whole, length)), length))
        .isInstanceOf(CorruptObjectException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TREE + "parent 2222",
        TREE + "parent zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz\n",
        TREE + "parent 1111111111111111111111111111111111111111\n" + TAIL,
        TREE,
      })
  void aCommitThatNamesNoParentsIsADamageAndNoBug(String text) {
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> info(text))
        .satisfies(
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.REPOSITORY_UNREACHABLE));
  }

  @Test
  void anAuthorAfterAllTimesIsNotKnown() {
    CommitInfo info = info(TREE + "author A <a@b> 99999999999999999 +0000\n" + TAIL);

    assertThat(info.author()).isEmpty();
    assertThat(info.subject()).isEqualTo("fix");
    assertThat(info.time()).isEqualTo(Instant.ofEpochSecond(7));
  }

  private static CommitInfo info(String text) {
    ObjectSource source = always(Constants.OBJ_COMMIT, text.getBytes(ISO_8859_1));
    return new Failures("r")
        .telling(
            () -> {
              try (RevWalk walk = new RevWalk(new StoreReader(source))) {
                return CommitText.info(walk.parseCommit(ANY));
              }
            });
  }

  private static ObjectSource always(int type, byte[] content) {
    return id -> Optional.of(new GitObject(id.toObjectId(), type, content));
  }

  private static byte[] entry(String modeAndName) {
    return join((modeAndName + "\0").getBytes(UTF_8), new byte[Constants.OBJECT_ID_LENGTH]);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  private static ByteArrayInputStream index(int version, int count) {
    ByteBuffer table = ByteBuffer.allocate((2 + 256) * Integer.BYTES);
    if (version == 2) {
      table.putInt(0xff744f63).putInt(2);
    }
    for (int letter = 0; letter < 256; letter++) {
      table.putInt(letter < 9 ? 0 : count);
    }
    return new ByteArrayInputStream(table.array(), 0, table.position());
  }
}
