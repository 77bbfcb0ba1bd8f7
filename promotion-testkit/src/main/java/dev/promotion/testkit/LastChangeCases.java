package dev.promotion.testkit;

import static dev.promotion.testkit.RepositoryCases.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.Fault;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.RepositoryPath;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who changed a file last. */
interface LastChangeCases extends RepositoryCases {

  default Optional<CommitInfo> lastChange(CommitId after, CommitId upTo, String path) {
    return repository().lastChange(after, upTo, new RepositoryPath(path));
  }

  default void assertLastChange(CommitId after, CommitId upTo, String path, CommitId expected) {
    assertThat(lastChange(after, upTo, path)).map(CommitInfo::id).contains(expected);
  }

  @Test
  default void lastChangeTellsWhoChangedTheFileWhenAndWhy() {
    CommitId start = outsider().on("main").file("qa/values.yaml", "1").commit();
    CommitId change =
        outsider()
            .on("main")
            .file("qa/values.yaml", "2")
            .by("Bob <bob@example.com>")
            .at(Instant.parse("2026-02-02T02:02:02Z"), "-0800")
            .message("hotfix\n")
            .commit();

    Optional<CommitInfo> found = lastChange(start, change, "qa/values.yaml");

    assertThat(found)
        .contains(
            new CommitInfo(
                change, "Bob <bob@example.com>", "hotfix", Instant.parse("2026-02-02T02:02:02Z")));
  }

  @Test
  default void newestOfSeveralChangesIsFound() {
    CommitId start = outsider().on("main").file("a.txt", "1").commit();
    outsider().on("main").file("a.txt", "2").commit();
    CommitId newest = outsider().on("main").file("a.txt", "3").commit();
    CommitId head = outsider().on("main").file("b.txt", "1").commit();

    assertLastChange(start, head, "a.txt", newest);
  }

  @Test
  default void changesOfOtherFilesAreNone() {
    CommitId start = outsider().on("main").file("qa/a.txt", "1").file("a.txt", "1").commit();
    CommitId head =
        outsider()
            .on("main")
            .file("qa/a.txt.bak", "2")
            .file("a.txt", "2")
            .file("qa/b", "")
            .commit();

    assertThat(lastChange(start, head, "qa/a.txt")).isEmpty();
  }

  @Test
  default void fileThatDidNotChangeHasNoLastChange() {
    CommitId start = outsider().on("main").file("a.txt", "1").commit();

    assertThat(lastChange(start, start, "a.txt")).isEmpty();
  }

  @Test
  default void changesUpToTheStartAreNotSearched() {
    outsider().on("main").file("a.txt", "1").commit();
    CommitId start = outsider().on("main").file("a.txt", "2").commit();
    CommitId head = outsider().on("main").file("b.txt", "1").commit();

    assertThat(lastChange(start, head, "a.txt")).isEmpty();
  }

  @Test
  default void creationIsAChange() {
    CommitId start = outsider().on("main").file("b.txt", "1").commit();
    CommitId creation = outsider().on("main").file("new/a.txt", "1").commit();
    CommitId head = outsider().on("main").file("b.txt", "2").commit();

    assertLastChange(start, head, "new/a.txt", creation);
  }

  @Test
  default void deletionIsAChange() {
    CommitId start = outsider().on("main").file("qa/a.txt", "1").file("b.txt", "1").commit();
    CommitId deletion = outsider().on("main").delete("qa/a.txt").commit();
    CommitId head = outsider().on("main").file("b.txt", "2").commit();

    assertLastChange(start, head, "qa/a.txt", deletion);
  }

  @Test
  default void fileThatNeverWasHasNoLastChange() {
    CommitId start = outsider().on("main").file("a.txt", "1").commit();
    CommitId head = outsider().on("main").file("a.txt", "2").commit();

    assertThat(lastChange(start, head, "nowhere/b.txt")).isEmpty();
  }

  @Test
  default void changeOfTheExecutableBitIsAChange() {
    CommitId start = outsider().on("main").file("run.sh", "#!").commit();
    CommitId change = outsider().on("main").executable("run.sh", "#!").commit();

    assertLastChange(start, change, "run.sh", change);
  }

  @Test
  default void linkInPlaceOfTheFileIsAChange() {
    CommitId start = outsider().on("main").file("qa/a.txt", "1").commit();
    CommitId change = outsider().on("main").link("qa/a.txt", "../b.txt").commit();

    assertLastChange(start, change, "qa/a.txt", change);
  }

  @Test
  default void fileInPlaceOfTheFolderIsAChange() {
    CommitId start = outsider().on("main").file("qa/a.txt", "1").commit();
    CommitId change = outsider().on("main").file("qa", "1").commit();

    assertLastChange(start, change, "qa/a.txt", change);
  }

  @Test
  default void commitThatBroughtTheOldContentBackIsTheLastChange() {
    CommitId start = outsider().on("main").file("a.txt", "1").commit();
    outsider().on("main").file("a.txt", "2").commit();
    CommitId revert = outsider().on("main").file("a.txt", "1").commit();

    assertLastChange(start, revert, "a.txt", revert);
  }

  @Test
  default void changeThatWasMergedIsFoundOnItsSide() {
    CommitId start = outsider().on("main").file("a.txt", "1").commit();
    CommitId main = outsider().on("main", start).file("b.txt", "1").commit();
    CommitId side = outsider().on("side", start).file("a.txt", "2").commit();
    CommitId merge = outsider().on("main", main, side).file("a.txt", "2").commit();

    assertLastChange(start, merge, "a.txt", side);
  }

  @Test
  default void mergeThatChangesTheFileItselfIsTheLastChange() {
    CommitId start = outsider().on("main").file("a.txt", "1").commit();
    CommitId main = outsider().on("main", start).file("a.txt", "2").commit();
    CommitId side = outsider().on("side", start).file("a.txt", "3").commit();
    CommitId merge = outsider().on("main", main, side).file("a.txt", "2 and 3").commit();

    assertLastChange(start, merge, "a.txt", merge);
  }

  @Test
  default void changeThatAMergeDroppedIsNotTheLastChange() {
    CommitId start = outsider().on("main").file("a.txt", "1").commit();
    CommitId main = outsider().on("main", start).file("a.txt", "2").commit();
    CommitId side = outsider().on("side", start).file("a.txt", "3").commit();
    CommitId merge = outsider().on("main", main, side).file("b.txt", "1").commit();

    assertLastChange(start, merge, "a.txt", main);
  }

  @Test
  default void mergeOfOtherFilesIsNoChange() {
    CommitId start = outsider().on("main").file("a.txt", "1").commit();
    CommitId main = outsider().on("main", start).file("b.txt", "1").commit();
    CommitId side = outsider().on("side", start).file("c.txt", "1").commit();
    CommitId merge = outsider().on("main", main, side).file("c.txt", "1").commit();

    assertThat(lastChange(start, merge, "a.txt")).isEmpty();
  }

  @Test
  default void changeThatAMergeDroppedForTheContentOfTheStartIsNone() {
    CommitId start = outsider().on("main").file("a.txt", "1").commit();
    CommitId main = outsider().on("main", start).file("a.txt", "2").commit();
    CommitId side = outsider().on("side", start).file("b.txt", "1").commit();
    CommitId merge =
        outsider().on("main", main, side).file("a.txt", "1").file("b.txt", "1").commit();

    assertThat(lastChange(start, merge, "a.txt")).isEmpty();
  }

  @Test
  default void mergeOfAnotherHistoryIsNoChangeOfAFileThatNeverWas() {
    CommitId start = outsider().on("main").file("a.txt", "1").commit();
    CommitId unrelated = outsider().on("other", new CommitId[0]).file("b.txt", "1").commit();
    CommitId merge = outsider().on("main", start, unrelated).file("b.txt", "1").commit();

    assertThat(lastChange(start, merge, "c.txt")).isEmpty();
    assertThat(lastChange(start, merge, "a.txt")).isEmpty();
    assertLastChange(start, merge, "b.txt", unrelated);
  }

  @Test
  default void mergeThatBringsOlderContentBackIsTheLastChange() {
    CommitId older = outsider().on("main").file("a.txt", "1").commit();
    CommitId start = outsider().on("main", older).file("a.txt", "2").commit();
    CommitId side = outsider().on("side", older).file("b.txt", "1").commit();
    CommitId merge =
        outsider().on("main", start, side).file("a.txt", "1").file("b.txt", "1").commit();
    CommitId head = outsider().on("main").file("c.txt", "1").commit();

    assertLastChange(start, head, "a.txt", merge);
  }

  @Test
  default void lastChangeUpToACommitThatIsNotThereIsNotFound() {
    CommitId start = outsider().on("main").file("a.txt", "1").commit();

    assertRefused(
        () -> lastChange(start, NOWHERE, "a.txt"), Fault.NOT_FOUND, ProblemCode.COMMIT_NOT_FOUND);
  }
}
