package dev.promotion.testkit;

import static dev.promotion.testkit.RepositoryCases.draft;
import static dev.promotion.testkit.RepositoryCases.edit;
import static dev.promotion.testkit.RepositoryCases.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.Revision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several who write to one branch at once. */
interface RaceCases extends RepositoryCases {

  int WRITERS = 8;

  @Test
  default void ofManyWhoWriteFromOneParentExactlyOneWins() throws Exception {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    List<PreparedCommit> commits = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      commits.add(repository().prepare(draft(parent, edit(writer + ".txt", "by " + writer))));
    }

    List<WriteResult> results =
        Race.of(WRITERS, writer -> repository().write(commits.get(writer), texts("by " + writer)));

    assertThat(Collections.frequency(results, WriteResult.WRITTEN)).isEqualTo(1);
    CommitId winner = commits.get(results.indexOf(WriteResult.WRITTEN)).id();
    assertThat(outsider().log("main")).containsExactly(winner, parent);
  }

  @Test
  default void manyWhoWriteTheSameCommitAllSucceed() throws Exception {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    PreparedCommit commit = repository().prepare(draft(parent, edit("a.txt", "2")));

    List<WriteResult> results = Race.of(WRITERS, writer -> repository().write(commit, texts("2")));

    assertThat(results).hasSize(WRITERS).containsOnly(WriteResult.WRITTEN);
    assertThat(outsider().log("main")).containsExactly(commit.id(), parent);
  }

  @Test
  default void nobodyIsLostWhenManyWriteUntilTheySucceed() throws Exception {
    CommitId parent = outsider().on("main").file("a.txt", "1").commit();
    List<Repository> shared = List.of(repository(), fixture().reopened());

    List<CommitId> written = Race.of(WRITERS, writer -> insist(shared.get(writer % 2), writer));

    assertThat(outsider().log("main")).hasSize(WRITERS + 1).containsAll(written).endsWith(parent);
    assertThat(files(outsider().head("main").orElseThrow(), ""))
        .extracting(FileEntry::path)
        .containsExactly(
            "0.txt", "1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "6.txt", "7.txt", "a.txt");
  }

  /** Writes as often as it takes; half of the writers share an adapter of another process. */
  private static CommitId insist(Repository repository, int writer) {
    while (true) {
      CommitId head = repository.head(new Revision("main")).commit();
      PreparedCommit commit =
          repository.prepare(draft(head, edit(writer + ".txt", "by " + writer)));
      if (repository.write(commit, texts("by " + writer)) == WriteResult.WRITTEN) {
        return commit.id();
      }
    }
  }
}
