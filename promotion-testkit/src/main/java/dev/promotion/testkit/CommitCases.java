package dev.promotion.testkit;

import static dev.promotion.testkit.RepositoryCases.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.Fault;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a commit says of itself, and what it contains. */
interface CommitCases extends RepositoryCases {

  @Test
  default void commitTellsWhoMadeItWhenAndWhy() {
    CommitId commit =
        outsider()
            .on("main")
            .file("a.txt", "1")
            .by("Jürgen Müller <jm@example.com>")
            .at(Instant.parse("2026-03-04T05:06:07Z"), "+0530")
            .message("raise the tag\n\nbecause it is new\n")
            .commit();

    CommitInfo info = repository().commit(commit);

    assertThat(info)
        .isEqualTo(
            new CommitInfo(
                commit,
                "Jürgen Müller <jm@example.com>",
                "raise the tag",
                Instant.parse("2026-03-04T05:06:07Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one line without end => one line without end",
        "one line\n => one line",
        "windows\r\nlines\r\n => windows",
        "two\nlines\n => two",
        "subject\n\nbody\n => subject",
        " => ",
        "red \u001B[31malert\n => red \\u001B[31malert",
        "tab\there\n => tab\\there",
        "bell \u0007\n => bell \\u0007",
        "right \u202Eto left\n => right \\u202Eto left",
        "line\u2028separator\n => line\\u2028separator"
      })
  default void subjectIsTheFirstLineWithInvisibleCharactersEscaped(String messageAndSubject) {
    String[] parts = messageAndSubject.split(" => ", -1);
    CommitId commit = outsider().on("main").file("a.txt", "1").message(parts[0]).commit();

    assertThat(repository().commit(commit).subject()).isEqualTo(parts[1]);
  }

  @Test
  default void authorHasInvisibleCharactersEscaped() {
    CommitId commit =
        outsider()
            .on("main")
            .file("a.txt", "1")
            .by("Eve\u001B[2J <eve@\u202Eexample.com>")
            .commit();

    assertThat(repository().commit(commit).author())
        .isEqualTo("Eve\\u001B[2J <eve@\\u202Eexample.com>");
  }

  @Test
  default void commitThatNoBranchHoldsIsStillRead() {
    outsider().on("main").file("a.txt", "1").commit();
    CommitId dropped = outsider().on("main").file("a.txt", "2").message("dropped\n").commit();
    repository().commit(dropped);

    outsider().branch("main", outsider().read(dropped).parents().get(0));

    assertThat(repository().commit(dropped).subject()).isEqualTo("dropped");
  }

  @Test
  default void commitThatIsNotThereIsNotFound() {
    CommitId commit = outsider().on("main").file("a.txt", "1").commit();
    CommitId tree = new CommitId(outsider().read(commit).tree());

    assertRefused(
        () -> repository().commit(NOWHERE), Fault.NOT_FOUND, ProblemCode.COMMIT_NOT_FOUND);
    assertRefused(() -> repository().commit(tree), Fault.NOT_FOUND, ProblemCode.COMMIT_NOT_FOUND);
  }

  @Test
  default void commitContainsItself() {
    CommitId commit = outsider().on("main").file("a.txt", "1").commit();

    assertThat(repository().contains(commit, commit)).isTrue();
  }

  @Test
  default void commitContainsWhatComesBeforeIt() {
    CommitId first = outsider().on("main").file("a.txt", "1").commit();
    CommitId second = outsider().on("main").file("a.txt", "2").commit();
    CommitId third = outsider().on("main").file("a.txt", "3").commit();

    assertThat(repository().contains(third, first)).isTrue();
    assertThat(repository().contains(third, second)).isTrue();
  }

  @Test
  default void commitDoesNotContainWhatComesAfterIt() {
    CommitId first = outsider().on("main").file("a.txt", "1").commit();
    CommitId second = outsider().on("main").file("a.txt", "2").commit();

    assertThat(repository().contains(first, second)).isFalse();
  }

  @Test
  default void commitDoesNotContainAnotherBranch() {
    CommitId fork = outsider().on("main").file("a.txt", "1").commit();
    CommitId main = outsider().on("main", fork).file("a.txt", "2").commit();
    CommitId side = outsider().on("side", fork).file("a.txt", "3").commit();

    assertThat(repository().contains(main, side)).isFalse();
    assertThat(repository().contains(side, main)).isFalse();
  }

  @Test
  default void mergeContainsBothOfItsSides() {
    CommitId fork = outsider().on("main").file("a.txt", "1").commit();
    CommitId main = outsider().on("main", fork).file("a.txt", "2").commit();
    CommitId side = outsider().on("side", fork).file("b.txt", "1").commit();
    CommitId merge = outsider().on("main", main, side).file("b.txt", "1").commit();

    assertThat(repository().contains(merge, main)).isTrue();
    assertThat(repository().contains(merge, side)).isTrue();
    assertThat(repository().contains(merge, fork)).isTrue();
    assertThat(repository().contains(main, side)).isFalse();
  }

  @Test
  default void containmentDoesNotTrustTheTimesOfCommits() {
    CommitId late =
        outsider()
            .on("main")
            .file("a.txt", "1")
            .at(Outsider.TIME.plusSeconds(999), "+0000")
            .commit();
    CommitId early =
        outsider()
            .on("main")
            .file("a.txt", "2")
            .at(Outsider.TIME.minusSeconds(999), "+0000")
            .commit();

    assertThat(repository().contains(early, late)).isTrue();
    assertThat(repository().contains(late, early)).isFalse();
  }

  @Test
  default void unknownCommitIsContainedNowhereAndContainsNothing() {
    CommitId commit = outsider().on("main").file("a.txt", "1").commit();

    assertThat(repository().contains(commit, NOWHERE)).isFalse();
    assertThat(repository().contains(NOWHERE, commit)).isFalse();
    assertThat(repository().contains(NOWHERE, NOWHERE)).isFalse();
  }

  @Test
  default void containmentReachesFarBack() {
    CommitId first = outsider().on("main").file("a.txt", "0").commit();
    CommitId last = first;
    for (int index = 1; index <= 50; index++) {
      last = outsider().on("main").file("a.txt", "" + index).commit();
    }

    assertThat(repository().contains(last, first)).isTrue();
    assertThat(repository().contains(first, last)).isFalse();
  }
}
