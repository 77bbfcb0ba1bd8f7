package dev.promotion.testkit;

import static dev.promotion.testkit.RepositoryCases.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.Fault;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where branches are. */
interface HeadCases extends RepositoryCases {

  @ParameterizedTest
  @ValueSource(strings = {"main", "release/1.x", "feature/a/b", "übergabe", "v1.0"})
  default void headOfBranchIsItsNewestCommit(String branch) {
    outsider().on(branch).file("a.txt", "1").commit();
    CommitId newest = outsider().on(branch).file("a.txt", "2").commit();

    BranchHead head = repository().head(new Revision(branch));

    assertThat(head).isEqualTo(new BranchHead(new BranchName(branch), newest));
  }

  @Test
  default void headStandsForTheDefaultBranch() {
    outsider().on("other").file("a.txt", "other").commit();
    CommitId newest = outsider().on("main").file("a.txt", "main").commit();

    BranchHead head = repository().head(Revision.HEAD);

    assertThat(head).isEqualTo(new BranchHead(new BranchName("main"), newest));
  }

  @Test
  default void headFollowsAnotherDefaultBranch() {
    outsider().on("main").file("a.txt", "main").commit();
    CommitId trunk = outsider().on("trunk").file("a.txt", "trunk").commit();
    repository().head(Revision.HEAD);

    fixture().setDefaultBranch("trunk");

    assertThat(repository().head(Revision.HEAD))
        .isEqualTo(new BranchHead(new BranchName("trunk"), trunk));
  }

  @Test
  default void headIsReadAfreshAtEachCall() {
    outsider().on("main").file("a.txt", "1").commit();
    repository().head(new Revision("main"));

    CommitId newest = outsider().on("main").file("a.txt", "2").commit();

    assertThat(repository().head(new Revision("main")).commit()).isEqualTo(newest);
  }

  @Test
  default void headOfRewoundBranchIsTheOlderCommit() {
    CommitId older = outsider().on("main").file("a.txt", "1").commit();
    outsider().on("main").file("a.txt", "2").commit();
    repository().head(new Revision("main"));

    outsider().branch("main", older);

    assertThat(repository().head(new Revision("main")).commit()).isEqualTo(older);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mai", "main2", "MAIN", "main/sub", "heads/main", "origin/main"})
  default void missingBranchIsNotFound(String missing) {
    outsider().on("main").file("a.txt", "1").commit();

    assertRefused(
        () -> repository().head(new Revision(missing)),
        Fault.NOT_FOUND,
        ProblemCode.BRANCH_NOT_FOUND);
  }

  @Test
  default void deletedBranchIsNotFound() {
    outsider().on("main").file("a.txt", "1").commit();
    outsider().on("old").file("a.txt", "1").commit();
    repository().head(new Revision("old"));

    outsider().deleteBranch("old");

    assertRefused(
        () -> repository().head(new Revision("old")),
        Fault.NOT_FOUND,
        ProblemCode.BRANCH_NOT_FOUND);
  }

  @Test
  default void renamedBranchIsFoundUnderItsNewName() {
    CommitId commit = outsider().on("old").file("a.txt", "1").commit();
    repository().head(new Revision("old"));

    outsider().branch("new", commit);
    outsider().deleteBranch("old");

    assertThat(repository().head(new Revision("new")).commit()).isEqualTo(commit);
    assertRefused(
        () -> repository().head(new Revision("old")),
        Fault.NOT_FOUND,
        ProblemCode.BRANCH_NOT_FOUND);
  }

  @Test
  default void emptyRepositoryHasNoHead() {
    assertRefused(
        () -> repository().head(Revision.HEAD), Fault.NOT_FOUND, ProblemCode.BRANCH_NOT_FOUND);
    assertRefused(
        () -> repository().head(new Revision("main")),
        Fault.NOT_FOUND,
        ProblemCode.BRANCH_NOT_FOUND);
  }

  @Test
  default void headOfDefaultBranchThatDoesNotExistIsNotFound() {
    outsider().on("main").file("a.txt", "1").commit();

    fixture().setDefaultBranch("gone");

    assertRefused(
        () -> repository().head(Revision.HEAD), Fault.NOT_FOUND, ProblemCode.BRANCH_NOT_FOUND);
  }

  @Test
  default void tagIsNeverTakenForABranch() {
    CommitId tagged = outsider().on("main").file("a.txt", "1").commit();
    CommitId newest = outsider().on("main").file("a.txt", "2").commit();

    fixture().setReference("refs/tags/main", tagged);
    fixture().setReference("refs/tags/v1", tagged);

    assertThat(repository().head(new Revision("main")).commit()).isEqualTo(newest);
    assertRefused(
        () -> repository().head(new Revision("v1")), Fault.NOT_FOUND, ProblemCode.BRANCH_NOT_FOUND);
  }
}
