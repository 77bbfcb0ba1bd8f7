package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.PreparedCommit;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryRepositoriesTest {

  private static final String URL = "https://git.example.com/shop.git";
  private static final Person ALICE = new Person("Alice", "alice@example.com");

  private final TestClock clock = TestClock.create();
  private final InMemoryRepositories repositories = new InMemoryRepositories(clock);
  private final InMemoryRepository shop = repositories.at(URL);

  @Test
  void oneAddressLeadsToOneRepository() {
    CommitId commit = shop.commit("main", "version 1", Map.of("qa/values.yaml", "tag: 1\n"));

    assertThat(repositories.at(URL).head("main")).isEqualTo(commit);
    assertThat(repositories.repository(new RepositoryUrl(URL)).head("main")).isEqualTo(commit);
  }

  @Test
  void addressThatWasNeverMentionedIsNotFound() {
    PortException thrown =
        catchThrowableOfType(
            PortException.class,
            () -> repositories.repository(new RepositoryUrl("https://git.example.com/bank.git")));

    assertThat(thrown.fault()).isEqualTo(Fault.NOT_FOUND);
    assertThat(thrown.code()).isEqualTo(ProblemCode.REPOSITORY_UNREACHABLE);
    assertThat(thrown).hasMessageContaining("bank.git");
  }

  @Test
  void commitHasTheIdThatGitGivesIt() {
    CommitId commit =
        new InMemoryRepositories()
            .at(URL)
            .commit("main", "version 1", Map.of("qa/values.yaml", "tag: 1\n"));

    assertThat(commit).hasToString("ed84cee15f62bab3ce3540751dfde4ca2994665c");
  }

  @Test
  void commitSetsItsFilesAndLeavesAllElse() {
    shop.commit("main", "version 1", Map.of("qa/values.yaml", "tag: 1\n", "README.md", "hello\n"));

    shop.commit("main", "version 2", Map.of("qa/values.yaml", "tag: 2\n"));

    assertThat(shop.text("main", "qa/values.yaml")).isEqualTo("tag: 2\n");
    assertThat(shop.text("main", "README.md")).isEqualTo("hello\n");
  }

  @Test
  void deletedFilesAndFoldersAreGone() {
    shop.commit("main", "all", Map.of("qa/a.yaml", "", "qa/b.yaml", "", "c.yaml", "", "d", ""));

    CommitId head = shop.delete("main", "less", "qa", "c.yaml");

    assertThat(shop.files(head, RepositoryPath.ROOT)).hasSize(1);
    assertThatThrownBy(() -> shop.text("main", "c.yaml")).isInstanceOf(PortException.class);
  }

  @Test
  void logTellsWhoDidWhatWhenTheNewestFirst() {
    CommitId first = shop.commit("main", "version 1", Map.of("a", "1"));
    clock.advance(Duration.ofHours(1));
    CommitId second = shop.commit("main", ALICE, "version 2\n\nat last", Map.of("a", "2"));

    List<CommitInfo> log = shop.log("main");

    assertThat(log)
        .containsExactly(
            new CommitInfo(second, "Alice <alice@example.com>", "version 2", clock.now()),
            new CommitInfo(
                first,
                "Somebody Else <somebody@example.com>",
                "version 1",
                clock.now().minus(Duration.ofHours(1))));
    assertThat(shop.log("gone")).isEmpty();
  }

  @Test
  void branchesAreMadeMovedAndDeletedAtWill() {
    CommitId first = shop.commit("main", "version 1", Map.of("a", "1"));
    shop.commit("main", "version 2", Map.of("a", "2"));

    shop.setBranch("release", first);
    shop.setDefaultBranch("release");
    shop.setBranch("main", first);

    assertThat(shop.head(Revision.HEAD).commit()).isEqualTo(first);
    assertThat(shop.text("main", "a")).isEqualTo("1");
    shop.deleteBranch("release");
    assertThatThrownBy(() -> shop.head("release"))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("branch 'release' does not exist");
  }

  @Test
  void missingFileIsNamed() {
    shop.commit("main", "version 1", Map.of("qa/values.yaml", "1"));

    assertThatThrownBy(() -> shop.text("main", "qa/valeus.yaml"))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("qa/valeus.yaml");
    assertThatThrownBy(() -> shop.text("main", "qa")).isInstanceOf(PortException.class);
    assertThatThrownBy(() -> shop.text("main", "nowhere/a")).isInstanceOf(PortException.class);
  }

  @Test
  void commitsOfSeveralAtOnceAreAllKept() throws Exception {
    List<CommitId> commits =
        Race.of(8, who -> shop.commit("main", "by " + who, Map.of(who + ".txt", "")));

    assertThat(shop.log("main"))
        .extracting(CommitInfo::id)
        .containsExactlyInAnyOrderElementsOf(commits);
  }

  @Test
  void commitThatAnotherAdapterPreparedIsWorkedOutAnew() {
    CommitId parent = shop.commit("main", "version 1", Map.of("a", "1"));
    CommitDraft draft = RepositoryCases.draft(parent, RepositoryCases.edit("a", "2"));
    CommitId id = shop.prepare(draft).id();

    WriteResult result = shop.write(wrapped(draft, id), RepositoryCases.texts("2"));

    assertThat(result).isEqualTo(WriteResult.WRITTEN);
    assertThat(shop.text("main", "a")).isEqualTo("2");
  }

  @Test
  void commitWithAnIdThatIsNotItsOwnIsRefused() {
    CommitId parent = shop.commit("main", "version 1", Map.of("a", "1"));
    CommitDraft draft = RepositoryCases.draft(parent, RepositoryCases.edit("a", "2"));

    assertThatThrownBy(
            () -> shop.write(wrapped(draft, RepositoryCases.NOWHERE), RepositoryCases.texts("2")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(shop.head("main")).isEqualTo(parent);
  }

  private static PreparedCommit wrapped(CommitDraft draft, CommitId id) {
    return new PreparedCommit() {
      @Override
      public CommitDraft draft() {
        return draft;
      }

      @Override
      public CommitId id() {
        return id;
      }
    };
  }
}
