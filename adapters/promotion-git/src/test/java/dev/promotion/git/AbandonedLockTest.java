package dev.promotion.git;

import static dev.promotion.git.Drafts.draft;
import static dev.promotion.git.Drafts.edit;
import static dev.promotion.git.Drafts.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.PreparedCommit;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.ProblemCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch whose lock was left behind by a process that was killed. */
class AbandonedLockTest {

  private static final String NAME = "refs/heads/main";

  @TempDir Path folder;
  private BareRepository fixture;
  private PreparedCommit commit;

  @BeforeEach
  void prepare() {
    fixture = new BareRepository(folder);
    commit =
        fixture
            .repository()
            .prepare(draft(fixture.commit("main", "a.yaml", "1"), edit("a.yaml", "2")));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Path lock() {
    return fixture.path().resolve(NAME + ".lock");
  }

  /** Leaves what a process leaves that dies while it holds the branch. */
  private Path die() throws IOException {
    Path marker = fixture.path().resolve(OwnedLock.prefix(NAME) + "of-a-dead-process");
    Files.writeString(marker, commit.id() + "\n");
    Files.createLink(lock(), marker);
    return marker;
  }

  @Test
  void lockOfADeadProcessIsRemoved() throws IOException {
    Path marker = die();

    WriteResult result = fixture.repository().write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.WRITTEN);
    assertThat(lock()).doesNotExist();
    assertThat(marker).doesNotExist();
  }

  @Test
  void lockOfALivingProcessIsRespected() throws IOException {
    Path marker = die();

    PortException busy;
    try (FileChannel owner = FileChannel.open(marker, StandardOpenOption.WRITE);
        FileLock held = owner.lock()) {
      assertThat(held.isValid()).isTrue();
      busy =
          catchThrowableOfType(
              PortException.class, () -> fixture.repository().write(commit, texts("2")));
      assertThat(lock()).exists();
    }

    assertThat(busy.fault()).isEqualTo(Fault.TRANSIENT);
    assertThat(busy.code()).isEqualTo(ProblemCode.CONTENTION);
    assertThat(fixture.repository().write(commit, texts("2"))).isEqualTo(WriteResult.WRITTEN);
  }

  @Test
  void lockOfAnotherProgramIsRespectedWhateverElseLiesThere() throws IOException {
    Path marker = die();
    Files.delete(lock());
    Files.writeString(lock(), commit.id() + "\n");

    PortException busy =
        catchThrowableOfType(
            PortException.class, () -> fixture.repository().write(commit, texts("2")));

    assertThat(busy.code()).isEqualTo(ProblemCode.CONTENTION);
    assertThat(lock()).exists();
    assertThat(marker).exists();
  }

  @Test
  void writeLeavesNothingBehindButTheBranch() throws IOException {
    fixture.repository().write(commit, texts("2"));

    try (var files = Files.list(fixture.path())) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .noneMatch(each -> each.startsWith("promotion-lock-"));
    }
    assertThat(lock()).doesNotExist();
  }
}
