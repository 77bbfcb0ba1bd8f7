package dev.promotion.git;

import static dev.promotion.git.Drafts.draft;
import static dev.promotion.git.Drafts.edit;
import static dev.promotion.git.Drafts.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server, or the way to it, can do to a commit. */
class RemoteFaultsTest {

  private static final Revision MAIN = new Revision("main");
  private static final GitLogin LOGIN = GitLogin.of("robot", "s3cret-t0ken");

  @TempDir Path folder;
  private GitHttpServer server;
  private BareRepository fixture;
  private CommitId parent;
  private Optional<GitLogin> login = Optional.empty();

  @BeforeEach
  void serve() throws IOException {
    server = new GitHttpServer(folder.resolve("served"));
    fixture =
        new BareRepository(
            folder.resolve("served/acme/shop.git"), server.url("acme/shop.git"), this::adapter);
    parent = fixture.commit("main", "qa/values.yaml", "1");
  }

  @AfterEach
  void stop() {
    fixture.close();
    server.close();
  }

  private GitRepositories adapter() {
    return GitRepositories.builder()
        .remotes(folder.resolve("cache"))
        .credentials(url -> login)
        .timeout(Duration.ofSeconds(20))
        .durability(Durability.PROCESS)
        .build();
  }

  private Repository repository() {
    return fixture.repository();
  }

  private PreparedCommit prepared() {
    return repository().prepare(draft(parent, edit("qa/values.yaml", "2")));
  }

  private static PortException fault(ThrowingCallable call) {
    PortException fault = catchThrowableOfType(PortException.class, call);
    assertThat(fault).isNotNull();
    assertThat(fault.problem().message()).doesNotContain("\n", "\r");
    return fault;
  }

  @Test
  void rightLoginReadsAndWrites() {
    server.login = Optional.of(LOGIN);
    login = Optional.of(LOGIN);

    assertThat(repository().head(MAIN).commit()).isEqualTo(parent);
    assertThat(repository().write(prepared(), texts("2"))).isEqualTo(WriteResult.WRITTEN);
  }

  @Test
  void loginThatIsRenewedMeanwhileIsUsed() {
    server.login = Optional.of(LOGIN);
    login = Optional.of(GitLogin.of("robot", "old"));
    fault(() -> repository().head(MAIN));

    login = Optional.of(LOGIN);

    assertThat(repository().head(MAIN).commit()).isEqualTo(parent);
  }

  @Test
  void wrongLoginIsToldWithoutTheSecret() {
    server.login = Optional.of(GitLogin.of("robot", "another"));
    login = Optional.of(LOGIN);

    PortException read = fault(() -> repository().head(MAIN));
    server.login = Optional.empty();
    PreparedCommit commit = prepared();
    server.login = Optional.of(GitLogin.of("robot", "another"));
    PortException write = fault(() -> repository().write(commit, texts("2")));

    String basic =
        Base64.getEncoder().encodeToString("robot:s3cret-t0ken".getBytes(StandardCharsets.UTF_8));
    assertThat(List.of(read.fault(), write.fault())).containsOnly(Fault.AUTH);
    assertThat(List.of(read.code(), write.code())).containsOnly(ProblemCode.REPOSITORY_AUTH);
    assertThat(told(read) + told(write)).doesNotContain("s3cret", basic);
    assertThat(LOGIN.toString()).doesNotContain("s3cret");
    assertThat(fixture.log()).containsExactly(parent);
  }

  @Test
  void missingLoginIsAFaultOfTheLogin() {
    server.login = Optional.of(LOGIN);

    assertThat(fault(() -> repository().head(MAIN)).fault()).isEqualTo(Fault.AUTH);
  }

  @Test
  void secretThatTheServerRepeatsIsMasked() {
    server.login = Optional.of(LOGIN);
    login = Optional.of(LOGIN);
    server.beforeReceiving =
        (pack, commands) ->
            commands.forEach(
                each ->
                    each.setResult(
                        ReceiveCommand.Result.REJECTED_OTHER_REASON, "no: s3cret-t0ken"));

    PortException refused = fault(() -> repository().write(prepared(), texts("2")));

    assertThat(told(refused)).contains("no: ***").doesNotContain("s3cret");
  }

  /** Everything that a log would show of an exception. */
  private static String told(Throwable thrown) {
    List<String> told = new ArrayList<>();
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      told.add(at.toString());
      List.of(at.getSuppressed()).forEach(each -> told.add(told(each)));
    }
    return told.toString();
  }

  @Test
  void portWhereNobodyListensIsTransient() throws IOException {
    RepositoryUrl nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = new RepositoryUrl("http://localhost:" + socket.getLocalPort() + "/acme/shop.git");
    }
    try (GitRepositories repositories = adapter()) {

      PortException fault = fault(() -> repositories.repository(nobody).head(MAIN));

      assertThat(fault.fault()).isEqualTo(Fault.TRANSIENT);
      assertThat(fault.code()).isEqualTo(ProblemCode.REPOSITORY_UNREACHABLE);
      assertThat(fault.getMessage()).startsWith(nobody.value());
    }
  }

  @Test
  void serverThatSaysNothingIsTransientAfterTheTimeout() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        GitRepositories repositories =
            GitRepositories.builder()
                .remotes(folder.resolve("cache"))
                .timeout(Duration.ofSeconds(1))
                .build()) {
      RepositoryUrl url = new RepositoryUrl("http://localhost:" + silent.getLocalPort() + "/a/b");

      PortException fault = fault(() -> repositories.repository(url).head(MAIN));

      assertThat(fault.fault()).isEqualTo(Fault.TRANSIENT);
    }
  }

  @Test
  void diskOfTheCacheIsToldApartFromTheServer() {
    RemoteFailures failures =
        new RemoteFailures(
            "https://h.example/a", new LoginProvider(fixture.url(), GitCredentials.none()));
    IOException disk = new AccessDeniedException("/srv/cache/tmp");

    PortException fault = failures.connection(new IOException(disk.getMessage(), disk));

    assertThat(fault.fault()).isEqualTo(Fault.TRANSIENT);
    assertThat(fault.getMessage()).contains("cache on this machine").doesNotContain("/srv");
  }

  @Test
  void unknownRepositoryIsNotFound() {
    try (GitRepositories repositories = adapter()) {
      Repository unknown = repositories.repository(server.url("acme/unknown.git"));

      assertThat(fault(() -> unknown.head(MAIN)).fault()).isEqualTo(Fault.NOT_FOUND);
    }
  }

  @Test
  void redirectIsNotFollowedButTold() {
    server.redirect = Optional.of("http://evil.example.com");
    login = Optional.of(LOGIN);

    PortException fault = fault(() -> repository().head(MAIN));

    assertThat(fault.fault()).isEqualTo(Fault.NOT_FOUND);
    assertThat(fault.getMessage()).contains("sends to another address");
  }

  @Test
  void addressOverSshIsMisconfigured() {
    try (GitRepositories repositories = adapter()) {
      RepositoryUrl ssh = new RepositoryUrl("git@git.example.com:acme/shop.git");

      PortException fault = fault(() -> repositories.repository(ssh));

      assertThat(fault.fault()).isEqualTo(Fault.MISCONFIGURED);
    }
  }

  @Test
  void refusalOfAHookEndsItInTheWordsOfTheServer() {
    server.beforeReceiving =
        (pack, commands) -> {
          pack.sendMessage("The branch is locked\r\nby  the release team");
          commands.forEach(
              each -> each.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, "hook declined"));
        };
    PreparedCommit commit = prepared();

    PortException refused = fault(() -> repository().write(commit, texts("2")));

    assertThat(refused.fault()).isEqualTo(Fault.REJECTED);
    assertThat(refused.code()).isEqualTo(ProblemCode.REPOSITORY_REJECTED);
    assertThat(refused.problem().message())
        .contains("hook declined", "The branch is locked; by  the release team");
    assertThat(fixture.log()).containsExactly(parent);
  }

  @Test
  void protectionThatSpeaksOfALockIsARefusal() {
    server.beforeReceiving =
        (pack, commands) ->
            commands.forEach(
                each ->
                    each.setResult(
                        ReceiveCommand.Result.REJECTED_OTHER_REASON, "branch is locked"));

    PortException refused = fault(() -> repository().write(prepared(), texts("2")));

    assertThat(refused.fault()).isEqualTo(Fault.REJECTED);
  }

  @Test
  void commitOfAnotherDuringThePushIsNotLost() {
    PreparedCommit commit = prepared();
    List<CommitId> others = new ArrayList<>();
    server.beforeReceiving =
        (pack, commands) -> others.add(fixture.commit("main", "other.txt", "theirs"));

    WriteResult result = repository().write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.BRANCH_MOVED);
    assertThat(fixture.log()).containsExactly(others.get(0), parent);
  }

  @Test
  void branchThatIsDeletedDuringThePushIsNotMadeAgain() {
    PreparedCommit commit = prepared();
    server.beforeReceiving = (pack, commands) -> fixture.deleteReference("refs/heads/main");

    WriteResult result = repository().write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.BRANCH_MOVED);
    assertThat(fixture.reference("refs/heads/main")).isEmpty();
  }

  @Test
  void branchThatIsRewoundDuringThePushStaysRewound() {
    CommitId older = parent;
    parent = fixture.commit("main", "qa/values.yaml", "bad");
    PreparedCommit commit = prepared();
    server.beforeReceiving = (pack, commands) -> fixture.setReference("refs/heads/main", older);

    WriteResult result = repository().write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.BRANCH_MOVED);
    assertThat(fixture.log()).containsExactly(older);
  }

  @Test
  void branchThatIsLockedOnTheServerForLongIsTransient() throws IOException {
    PreparedCommit commit = prepared();
    Path lock = fixture.path().resolve("refs/heads/main.lock");
    Files.createFile(lock);

    PortException fault = fault(() -> repository().write(commit, texts("2")));
    Files.delete(lock);

    assertThat(fault.fault()).isEqualTo(Fault.TRANSIENT);
    assertThat(fault.code()).isEqualTo(ProblemCode.CONTENTION);
    assertThat(repository().write(commit, texts("2"))).isEqualTo(WriteResult.WRITTEN);
  }

  @Test
  void lostAnswerToAPushIsLookedUp() {
    PreparedCommit commit = prepared();
    server.losesTheAnswerToPushes = true;

    WriteResult result = repository().write(commit, texts("2"));

    assertThat(result).isEqualTo(WriteResult.WRITTEN);
    assertThat(fixture.log()).containsExactly(commit.id(), parent);
  }

  @Test
  void lostAnswerOfAServerThatFailsIsTransientAndTheNextWriteFindsTheCommit() {
    PreparedCommit commit = prepared();
    server.losesTheAnswerToPushes = true;
    server.failsAfterAPush = true;

    PortException unknown = fault(() -> repository().write(commit, texts("2")));
    server.down = false;
    WriteResult again = repository().write(commit, texts("2"));

    assertThat(unknown.fault()).isEqualTo(Fault.TRANSIENT);
    assertThat(again).isEqualTo(WriteResult.WRITTEN);
    assertThat(fixture.log()).containsExactly(commit.id(), parent);
  }

  @Test
  void pushNamesTheOneBranchAndWhereItIsNow() {
    PreparedCommit commit = prepared();
    List<ReceiveCommand> seen = new ArrayList<>();
    server.beforeReceiving = (pack, commands) -> seen.addAll(commands);

    repository().write(commit, texts("2"));

    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).getType()).isEqualTo(ReceiveCommand.Type.UPDATE);
    assertThat(seen.get(0).getOldId()).isEqualTo(ObjectId.fromString(parent.value()));
    assertThat(seen.get(0).getRefName()).isEqualTo("refs/heads/main");
  }
}
