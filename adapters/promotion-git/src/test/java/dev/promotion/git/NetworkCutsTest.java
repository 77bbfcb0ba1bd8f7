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
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reply that is cut off at any byte of its first 2 KB is never taken for a whole one. */
class NetworkCutsTest {

  private static final int MOST = 2048;

  @TempDir Path folder;
  private NetworkSite site;
  private FaultProxy proxy;
  private GitRepositories repositories;

  @BeforeEach
  void serve() throws IOException {
    site = new NetworkSite(folder);
    site.server.login = Optional.empty();
    proxy = new FaultProxy(site.server.port());
    repositories = NetworkSite.adapter(folder.resolve("cut"), Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    repositories.close();
    proxy.close();
    site.close();
  }

  private Repository repository(String name) {
    return repositories.repository(
        new RepositoryUrl("http://localhost:" + proxy.port() + "/" + name));
  }

  /**
   * Cuts a reply after so many bytes, and perhaps the line for good; tells how long it would be.
   */
  private AtomicInteger cut(int requestOfTheCall, int bytes, boolean forGood) {
    AtomicInteger whole = new AtomicInteger();
    int before = proxy.exchanges();
    proxy.conduct(
        exchange -> {
          int request = exchange.number() - before;
          if (request > requestOfTheCall && forGood) {
            exchange.reset();
            return;
          }
          byte[] reply = exchange.forward();
          if (request != requestOfTheCall) {
            exchange.reply(reply);
            return;
          }
          whole.set(reply.length);
          if (bytes > 0) {
            exchange.reply(Arrays.copyOf(reply, Math.min(bytes, reply.length)));
          }
          exchange.reset();
        });
    return whole;
  }

  private static void assertTransient(ThrowingCallable call, int bytes) {
    PortException fault = catchThrowableOfType(PortException.class, call);
    assertThat(fault).as("cut after %d bytes", bytes).isNotNull();
    assertThat(fault.fault()).as("cut after %d bytes: %s", bytes, fault).isEqualTo(Fault.TRANSIENT);
  }

  /** Cuts a reply at each of its bytes; returns at how many. */
  private int cutEverywhere(int requestOfTheCall, ThrowingCallable call) {
    for (int bytes = 0; bytes < MOST; bytes++) {
      AtomicInteger whole = cut(requestOfTheCall, bytes, true);
      assertTransient(call, bytes);
      assertThat(whole).as("the request was made").hasPositiveValue();
      if (bytes + 1 >= whole.get()) {
        return bytes + 1;
      }
    }
    return MOST;
  }

  @Test
  void readIsRepeatedAfterAnyCut() {
    Repository git = repository("template.git");
    int greeting = cutEverywhere(1, () -> git.head(NetworkSite.MAIN));
    int references = cutEverywhere(2, () -> git.head(NetworkSite.MAIN));
    int pack = cutEverywhere(3, () -> git.head(NetworkSite.MAIN));

    proxy.conduct(FaultProxy.Conduct.WORKS);

    assertThat(git.head(NetworkSite.MAIN).commit()).isEqualTo(site.newest);
    assertThat(git.files(site.newest, NetworkSite.APP)).hasSize(2);
    assertThat(greeting).isGreaterThan(200);
    assertThat(references).isGreaterThan(150);
    assertThat(pack).isEqualTo(MOST);
    System.out.printf("cut after %d + %d + %d bytes%n", greeting, references, pack);
  }

  @Test
  void pushThatIsNotBegunWritesNothing() {
    String name = site.copy();
    Repository git = repository(name);
    git.head(NetworkSite.MAIN);

    int greeting = cutEverywhere(1, () -> git.write(site.ours, texts("4")));

    assertThat(site.log(name)).startsWith(site.newest);
    proxy.conduct(FaultProxy.Conduct.WORKS);
    assertThat(git.write(site.ours, texts("4"))).isEqualTo(WriteResult.WRITTEN);
    assertThat(site.log(name)).startsWith(site.ours.id(), site.newest);
    assertThat(greeting).isGreaterThan(200);
    System.out.printf("cut after %d bytes%n", greeting);
  }

  @Test
  void pushWhoseReplyIsCutIsLookedUp() {
    String name = site.copy();
    Repository git = repository(name);
    CommitId head = git.head(NetworkSite.MAIN).commit();
    int commits = site.log(name).size();
    int bytes = 0;
    AtomicInteger whole;

    do {
      PreparedCommit commit = git.prepare(draft(head, edit("app/values.yaml", "to " + bytes)));
      whole = cut(2, bytes, false);
      assertThat(git.write(commit, texts("to " + bytes)))
          .as("cut after %d bytes", bytes)
          .isEqualTo(WriteResult.WRITTEN);
      head = commit.id();
      bytes++;
    } while (bytes < Math.min(whole.get(), MOST));

    assertThat(site.log(name)).startsWith(head).hasSize(commits + bytes);
    assertThat(bytes).isGreaterThan(100);
    System.out.printf("cut after %d bytes%n", bytes);
  }
}
