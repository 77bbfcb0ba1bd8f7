package dev.promotion.testkit;

import static dev.promotion.testkit.RepositoryCases.assertFault;
import static dev.promotion.testkit.RepositoryCases.assertRefused;
import static dev.promotion.testkit.RepositoryCases.edit;
import static dev.promotion.testkit.RepositoryCases.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.Fault;
import dev.promotion.port.PreparedCommit;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Files that a commit deletes, and files that once were there. */
interface DeletionCases extends RepositoryCases {

  /** Returns a draft that deletes files. */
  static CommitDraft deleting(CommitId parent, List<FileEdit> edits, String... removed) {
    return new CommitDraft(
        new BranchName("main"),
        parent,
        edits,
        Arrays.stream(removed).map(RepositoryPath::new).toList(),
        PROMOTER,
        NOON,
        "promote\n");
  }

  /** Writes a draft and returns what is there after it. */
  default List<String> after(CommitDraft draft, String... texts) {
    PreparedCommit prepared = repository().prepare(draft);
    repository().write(prepared, texts(texts));
    assertThat(outsider().head("main")).contains(prepared.id());
    return files(prepared.id(), "").stream().map(FileEntry::path).toList();
  }

  /** Returns which of some files were there once. */
  default Set<String> onceThere(CommitId upTo, String... paths) {
    Set<RepositoryPath> asked =
        Arrays.stream(paths).map(RepositoryPath::new).collect(Collectors.toSet());
    return repository().onceThere(upTo, asked).stream()
        .map(RepositoryPath::value)
        .collect(Collectors.toSet());
  }

  @Test
  default void deletedFilesAreGoneAndAllElseStays() {
    CommitId parent =
        outsider()
            .on("main")
            .file("qa/old.yaml", "1")
            .file("qa/values.yaml", "1")
            .executable("run.sh", "#!")
            .link("link", "qa")
            .commit();

    assertThat(after(deleting(parent, List.of(), "qa/old.yaml", "run.sh")))
        .containsExactly("link", "qa/values.yaml");
  }

  @Test
  default void deletingAndSettingMakesOneCommit() {
    CommitId parent = outsider().on("main").file("qa/old.yaml", "1").file("b", "1").commit();

    assertThat(after(deleting(parent, List.of(edit("qa/new.yaml", "2")), "qa/old.yaml"), "2"))
        .containsExactly("b", "qa/new.yaml");
  }

  @Test
  default void folderGoesWithItsLastFile() {
    CommitId parent =
        outsider().on("main").file("qa/charts/shop/a", "1").file("qa/b", "1").commit();
    PreparedCommit prepared = repository().prepare(deleting(parent, List.of(), "qa/charts/shop/a"));
    repository().write(prepared, NONE);
    CommitId expected = outsider().on("other", new CommitId[0]).file("qa/b", "1").commit();

    assertThat(outsider().read(prepared.id()).tree()).isEqualTo(outsider().read(expected).tree());
  }

  @Test
  default void lastFileOfARepositoryMayGo() {
    CommitId parent = outsider().on("main").file("qa/a", "1").commit();

    assertThat(after(deleting(parent, List.of(), "qa/a"))).isEmpty();
  }

  @Test
  default void nameMayComeBackInAnotherForm() {
    CommitId parent =
        outsider().on("main").file("a", "1").file("b/c", "1").file("Case/d", "1").commit();

    List<FileEdit> edits = List.of(edit("a/below", "2"), edit("b", "2"), edit("case/d", "2"));

    assertThat(after(deleting(parent, edits, "a", "b/c", "Case/d"), "2"))
        .containsExactly("a/below", "b", "case/d");
  }

  @Test
  default void deletingWhatIsNotThereChangesNoFile() {
    CommitId parent = outsider().on("main").file("qa/a", "1").commit();

    PreparedCommit prepared =
        repository().prepare(deleting(parent, List.of(), "b", "qa/b", "nowhere/b"));
    repository().write(prepared, NONE);

    assertThat(outsider().read(prepared.id()).tree()).isEqualTo(outsider().read(parent).tree());
  }

  @Test
  default void onlyFilesAreDeleted() {
    CommitId parent =
        outsider()
            .on("main")
            .file("qa/a", "1")
            .link("link", "qa")
            .submodule("shared", NOWHERE.value())
            .commit();

    for (String path : List.of("link", "link/a", "shared", "shared/a")) {
      assertRefused(
          () -> repository().prepare(deleting(parent, List.of(), path)),
          Fault.REJECTED,
          ProblemCode.PATH_NOT_REGULAR);
    }
    for (String path : List.of("qa", "qa/a/below")) {
      assertRefused(
          () -> repository().prepare(deleting(parent, List.of(), path)),
          Fault.REJECTED,
          ProblemCode.PATH_TYPE_CHANGE);
    }
  }

  @Test
  default void filesThatOnceWereThereAreFound() {
    outsider().on("main").file("qa/a", "1").file("b", "1").commit();
    outsider().on("main").delete("qa/a").delete("b").file("c", "1").commit();
    CommitId head = outsider().on("main").file("d", "1").commit();

    assertThat(onceThere(head, "qa/a", "b", "c", "d", "e", "qa/b", "nowhere/a"))
        .containsExactlyInAnyOrder("qa/a", "b", "c", "d");
    assertThat(onceThere(head)).isEmpty();
  }

  @Test
  default void filesOfLaterCommitsWereNotThere() {
    CommitId older = outsider().on("main").file("a", "1").commit();
    outsider().on("main").file("b", "1").commit();

    assertThat(onceThere(older, "a", "b")).containsExactly("a");
  }

  @Test
  default void filesThatCameByAMergeWereThere() {
    CommitId start = outsider().on("main").file("a", "1").commit();
    CommitId side = outsider().on("side", start).file("qa/old", "1").commit();
    CommitId gone = outsider().on("side").delete("qa/old").file("c", "1").commit();
    CommitId merge = outsider().on("main", start, gone).file("c", "1").commit();

    assertThat(side).isNotEqualTo(gone);
    assertThat(onceThere(merge, "qa/old")).containsExactly("qa/old");
    assertThat(onceThere(start, "qa/old")).isEmpty();
  }

  @Test
  default void foldersLinksAndSubmodulesAreNoFilesThatWereThere() {
    outsider()
        .on("main")
        .file("qa/a", "1")
        .link("link", "qa")
        .submodule("shared", NOWHERE.value())
        .commit();
    CommitId head = outsider().on("main").delete("qa").delete("link").commit();

    assertThat(onceThere(head, "qa", "link", "link/a", "shared", "shared/a", "qa/a/b")).isEmpty();
  }

  @Test
  default void nothingOnceWasThereInACommitThatIsNotThere() {
    outsider().on("main").file("a", "1").commit();

    assertFault(() -> onceThere(NOWHERE, "a"), Fault.NOT_FOUND);
  }
}
