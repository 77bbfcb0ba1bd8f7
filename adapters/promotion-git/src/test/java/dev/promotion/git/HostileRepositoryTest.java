package dev.promotion.git;

import static dev.promotion.git.Drafts.draft;
import static dev.promotion.git.Drafts.edit;
import static dev.promotion.git.Drafts.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository that wants to do harm, or was left half done, on the disk of this machine. */
class HostileRepositoryTest {

  private static final Revision MAIN = new Revision("main");

  @TempDir Path folder;
  @TempDir Path elsewhere;
  private BareRepository fixture;
  private CommitId parent;

  @BeforeEach
  void open() {
    fixture = new BareRepository(folder);
    parent = fixture.commit("main", "qa/values.yaml", "1", ".gitattributes", "* filter=evil ident");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Path path(String name) {
    return fixture.path().resolve(name);
  }

  private PreparedCommit prepared() {
    return fixture.repository().prepare(draft(parent, edit("qa/values.yaml", "$Id$\r\n")));
  }

  private WriteResult write(PreparedCommit commit) {
    return fixture.repository().write(commit, texts("$Id$\r\n"));
  }

  private static PortException fault(ThrowingCallable call) {
    PortException fault = catchThrowableOfType(PortException.class, call);
    assertThat(fault).isNotNull();
    return fault;
  }

  @Test
  void hooksFiltersAndProgramsOfTheConfigurationAreNotRun() throws IOException {
    Path trace = elsewhere.resolve("trace");
    String program = "#!/bin/sh\necho ran >> '" + trace + "'\nexit 1\n";
    Path hooks = Files.createDirectories(path("hooks"));
    for (String hook :
        List.of("pre-receive", "update", "post-update", "reference-transaction", "pre-commit")) {
      Files.writeString(hooks.resolve(hook), program);
      Files.setPosixFilePermissions(
          hooks.resolve(hook), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(
        path("config"),
        "[core]\n\tbare = true\n\tfsmonitor = "
            + hooks.resolve("update")
            + "\n\tautocrlf = input\n[filter \"evil\"]\n\tclean = "
            + hooks.resolve("update")
            + "\n\trequired = true\n[include]\n\tpath = "
            + elsewhere
            + "\n");
    Repository repository = fixture.reopened();

    PreparedCommit commit = repository.prepare(draft(parent, edit("qa/values.yaml", "$Id$\r\n")));
    WriteResult result = repository.write(commit, texts("$Id$\r\n"));

    assertThat(result).isEqualTo(WriteResult.WRITTEN);
    assertThat(repository.content(Drafts.id("$Id$\r\n"))).asString().isEqualTo("$Id$\r\n");
    assertThat(trace).doesNotExist();
  }

  @Test
  void referenceThatIsALinkIsNeitherReadNorReplaced() throws IOException {
    Path outside = elsewhere.resolve("id");
    Files.writeString(outside, parent.value() + "\n");
    PreparedCommit commit = prepared();
    Files.delete(path("refs/heads/main"));
    Files.createSymbolicLink(path("refs/heads/main"), outside);

    PortException read = fault(() -> fixture.repository().head(MAIN));
    PortException write = fault(() -> write(commit));

    assertThat(List.of(read.fault(), write.fault())).containsOnly(Fault.NOT_FOUND);
    assertThat(outside).hasContent(parent.value() + "\n");
  }

  @Test
  void folderOfReferencesThatIsALinkIsNotWrittenInto() throws IOException {
    PreparedCommit commit = prepared();
    Files.move(path("refs/heads"), elsewhere.resolve("heads"));
    Files.createSymbolicLink(path("refs/heads"), elsewhere.resolve("heads"));

    PortException write = fault(() -> write(commit));

    assertThat(write.getMessage()).contains("symbolic link");
    assertThat(elsewhere.resolve("heads/main")).hasContent(parent.value() + "\n");
    assertThat(elsewhere.resolve("heads/main.lock")).doesNotExist();
  }

  @Test
  void packedReferencesThatAreALinkAreNotRead() throws IOException {
    Files.writeString(elsewhere.resolve("packed"), parent.value() + " refs/heads/stolen\n");
    Files.createSymbolicLink(path("packed-refs"), elsewhere.resolve("packed"));

    PortException read = fault(() -> fixture.repository().head(new Revision("stolen")));

    assertThat(read.fault()).isEqualTo(Fault.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"refs/../../secret", "secret", "refs/heads\\..\\secret", "refs/heads/a\0b"})
  void symbolicReferenceOutOfTheRepositoryIsRefused(String target) throws IOException {
    Files.writeString(path("HEAD"), "ref: " + target + "\n");

    PortException read = fault(() -> fixture.repository().head(new Revision("HEAD")));

    assertThat(read.getMessage()).contains("leads out of refs/");
  }

  @Test
  void objectThatIsALinkIsNotRead() throws IOException {
    String id = Drafts.id("linked").value();
    fixture.store(ObjectKind.BLOB, "linked".getBytes(UTF_8));
    Path object = path("objects/" + id.substring(0, 2) + "/" + id.substring(2));
    Files.move(object, elsewhere.resolve("object"));
    Files.createSymbolicLink(object, elsewhere.resolve("object"));

    PortException read = fault(() -> fixture.repository().content(Drafts.id("linked")));

    assertThat(read.fault()).isEqualTo(Fault.NOT_FOUND);
  }

  @Test
  void damagedObjectIsTold() throws IOException {
    String id = Drafts.id("1").value();
    Path object = path("objects/" + id.substring(0, 2) + "/" + id.substring(2));
    assertThat(object).exists();
    Files.setPosixFilePermissions(object, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(object, "damaged");

    PortException read = fault(() -> fixture.repository().content(Drafts.id("1")));

    assertThat(read.fault()).isEqualTo(Fault.NOT_FOUND);
    assertThat(read.getMessage()).contains("damaged", "git fsck").doesNotContain(folder.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blob",
        "blob 1 2\0x",
        "blob many\0x",
        "blob 3\0xy",
        "blob 1\0xy",
        "thing 1\0x",
        "a head that goes on and on and never ends 1\0x"
      })
  void objectThatIsMalformedIsDamage(String object) throws IOException {
    String id = "e".repeat(40);
    Path file = path("objects/ee/" + id.substring(2));
    Files.createDirectories(file.resolveSibling("."));
    try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(file))) {
      out.write(object.getBytes(UTF_8));
    }

    PortException damaged = fault(() -> fixture.repository().content(new BlobId(id)));

    assertThat(damaged.fault()).isEqualTo(Fault.NOT_FOUND);
    assertThat(damaged.getMessage()).contains("damaged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tree",
        "tree ffffffffffffffffffffffffffffffffffffffxx\nauthor",
        "treE ffffffffffffffffffffffffffffffffffffffff\nauthor"
      })
  void commitWithoutATreeIsDamage(String text) {
    CommitId commit =
        new CommitId(
            BareRepository.store(fixture.outside(), ObjectKind.COMMIT, text.getBytes(UTF_8)));

    PortException damaged =
        fault(() -> fixture.repository().files(commit, new RepositoryPath("qa")));

    assertThat(damaged.fault()).isEqualTo(Fault.NOT_FOUND);
    assertThat(damaged.getMessage()).contains("names");
  }

  @Test
  void objectThatSaysItIsHugeIsALimit() throws IOException {
    String id = "f".repeat(40);
    Path object = path("objects/ff/" + id.substring(2));
    Files.createDirectories(object.resolveSibling("."));
    try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(object))) {
      out.write("blob 99999999999\0bomb".getBytes(UTF_8));
    }

    PortException refused = fault(() -> fixture.repository().content(new BlobId(id)));

    assertThat(refused.fault()).isEqualTo(Fault.LIMIT);
    assertThat(refused.getMessage()).contains("99999999999");
  }

  @ParameterizedTest
  @CsvSource({
    "objects/info/alternates, /nowhere, borrows objects",
    "commondir, .., linked work tree",
    "shallow, abc, is shallow",
    "config, '[core]\nbare = false\n', has a work tree",
    "config, '[core]\nrepositoryformatversion = 2\n', version 2",
    "config, '[extensions]\nobjectformat = sha256\n', objectformat = sha256",
    "config, '[extensions]\nrefstorage = reftable\n', refstorage = reftable",
    "config, '[core]\nrepositoryformatversion = many\n', cannot be read",
    "config, '[extensions]\nfuture = 1\n', future = 1",
    "config, '[core', cannot be read"
  })
  void kindsThatCannotBeReadWholeAreRefused(String file, String content, String words)
      throws IOException {
    Files.createDirectories(path("objects/info"));
    Files.writeString(path(file), content);

    PortException refused = fault(() -> fixture.reopened());

    assertThat(refused.fault()).isEqualTo(Fault.MISCONFIGURED);
    assertThat(refused.code()).isEqualTo(ProblemCode.REPOSITORY_MISCONFIGURED);
    assertThat(refused.getMessage()).contains(words).doesNotContain(folder.toString());
  }

  @Test
  void packsBehindALinkAreRefused() throws IOException {
    Files.delete(path("objects/pack"));
    Files.createSymbolicLink(path("objects/pack"), elsewhere);

    assertThat(fault(() -> fixture.reopened()).getMessage()).contains("behind a link");
  }

  @Test
  void lockOfAnotherProgramIsWaitedForAWhileAndThenTold() throws IOException {
    PreparedCommit commit = prepared();
    Path lock = Files.createFile(path("refs/heads/main.lock"));

    PortException held = fault(() -> write(commit));
    assertThat(lock).exists();
    Files.delete(lock);
    WriteResult later = write(commit);

    assertThat(held.fault()).isEqualTo(Fault.TRANSIENT);
    assertThat(held.code()).isEqualTo(ProblemCode.CONTENTION);
    assertThat(held.getMessage()).contains("refs/heads/main.lock");
    assertThat(later).isEqualTo(WriteResult.WRITTEN);
  }

  @Test
  void interruptedWaitForALockEndsAtOnceAndStaysInterrupted() throws IOException {
    PreparedCommit commit = prepared();
    Files.createFile(path("refs/heads/main.lock"));

    Thread.currentThread().interrupt();
    PortException held = fault(() -> write(commit));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(held.fault()).isEqualTo(Fault.TRANSIENT);
  }

  @Test
  void interruptedThreadStillWritesSafely() throws IOException {
    try (GitRepositories durable = GitRepositories.open(folder)) {
      Repository repository = durable.repository(BareRepository.URL);
      PreparedCommit commit = repository.prepare(draft(parent, edit("qa/values.yaml", "2")));

      Thread.currentThread().interrupt();
      WriteResult result = repository.write(commit, texts("2"));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(result).isEqualTo(WriteResult.WRITTEN);
      assertThat(fixture.log()).containsExactly(commit.id(), parent);
    }
  }

  @Test
  void whatACrashLeftBehindDoesNotMatter() throws IOException {
    Path packs = Files.createDirectories(path("objects/pack"));
    Files.writeString(packs.resolve("tmp_promotion_1"), "half");
    Files.writeString(packs.resolve("pack-" + "a".repeat(40) + ".pack"), "without an index");
    Files.writeString(packs.resolve("pack-" + "b".repeat(40) + ".idx"), "without a pack");
    Files.writeString(packs.resolve("pack-" + "c".repeat(40) + ".keep"), "promotion\n");

    assertThat(write(prepared())).isEqualTo(WriteResult.WRITTEN);
    assertThat(fixture.reopened().files(parent, new RepositoryPath("qa"))).hasSize(1);
  }

  @Test
  void folderThatAnOlderBranchLeftIsReplacedByTheBranch() throws IOException {
    PreparedCommit commit = prepared();
    Files.writeString(path("packed-refs"), parent.value() + " refs/heads/main\n");
    Files.delete(path("refs/heads/main"));
    Files.createDirectory(path("refs/heads/main"));

    assertThat(write(commit)).isEqualTo(WriteResult.WRITTEN);
    assertThat(fixture.repository().head(MAIN).commit()).isEqualTo(commit.id());
  }

  @Test
  void repositoryThatDisappearsIsToldWithoutItsPath() throws IOException {
    PreparedCommit commit = prepared();
    try (Stream<Path> below = Files.walk(fixture.path())) {
      for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }

    PortException gone = fault(() -> fixture.repository().head(MAIN));

    assertThat(gone.fault()).isEqualTo(Fault.NOT_FOUND);
    assertThat(gone.getMessage()).doesNotContain(folder.toString());
    assertThat(write(commit)).isEqualTo(WriteResult.BRANCH_MOVED);
    assertThat(fixture.path()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"qa/Values.yaml, PATH_CASE_CLASH", "QA/new.yaml, PATH_CASE_CLASH"})
  void namesThatSomeFileSystemsTakeForTheSameAreRefused(String path, ProblemCode code) {
    PortException refused =
        fault(() -> fixture.repository().prepare(draft(parent, edit(path, "2"))));

    assertThat(refused.fault()).isEqualTo(Fault.REJECTED);
    assertThat(refused.code()).isEqualTo(code);
  }

  @Test
  void namesThatDifferInCompositionOnlyAreRefused() {
    CommitId accented = fixture.commit("main", "qa/caf\u00e9.yaml", "1");

    PortException refused =
        fault(() -> fixture.repository().prepare(draft(accented, edit("qa/cafe\u0301.yaml", "2"))));

    assertThat(refused.code()).isEqualTo(ProblemCode.PATH_UNICODE_CLASH);
  }
}
