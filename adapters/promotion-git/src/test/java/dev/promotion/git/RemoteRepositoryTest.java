package dev.promotion.git;

import dev.promotion.testkit.RepositoryContract;
import dev.promotion.testkit.RepositoryFixture;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A repository behind HTTP keeps the contract. */
class RemoteRepositoryTest extends RepositoryContract {

  @TempDir static Path served;
  private static GitHttpServer server;
  private static int count;

  @TempDir Path folder;

  @BeforeAll
  static void startServer() throws IOException {
    server = new GitHttpServer(served);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected RepositoryFixture newRepository() {
    String path = "acme/shop-" + ++count + ".git";
    return new BareRepository(
        served.resolve(path),
        server.url(path),
        () ->
            GitRepositories.builder()
                .remotes(folder.resolve("cache"))
                .durability(Durability.PROCESS)
                .build());
  }
}
