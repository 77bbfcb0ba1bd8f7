package dev.promotion.git;

import static dev.promotion.git.Drafts.edit;
import static dev.promotion.git.Drafts.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References as Git stores them, in files of their own and packed. */
class BranchTest {

  @TempDir Path folder;

  private BareRepository fixture;
  private Repository repository;
  private CommitId head;

  @BeforeEach
  void open() {
    fixture = new BareRepository(folder);
    head = fixture.commit("main", "a.txt", "1");
    repository = fixture.repository();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private CommitDraft draft(String branch) {
    CommitDraft main = Drafts.draft(head, edit("a.txt", "2"));
    return new CommitDraft(
        new BranchName(branch),
        main.parent(),
        main.edits(),
        main.author(),
        main.time(),
        main.message());
  }

  private Path file(String name) {
    return fixture.path().resolve(name);
  }

  private void pack(String branch, CommitId commit) throws IOException {
    Files.writeString(
        file("packed-refs"),
        "# pack-refs with: peeled fully-peeled sorted \n"
            + commit
            + " refs/heads/"
            + branch
            + "\n"
            + commit
            + " refs/tags/v1\n^"
            + commit
            + "\n");
    Files.deleteIfExists(file("refs/heads/" + branch));
  }

  @Test
  void packedBranchIsReadAndMoved() throws IOException {
    pack("main", head);

    WriteResult result = repository.write(repository.prepare(draft("main")), texts("2"));

    assertThat(result).isEqualTo(WriteResult.WRITTEN);
    assertThat(fixture.reference("refs/heads/main")).isNotEmpty().isNotEqualTo(head);
    assertThat(file("refs/heads/main")).exists();
  }

  @Test
  void packedBranchInAFolderThatIsGoneIsMoved() throws IOException {
    pack("release/2026/1.x", head);
    PreparedCommit commit = repository.prepare(draft("release/2026/1.x"));

    WriteResult result = repository.write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.WRITTEN);
    assertThat(fixture.reference("refs/heads/release/2026/1.x")).contains(commit.id());
  }

  @Test
  void branchIsMovedOverAnEmptyFolderOfItsName() throws IOException {
    pack("main", head);
    Files.createDirectories(file("refs/heads/main"));

    WriteResult result = repository.write(repository.prepare(draft("main")), texts("2"));

    assertThat(result).isEqualTo(WriteResult.WRITTEN);
  }

  @Test
  void repackedReferencesAreReadAgain() throws IOException {
    pack("main", head);
    repository.head(new Revision("main"));
    CommitId other = fixture.commit("main", "b.txt", "2");

    Files.delete(file("packed-refs"));
    pack("main", other);

    assertThat(repository.head(new Revision("main")).commit()).isEqualTo(other);
  }

  @Test
  void looseBranchHidesThePackedOne() throws IOException {
    pack("main", head);
    CommitId other = fixture.commit("main", "b.txt", "2");

    assertThat(repository.head(new Revision("main")).commit()).isEqualTo(other);
  }

  @Test
  void lockOfAnotherProgramIsWaitedForAndThenToldAndLeftAlone() throws IOException {
    PreparedCommit commit = repository.prepare(draft("main"));
    Files.createFile(file("refs/heads/main.lock"));

    PortException busy =
        catchThrowableOfType(PortException.class, () -> repository.write(commit, texts("2")));

    assertThat(busy.fault()).isEqualTo(Fault.TRANSIENT);
    assertThat(busy)
        .hasMessage(
            BareRepository.URL
                + ": another program holds refs/heads/main.lock; it is tried again, delete that"
                + " file if no program is writing [CONTENTION]");
    assertThat(file("refs/heads/main.lock")).exists();
    assertThat(fixture.reference("refs/heads/main")).contains(head);

    Files.delete(file("refs/heads/main.lock"));

    assertThat(repository.write(commit, texts("2"))).isEqualTo(WriteResult.WRITTEN);
  }

  @Test
  void branchThatStandsForAnotherIsReadUnderTheOthersNameAndNeverMoved() throws IOException {
    Files.writeString(file("refs/heads/stable"), "ref: refs/heads/main\n");
    PreparedCommit commit = repository.prepare(draft("stable"));

    WriteResult result = repository.write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.BRANCH_MOVED);
    assertThat(repository.head(new Revision("stable")).branch()).isEqualTo(new BranchName("main"));
    assertThat(file("refs/heads/stable")).hasContent("ref: refs/heads/main");
  }

  @Test
  void detachedHeadIsNoBranch() throws IOException {
    Files.writeString(file("HEAD"), head + "\n");

    PortException refused =
        catchThrowableOfType(PortException.class, () -> repository.head(Revision.HEAD));

    assertThat(refused.code()).isEqualTo(ProblemCode.BRANCH_NOT_FOUND);
  }

  @Test
  void emptyReferenceIsDamage() throws IOException {
    Files.writeString(file("refs/heads/main"), "");

    PortException refused =
        catchThrowableOfType(PortException.class, () -> repository.head(new Revision("main")));

    assertThat(refused.code()).isEqualTo(ProblemCode.REPOSITORY_UNREACHABLE);
    assertThat(refused).hasMessageContaining("refs/heads/main is cut off");
  }
}
