package dev.promotion.testkit;

import static dev.promotion.testkit.RepositoryCases.draft;
import static dev.promotion.testkit.RepositoryCases.edit;
import static dev.promotion.testkit.RepositoryCases.id;
import static dev.promotion.testkit.RepositoryCases.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Contents;
import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Commits that are written, and the branch that they move. */
interface WriteCases extends RepositoryCases {

  default PreparedCommit prepared(CommitId parent, FileEdit... edits) {
    return repository().prepare(draft(parent, edits));
  }

  @Test
  default void writingMovesTheBranchToTheCommit() {
    CommitId parent = outsider().on("main").file("qa/values.yaml", "1").commit();
    PreparedCommit commit = prepared(parent, edit("qa/values.yaml", "2"));

    WriteResult result = repository().write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.WRITTEN);
    assertThat(outsider().head("main")).contains(commit.id());
    assertThat(repository().head(new Revision("main")).commit()).isEqualTo(commit.id());
    assertThat(text(commit.id(), "qa/values.yaml")).isEqualTo("2");
  }

  @Test
  default void writtenCommitIsWhatTheDraftSaysAndNothingElse() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    String message = "promote shop to qa\n\nRelease: 1\n\n  ünïcödé 😀 without end";
    PreparedCommit commit =
        repository()
            .prepare(
                new CommitDraft(
                    new BranchName("main"),
                    parent,
                    List.of(edit("a.txt", "2")),
                    PROMOTER,
                    NOON,
                    message));

    repository().write(commit, texts("2"));

    GitCommit written = outsider().read(commit.id());
    String person = "Promotion <promotion@example.com> " + NOON.getEpochSecond() + " +0000";
    assertThat(written)
        .isEqualTo(new GitCommit(written.tree(), List.of(parent), person, person, message));
    assertThat(written.id()).as("no header beyond these").isEqualTo(commit.id());
  }

  @Test
  default void onlyTheNamedBranchMoves() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    outsider().branch("release/1.x", parent);
    fixture().setReference("refs/tags/v1", parent);
    PreparedCommit commit =
        repository()
            .prepare(
                new CommitDraft(
                    new BranchName("release/1.x"),
                    parent,
                    List.of(edit("a.txt", "2")),
                    PROMOTER,
                    NOON,
                    "promote"));

    repository().write(commit, texts("2"));

    assertThat(outsider().head("release/1.x")).contains(commit.id());
    assertThat(outsider().head("main")).contains(parent);
    assertThat(fixture().reference("refs/tags/v1")).contains(parent);
  }

  @Test
  default void writingAgainIsHarmless() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    PreparedCommit commit = prepared(parent, edit("a.txt", "2"));
    repository().write(commit, texts("2"));

    WriteResult again = repository().write(commit, NONE);

    assertThat(again).isEqualTo(WriteResult.WRITTEN);
    assertThat(outsider().log("main")).containsExactly(commit.id(), parent);
  }

  @Test
  default void writingAgainThroughAnotherAdapterIsHarmless() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    CommitDraft draft = draft(parent, edit("a.txt", "2"));
    repository().write(repository().prepare(draft), texts("2"));
    Repository another = fixture().reopened();

    WriteResult again = another.write(another.prepare(draft), NONE);

    assertThat(again).isEqualTo(WriteResult.WRITTEN);
    assertThat(outsider().log("main")).hasSize(2);
  }

  @Test
  default void commitsFollowEachOther() {
    CommitId parent = outsider().on("main").file("a.txt", "1").file("b.txt", "1").commit();
    PreparedCommit first = prepared(parent, edit("a.txt", "2"));
    repository().write(first, texts("2"));

    PreparedCommit second = prepared(first.id(), edit("b.txt", "3"));
    WriteResult result = repository().write(second, texts("3"));

    assertThat(result).isEqualTo(WriteResult.WRITTEN);
    assertThat(outsider().log("main")).containsExactly(second.id(), first.id(), parent);
    assertThat(text(second.id(), "a.txt")).isEqualTo("2");
    assertThat(text(second.id(), "b.txt")).isEqualTo("3");
  }

  @Test
  default void branchThatMovedOnIsLeftAlone() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    PreparedCommit commit = prepared(parent, edit("a.txt", "2"));
    CommitId newest = outsider().on("main").file("b.txt", "1").commit();

    WriteResult result = repository().write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.BRANCH_MOVED);
    assertThat(outsider().head("main")).contains(newest);
  }

  @Test
  default void branchThatMovedOnFromOurCommitIsLeftAlone() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    PreparedCommit commit = prepared(parent, edit("a.txt", "2"));
    repository().write(commit, texts("2"));
    CommitId newest = outsider().on("main").file("b.txt", "1").commit();

    WriteResult again = repository().write(commit, texts("2"));

    assertThat(again).isEqualTo(WriteResult.BRANCH_MOVED);
    assertThat(outsider().head("main")).contains(newest);
    assertThat(repository().contains(newest, commit.id())).isTrue();
  }

  @Test
  default void branchThatWasRewoundIsLeftAlone() {
    CommitId older = outsider().on("main").file("a.txt", "1").commit();
    CommitId parent = outsider().on("main").file("a.txt", "2").commit();
    PreparedCommit commit = prepared(parent, edit("a.txt", "3"));

    outsider().branch("main", older);
    WriteResult result = repository().write(commit, texts("3"));

    assertThat(result).isEqualTo(WriteResult.BRANCH_MOVED);
    assertThat(outsider().head("main")).contains(older);
  }

  @Test
  default void branchThatWasRewoundAfterOurCommitIsWrittenAgain() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    PreparedCommit commit = prepared(parent, edit("a.txt", "2"));
    repository().write(commit, texts("2"));

    outsider().branch("main", parent);
    WriteResult again = repository().write(commit, texts("2"));

    assertThat(again).isEqualTo(WriteResult.WRITTEN);
    assertThat(outsider().head("main")).contains(commit.id());
  }

  @Test
  default void branchWithAnotherHistoryIsLeftAlone() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    PreparedCommit commit = prepared(parent, edit("a.txt", "2"));
    CommitId unrelated = outsider().on("main", new CommitId[0]).file("a.txt", "x").commit();

    WriteResult result = repository().write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.BRANCH_MOVED);
    assertThat(outsider().head("main")).contains(unrelated);
  }

  @Test
  default void deletedBranchIsNotMadeAgain() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    outsider().branch("other", parent);
    PreparedCommit commit = prepared(parent, edit("a.txt", "2"));

    outsider().deleteBranch("main");
    WriteResult result = repository().write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.BRANCH_MOVED);
    assertThat(outsider().head("main")).isEmpty();
  }

  @Test
  default void branchThatNeverWasIsNotMade() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    PreparedCommit commit =
        repository()
            .prepare(
                new CommitDraft(
                    new BranchName("new"),
                    parent,
                    List.of(edit("a.txt", "2")),
                    PROMOTER,
                    NOON,
                    "promote"));

    WriteResult result = repository().write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.BRANCH_MOVED);
    assertThat(outsider().head("new")).isEmpty();
  }

  @Test
  default void contentsAreAskedOnlyForWhatTheRepositoryLacks() {
    CommitId parent = outsider().on("main").file("a.txt", "old").file("b.txt", "known").commit();
    List<BlobId> asked = new ArrayList<>();
    Contents contents =
        blob -> {
          asked.add(blob);
          return "new".getBytes(UTF_8);
        };
    PreparedCommit commit =
        prepared(parent, edit("a.txt", "known"), edit("c.txt", "new"), edit("d.txt", "new"));

    repository().write(commit, contents);

    assertThat(asked).contains(id("new")).containsOnly(id("new"));
    assertThat(text(commit.id(), "a.txt")).isEqualTo("known");
    assertThat(text(commit.id(), "d.txt")).isEqualTo("new");
  }

  @Test
  default void binaryAndLargeContentsAreWrittenToTheByte() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    byte[] large = new byte[1 << 20];
    new Random(2).nextBytes(large);
    BlobId blob = new BlobId(GitObjects.id(ObjectKind.BLOB, large));
    PreparedCommit commit =
        prepared(parent, new FileEdit(new RepositoryPath("a.bin"), FileMode.REGULAR, blob));

    repository().write(commit, asked -> large.clone());

    assertThat(fixture().stored(blob.value())).hasValue(large);
    assertThat(repository().content(blob)).isEqualTo(large);
  }

  @Test
  default void contentWithOtherBytesThanItsIdIsRefusedAndNothingMoves() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    PreparedCommit commit = prepared(parent, edit("a.txt", "2"));

    PortException refused =
        catchThrowableOfType(
            PortException.class,
            () -> repository().write(commit, blob -> "forged".getBytes(UTF_8)));

    assertThat(refused).as("a refusal").isNotNull();
    assertThat(refused.fault().waits()).isFalse();
    assertThat(outsider().head("main")).contains(parent);
    assertThat(fixture().stored(id("2").value())).isEmpty();
  }

  @Test
  default void contentThatCannotBeReadStopsTheCommit() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    PreparedCommit commit = prepared(parent, edit("a.txt", "2"));
    PortException unreachable =
        new PortException(
            Fault.TRANSIENT,
            new Problem(ProblemCode.REPOSITORY_UNREACHABLE, "", "the source is away; wait"),
            null);

    assertThatThrownBy(
            () ->
                repository()
                    .write(
                        commit,
                        blob -> {
                          throw unreachable;
                        }))
        .isSameAs(unreachable);

    assertThat(outsider().head("main")).contains(parent);
    assertThat(repository().write(commit, texts("2"))).isEqualTo(WriteResult.WRITTEN);
  }

  @Test
  default void writtenCommitIsThereForAnotherAdapter() {
    CommitId parent = outsider().on("main").file("qa/values.yaml", "1").commit();
    PreparedCommit commit = prepared(parent, edit("qa/values.yaml", "2"));
    repository().write(commit, texts("2"));

    Repository another = fixture().reopened();

    assertThat(another.head(new Revision("main")).commit()).isEqualTo(commit.id());
    assertThat(another.contains(commit.id(), parent)).isTrue();
    assertThat(another.content(id("2"))).asString().isEqualTo("2");
  }
}
