package dev.promotion.testkit;

import static dev.promotion.testkit.RepositoryCases.assertRefused;
import static dev.promotion.testkit.RepositoryCases.draft;
import static dev.promotion.testkit.RepositoryCases.edit;
import static dev.promotion.testkit.RepositoryCases.executable;
import static dev.promotion.testkit.RepositoryCases.id;
import static dev.promotion.testkit.RepositoryCases.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.Fault;
import dev.promotion.port.PreparedCommit;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.FileMode;
import dev.promotion.testkit.GitTree.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits that are worked out and not yet written. */
interface PrepareCases extends RepositoryCases {

  /** Writes the draft and returns the files of the commit. */
  default List<FileEntry> filesAfter(CommitDraft draft, String... texts) {
    PreparedCommit prepared = repository().prepare(draft);
    repository().write(prepared, texts(texts));
    return files(prepared.id(), "");
  }

  @Test
  default void preparingWritesNothing() {
    CommitId parent = outsider().on("main").file("qa/values.yaml", "1").commit();

    PreparedCommit prepared = repository().prepare(draft(parent, edit("qa/values.yaml", "2")));

    assertThat(outsider().head("main")).contains(parent);
    assertThat(fixture().stored(prepared.id().value())).isEmpty();
    assertThat(fixture().stored(id("2").value())).isEmpty();
  }

  @Test
  default void preparedCommitHoldsItsDraft() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    CommitDraft draft = draft(parent, edit("a.txt", "2"));

    assertThat(repository().prepare(draft).draft()).isEqualTo(draft);
  }

  @Test
  default void sameDraftAlwaysHasTheSameId() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    CommitDraft draft = draft(parent, edit("a.txt", "2"), edit("b.txt", "2"));
    CommitDraft otherOrder = draft(parent, edit("b.txt", "2"), edit("a.txt", "2"));

    CommitId id = repository().prepare(draft).id();

    assertThat(repository().prepare(draft).id()).isEqualTo(id);
    assertThat(repository().prepare(otherOrder).id()).isEqualTo(id);
    assertThat(fixture().reopened().prepare(draft).id()).isEqualTo(id);
  }

  @Test
  default void idIsTheSameAfterTheBranchMovedOn() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    CommitDraft draft = draft(parent, edit("a.txt", "2"));
    CommitId id = repository().prepare(draft).id();

    outsider().on("main").file("a.txt", "3").commit();

    assertThat(repository().prepare(draft).id()).isEqualTo(id);
  }

  @Test
  default void editsReplaceFilesAndLeaveAllElse() {
    CommitId parent =
        outsider()
            .on("main")
            .file("qa/values.yaml", "1")
            .file("qa/other.yaml", "same")
            .executable("run.sh", "#!")
            .link("link", "qa")
            .submodule("shared", NOWHERE.value())
            .file(".git/config", "unsafe")
            .file("line\nbreak", "unsafe")
            .commit();

    List<FileEntry> files = filesAfter(draft(parent, edit("qa/values.yaml", "2")), "2");

    List<FileEntry> expected = new ArrayList<>(files(parent, ""));
    expected.replaceAll(
        each ->
            each.path().equals("qa/values.yaml")
                ? new FileEntry(each.path(), FileMode.REGULAR, id("2"))
                : each);
    assertThat(files).hasSize(7).isEqualTo(expected);
  }

  @Test
  default void entriesBesideTheFileStayToTheByte() {
    GitTree odd =
        GitTree.EMPTY.with(
            List.of(
                new Entry(0100664, "group-writable", stored("x").value()),
                new Entry(FileMode.REGULAR.bits(), "not-utf-8-\u00ff\u00fe", stored("y").value()),
                Entry.of(FileMode.REGULAR, "values.yaml", stored("1").value())));
    CommitId parent = outsider().on("main").folder("qa", odd).commit();

    PreparedCommit prepared = repository().prepare(draft(parent, edit("qa/values.yaml", "2")));
    repository().write(prepared, texts("2"));

    String root = outsider().read(prepared.id()).tree();
    GitTree rootTree = GitTree.parse(fixture().stored(root).orElseThrow());
    String expected =
        odd.with(List.of(Entry.of(FileMode.REGULAR, "values.yaml", id("2").value()))).id();
    assertThat(rootTree.entry("qa").map(Entry::id)).contains(expected);
  }

  @Test
  default void editsCreateFoldersAsDeepAsNeeded() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();

    List<FileEntry> files =
        filesAfter(
            draft(parent, edit("qa/charts/shop/values.yaml", "2"), edit("qa/README.md", "3")),
            "2",
            "3");

    assertThat(files)
        .containsExactly(
            new FileEntry("a.txt", FileMode.REGULAR, id("1")),
            new FileEntry("qa/README.md", FileMode.REGULAR, id("3")),
            new FileEntry("qa/charts/shop/values.yaml", FileMode.REGULAR, id("2")));
  }

  @Test
  default void editsFillACommitWithoutFiles() {
    CommitId parent = outsider().on("main").commit();

    List<FileEntry> files = filesAfter(draft(parent, edit("qa/values.yaml", "1")), "1");

    assertThat(files).containsExactly(new FileEntry("qa/values.yaml", FileMode.REGULAR, id("1")));
  }

  @Test
  default void editsSetAndClearTheExecutableBit() {
    CommitId parent =
        outsider().on("main").file("now.sh", "#!").executable("no-longer.sh", "#!").commit();

    List<FileEntry> files =
        filesAfter(draft(parent, executable("now.sh", "#!"), edit("no-longer.sh", "#!")));

    assertThat(files)
        .containsExactly(
            new FileEntry("no-longer.sh", FileMode.REGULAR, id("#!")),
            new FileEntry("now.sh", FileMode.EXECUTABLE, id("#!")));
  }

  @Test
  default void editThatChangesNothingKeepsTheTree() {
    CommitId parent = outsider().on("main").file("qa/a.txt", "1").file("b.txt", "2").commit();

    PreparedCommit prepared = repository().prepare(draft(parent, edit("qa/a.txt", "1")));
    repository().write(prepared, NONE);

    assertThat(prepared.id()).isNotEqualTo(parent);
    assertThat(outsider().read(prepared.id()).tree()).isEqualTo(outsider().read(parent).tree());
  }

  @Test
  default void preparesOnAParentThatTheBranchHasLeft() {
    CommitId older = outsider().on("main").file("a.txt", "1").commit();
    outsider().on("main").file("a.txt", "2").commit();

    PreparedCommit prepared = repository().prepare(draft(older, edit("a.txt", "3")));

    assertThat(prepared.draft().parent()).isEqualTo(older);
  }

  @Test
  default void parentThatIsNotThereIsNotFound() {
    outsider().on("main").file("a.txt", "1").commit();

    assertRefused(
        () -> repository().prepare(draft(NOWHERE, edit("a.txt", "2"))),
        Fault.NOT_FOUND,
        ProblemCode.COMMIT_NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"link", "link/values.yaml", "shared", "shared/values.yaml", "qa/link/x/y"})
  default void linksAndSubmodulesAreNeitherReplacedNorFollowed(String path) {
    CommitId parent =
        outsider()
            .on("main")
            .file("real/values.yaml", "1")
            .link("link", "real")
            .link("qa/link", "../real")
            .submodule("shared", NOWHERE.value())
            .commit();

    assertRefused(
        () -> repository().prepare(draft(parent, edit("fine.txt", "2"), edit(path, "2"))),
        Fault.REJECTED,
        ProblemCode.PATH_NOT_REGULAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qa", "qa/charts", "qa/values.yaml/below", "qa/values.yaml/below/it"})
  default void foldersAndFilesDoNotReplaceEachOther(String path) {
    CommitId parent =
        outsider().on("main").file("qa/values.yaml", "1").file("qa/charts/a", "1").commit();

    assertRefused(
        () -> repository().prepare(draft(parent, edit("fine.txt", "2"), edit(path, "2"))),
        Fault.REJECTED,
        ProblemCode.PATH_TYPE_CHANGE);
  }

  @Test
  default void oneDraftCannotMakeAFileAndAFolderOfOneName() {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();

    assertRefused(
        () -> repository().prepare(draft(parent, edit("new", "2"), edit("new/below", "2"))),
        Fault.REJECTED,
        ProblemCode.PATH_TYPE_CHANGE);
    assertRefused(
        () -> repository().prepare(draft(parent, edit("new/below", "2"), edit("new", "2"))),
        Fault.REJECTED,
        ProblemCode.PATH_TYPE_CHANGE);
  }

  @Test
  default void refusedDraftWritesNothing() {
    CommitId parent = outsider().on("main").file("qa/values.yaml", "1").commit();

    assertRefused(
        () -> repository().prepare(draft(parent, edit("a.txt", "2"), edit("qa", "3"))),
        Fault.REJECTED,
        ProblemCode.PATH_TYPE_CHANGE);

    assertThat(outsider().head("main")).contains(parent);
    assertThat(fixture().stored(id("2").value())).isEmpty();
  }
}
