package dev.promotion.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.Repository;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which repository an address leads to. */
class GitRepositoriesTest {

  private static final Revision HEAD = new Revision("HEAD");

  @TempDir Path folder;
  @TempDir Path elsewhere;
  private BareRepository fixture;
  private CommitId commit;

  @BeforeEach
  void open() {
    fixture = new BareRepository(folder);
    commit = fixture.commit("main", "a.txt", "1");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static PortException fault(ThrowingCallable call) {
    PortException fault = catchThrowableOfType(PortException.class, call);
    assertThat(fault).isNotNull();
    return fault;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example.com/acme/shop.git",
        "https://git.example.com/acme/shop",
        "http://another.example.com:8443/acme/shop.git/",
        "ssh://git@git.example.com/acme/shop.git",
        "git@git.example.com:acme/shop.git"
      })
  void pathOfTheAddressNamesTheFolder(String url) {
    try (GitRepositories repositories = GitRepositories.open(folder)) {
      Repository repository = repositories.repository(new RepositoryUrl(url));

      assertThat(repository.head(HEAD).commit()).isEqualTo(commit);
      assertThat(repositories.repository(new RepositoryUrl(url))).isSameAs(repository);
    }
  }

  @Test
  void folderWithoutSuffixIsFoundToo() throws IOException {
    Files.move(fixture.path(), folder.resolve("acme/plain"));

    try (GitRepositories repositories = GitRepositories.open(folder)) {
      Repository plain = repositories.repository(new RepositoryUrl("https://h.example/acme/plain"));

      assertThat(plain.head(HEAD).commit()).isEqualTo(commit);
    }
  }

  @Test
  void namedRepositoryTakesPrecedenceWhetherItsAddressEndsInGitOrNot() {
    BareRepository other = new BareRepository(elsewhere);
    CommitId there = other.commit("main", "b.txt", "2");
    try (GitRepositories repositories =
        GitRepositories.builder()
            .folder(folder)
            .local("https://git.example.com/acme/shop", other.path())
            .build()) {

      Repository named = repositories.repository(BareRepository.URL);

      assertThat(named.head(HEAD).commit()).isEqualTo(there);
    }
    other.close();
  }

  @Test
  void addressWithoutARepositoryIsNotFoundAndSaysWhatToDo() {
    try (GitRepositories repositories = GitRepositories.open(folder)) {
      PortException absent =
          fault(() -> repositories.repository(new RepositoryUrl("https://h.example/acme/cart")));

      assertThat(absent.fault()).isEqualTo(Fault.NOT_FOUND);
      assertThat(absent.getMessage()).contains("acme/cart.git", "configure remotes");
    }
  }

  @Test
  void linkOutOfTheFolderIsRefused() throws IOException {
    BareRepository other = new BareRepository(elsewhere);
    Files.createSymbolicLink(folder.resolve("acme/linked.git"), other.path());
    try (GitRepositories repositories = GitRepositories.open(folder)) {

      PortException refused =
          fault(() -> repositories.repository(new RepositoryUrl("https://h.example/acme/linked")));

      assertThat(refused.fault()).isEqualTo(Fault.MISCONFIGURED);
      assertThat(refused.getMessage()).contains("link leads out");
    }
    other.close();
  }

  @Test
  void namedFolderThatIsNoRepositoryIsMisconfigured() {
    try (GitRepositories repositories =
        GitRepositories.builder().local("https://h.example/x", elsewhere).build()) {

      PortException refused =
          fault(() -> repositories.repository(new RepositoryUrl("https://h.example/x")));

      assertThat(refused.fault()).isEqualTo(Fault.MISCONFIGURED);
    }
  }

  @Test
  void folderThatIsNotThereIsMisconfigured() {
    PortException refused = fault(() -> GitRepositories.open(folder.resolve("nowhere")));

    assertThat(refused.fault()).isEqualTo(Fault.MISCONFIGURED);
  }

  @Test
  void settingsAreCheckedWhenTheyAreMade() {
    GitRepositories.Builder builder = GitRepositories.builder();

    assertThatThrownBy(() -> builder.timeout(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.timeout(Duration.ofHours(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.local("file:///etc", elsewhere))
        .isInstanceOf(InvalidDefinitionException.class);
  }
}
