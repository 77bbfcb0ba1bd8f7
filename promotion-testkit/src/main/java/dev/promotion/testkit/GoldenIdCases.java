package dev.promotion.testkit;

import static dev.promotion.testkit.RepositoryCases.edit;
import static dev.promotion.testkit.RepositoryCases.executable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.PreparedCommit;
import dev.promotion.port.WriteResult;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.Person;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Commits whose ids were found out with {@code git commit-tree} of Git 2.39.5: what Git itself
 * would have made of the same input.
 */
interface GoldenIdCases extends RepositoryCases {

  String BASE = "8433cf2d3cb972b1e4ee3555ef8d47658978e857";

  default CommitId base() {
    return outsider()
        .on("main")
        .file("README.md", "hello\n")
        .file("qa/values.yaml", "tag: 1\n")
        .file("a-b", "1\n")
        .file("a.b", "2\n")
        .file("a0", "3\n")
        .file("ab/c", "4\n")
        .executable("run.sh", "#!/bin/sh\n")
        .link("link", "qa/values.yaml")
        .submodule("lib", "1234567890123456789012345678901234567890")
        .at(Instant.ofEpochSecond(1767225600), "+0100")
        .message("base\n")
        .commit();
  }

  default void assertGolden(CommitDraft draft, String expected, String... texts) {
    PreparedCommit prepared = repository().prepare(draft);

    assertThat(prepared.id()).isEqualTo(new CommitId(expected));
    assertThat(repository().write(prepared, RepositoryCases.texts(texts)))
        .isEqualTo(WriteResult.WRITTEN);
    assertThat(outsider().head("main")).contains(new CommitId(expected));
    assertThat(outsider().read(new CommitId(expected)).id()).isEqualTo(new CommitId(expected));
  }

  @Test
  default void outsiderMakesTheCommitsThatGitMakes() {
    assertThat(base()).isEqualTo(new CommitId(BASE));
  }

  @Test
  default void commitOfPlainFilesHasTheIdThatGitGivesIt() {
    String tag = "tag: 2\n";
    String script = "#!/bin/sh\nexit 0\n";

    assertGolden(
        commit(
            PROMOTER,
            "2026-01-02T03:04:05Z",
            "promote cf-101 2.4.1 to qa\n\nRelease: 000000000000000000000001\n",
            edit("qa/values.yaml", tag),
            executable("qa/charts/shop/bin/start.sh", script)),
        "2e06e7d71cfde5db18b6197af295fc9887abba31",
        tag,
        script);
  }

  @Test
  default void commitWithNamesThatSortOddlyHasTheIdThatGitGivesIt() {
    assertGolden(
        commit(
            new Person("Jürgen Müller", "jürgen@exämple.com"),
            "2026-01-02T03:04:05Z",
            "übertragen: 2.4.1 → qa",
            edit("a/x", "x\n"),
            edit("a.b", ""),
            edit("ä/ö 😀.txt", "y\n"),
            edit("a/b.c", "z\n"),
            edit("a/b/c", "z\n"),
            edit("a/b-c", "z\n")),
        "3353887566b7bd6e258b2ea896c9df39ac58f4e3",
        "x\n",
        "",
        "y\n",
        "z\n");
  }

  @Test
  default void commitWithAnOddMessageHasTheIdThatGitGivesIt() {
    assertGolden(
        commit(
            PROMOTER,
            "2099-12-31T23:59:59.999Z",
            "\n\n  subject\r\n\r\nbody\t\n\n\n",
            executable("README.md", "hello\n"),
            edit("run.sh", "#!/bin/sh\n")),
        "67143ddd0fd958cf2ba1dda2f35bb1dcaa7ae20e");
  }

  private CommitDraft commit(Person author, String time, String message, FileEdit... edits) {
    return new CommitDraft(
        new BranchName("main"), base(), List.of(edits), author, Instant.parse(time), message);
  }
}
