package dev.promotion.testkit;

import static dev.promotion.testkit.RepositoryCases.assertFault;
import static dev.promotion.testkit.RepositoryCases.assertRefused;
import static dev.promotion.testkit.RepositoryCases.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.promotion.port.Fault;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.FileMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files at a commit. */
interface FileCases extends RepositoryCases {

  @Test
  default void filesAreListedWithModeAndContentId() {
    CommitId commit =
        outsider().on("main").file("values.yaml", "tag: 1\n").executable("run.sh", "#!").commit();

    List<FileEntry> files = files(commit, "");

    assertThat(files)
        .containsExactly(
            new FileEntry("run.sh", FileMode.EXECUTABLE, id("#!")),
            new FileEntry("values.yaml", FileMode.REGULAR, id("tag: 1\n")));
  }

  @Test
  default void filesInSubfoldersAreListedWithPathsRelativeToTheFolder() {
    CommitId commit =
        outsider()
            .on("main")
            .file("apps/qa/values.yaml", "1")
            .file("apps/qa/charts/shop/Chart.yaml", "2")
            .file("apps/qa2/values.yaml", "3")
            .file("values.yaml", "4")
            .commit();

    List<FileEntry> files = files(commit, "apps/qa");

    assertThat(files)
        .containsExactly(
            new FileEntry("charts/shop/Chart.yaml", FileMode.REGULAR, id("2")),
            new FileEntry("values.yaml", FileMode.REGULAR, id("1")));
  }

  @Test
  default void filesAreInTheOrderOfTheirPaths() {
    CommitId commit =
        outsider()
            .on("main")
            .file("a0", "")
            .file("a/x", "")
            .file("a.b", "")
            .file("a-b", "")
            .file("Z", "")
            .file("a/b-c", "")
            .file("a/b/c", "")
            .commit();

    List<FileEntry> files = files(commit, "");

    assertThat(files)
        .extracting(FileEntry::path)
        .containsExactly("Z", "a-b", "a.b", "a/b-c", "a/b/c", "a/x", "a0");
  }

  @Test
  default void filesAreThoseOfTheCommitNotOfTheBranch() {
    CommitId older = outsider().on("main").file("a.txt", "1").file("old.txt", "").commit();
    outsider().on("main").file("a.txt", "2").delete("old.txt").file("new.txt", "").commit();

    List<FileEntry> files = files(older, "");

    assertThat(files)
        .containsExactly(
            new FileEntry("a.txt", FileMode.REGULAR, id("1")),
            new FileEntry("old.txt", FileMode.REGULAR, id("")));
  }

  @Test
  default void filesOfMissingFolderAreNone() {
    CommitId commit = outsider().on("main").file("apps/qa/values.yaml", "1").commit();

    assertThat(files(commit, "apps/production")).isEmpty();
    assertThat(files(commit, "nowhere/at/all")).isEmpty();
    assertThat(files(commit, "apps/q")).isEmpty();
    assertThat(files(commit, "Apps/qa")).isEmpty();
  }

  @Test
  default void commitWithoutFilesHasNone() {
    CommitId commit = outsider().on("main").commit();

    assertThat(files(commit, "")).isEmpty();
    assertThat(files(commit, "apps")).isEmpty();
  }

  @Test
  default void linksAndSubmodulesAreListedAndNotFollowed() {
    CommitId commit =
        outsider()
            .on("main")
            .file("apps/qa/values.yaml", "1")
            .link("apps/link", "qa")
            .link("apps/outside", "../../etc/passwd")
            .submodule("apps/shared", NOWHERE.value())
            .commit();

    List<FileEntry> files = files(commit, "apps");

    assertThat(files)
        .containsExactly(
            new FileEntry("link", FileMode.SYMBOLIC_LINK, id("qa")),
            new FileEntry("outside", FileMode.SYMBOLIC_LINK, id("../../etc/passwd")),
            new FileEntry("qa/values.yaml", FileMode.REGULAR, id("1")),
            new FileEntry("shared", FileMode.SUBMODULE, new BlobId(NOWHERE.value())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apps/file",
        "apps/file/below",
        "apps/link",
        "apps/link/below",
        "apps/shared",
        "apps/shared/below/it"
      })
  default void folderThatIsNoFolderOrLiesBelowOneThatIsNoneIsRefused(String folder) {
    CommitId commit =
        outsider()
            .on("main")
            .file("apps/file", "1")
            .file("apps/real/values.yaml", "1")
            .link("apps/link", "real")
            .submodule("apps/shared", NOWHERE.value())
            .commit();

    assertRefused(() -> files(commit, folder), Fault.REJECTED, ProblemCode.PATH_NOT_REGULAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git/config",
        ".GIT/hooks/post-checkout",
        "git~1/config",
        ".gitmodules",
        ".g\u200cit/config",
        "line\nbreak.yaml",
        "tab\there.yaml",
        "back\\slash.yaml",
        "con.txt",
        "colon:stream",
        " blank ",
        "ünïcödé/😀.yaml"
      })
  default void namesAreListedAsTheyStandEvenWhereTheyAreUnsafe(String name) {
    CommitId commit = outsider().on("main").file("apps/" + name, "x").commit();

    List<FileEntry> files = files(commit, "apps");

    assertThat(files).containsExactly(new FileEntry(name, FileMode.REGULAR, id("x")));
  }

  @Test
  default void modesThatGitNoLongerWritesAreReadAsFiles() {
    CommitId commit =
        outsider()
            .on("main")
            .entry("group-writable", 0100664, stored("x").value())
            .entry("executable", 0100775, stored("y").value())
            .commit();

    List<FileEntry> files = files(commit, "");

    assertThat(files)
        .containsExactly(
            new FileEntry("executable", FileMode.EXECUTABLE, id("y")),
            new FileEntry("group-writable", FileMode.REGULAR, id("x")));
  }

  @Test
  default void manyFilesInOneFolderAreAllListed() {
    Outsider.Change change = outsider().on("main");
    for (int index = 1000; index < 1300; index++) {
      change.file("file-" + index, "same");
    }

    List<FileEntry> files = files(change.commit(), "");

    assertThat(files).hasSize(300).isSortedAccordingTo((a, b) -> a.path().compareTo(b.path()));
  }

  @Test
  default void listedFilesCannotBeChanged() {
    CommitId commit = outsider().on("main").file("a.txt", "1").commit();

    List<FileEntry> files = files(commit, "");

    assertThatThrownBy(files::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  default void filesOfCommitThatIsNotThereAreNotFound() {
    outsider().on("main").file("a.txt", "1").commit();

    assertFault(() -> files(NOWHERE, ""), Fault.NOT_FOUND);
    assertFault(() -> files(new CommitId(id("1").value()), ""), Fault.NOT_FOUND);
  }
}
