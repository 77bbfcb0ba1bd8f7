package dev.promotion.git;

import static dev.promotion.git.Drafts.draft;
import static dev.promotion.git.Drafts.edit;
import static dev.promotion.git.Drafts.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache of a remote repository is a convenience: it may go, be shared, or be left locked. */
class RemoteCacheTest {

  private static final Revision MAIN = new Revision("main");
  private static final RepositoryPath ROOT = new RepositoryPath("");

  @TempDir Path folder;
  private GitHttpServer server;
  private BareRepository fixture;
  private CommitId parent;

  @BeforeEach
  void serve() throws IOException {
    server = new GitHttpServer(folder.resolve("served"));
    fixture =
        new BareRepository(
            folder.resolve("served/acme/shop.git"),
            server.url("acme/shop.git"),
            () -> adapter("cache"));
    // Incompressible, so that the pack is one of those that are kept open.
    byte[] large = new byte[600_000];
    new Random(7).nextBytes(large);
    parent = fixture.commit("main", "values.yaml", "1", "large", new String(large, UTF_8));
  }

  @AfterEach
  void stop() {
    fixture.close();
    server.close();
  }

  private GitRepositories adapter(String cache) {
    return GitRepositories.builder()
        .remotes(folder.resolve(cache))
        .durability(Durability.PROCESS)
        .build();
  }

  private Path cache() throws IOException {
    try (Stream<Path> caches = Files.list(folder.resolve("cache"))) {
      return caches.findFirst().orElseThrow();
    }
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> below = Files.walk(path)) {
      for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Test
  void cacheThatIsDeletedInBetweenIsFilledAgain() throws IOException {
    Repository repository = fixture.repository();
    repository.head(MAIN);
    assertThat(repository.files(parent, ROOT)).hasSize(2);

    delete(folder.resolve("cache"));
    CommitId newest = fixture.commit("main", "values.yaml", "2");

    assertThat(repository.head(MAIN).commit()).isEqualTo(newest);
    assertThat(repository.files(newest, ROOT)).hasSize(2);
    PreparedCommit commit = repository.prepare(draft(newest, edit("values.yaml", "3")));
    assertThat(repository.write(commit, texts("3"))).isEqualTo(WriteResult.WRITTEN);
    assertThat(fixture.log()).containsExactly(commit.id(), newest, parent);
  }

  @Test
  void cacheThatIsDeletedBetweenPreparingAndWritingDoesNotMatter() throws IOException {
    Repository repository = fixture.repository();
    PreparedCommit commit = repository.prepare(draft(parent, edit("values.yaml", "3")));

    delete(folder.resolve("cache"));

    assertThat(repository.write(commit, texts("3"))).isEqualTo(WriteResult.WRITTEN);
    assertThat(fixture.reopened().files(commit.id(), ROOT)).hasSize(2);
  }

  @Test
  void cacheIsOnlyForItsOwner() throws IOException {
    fixture.repository().head(MAIN);

    assertThat(Files.getPosixFilePermissions(cache()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void onlyWhatIsNewIsFetched() throws IOException {
    fixture.repository().head(MAIN);
    fixture.commit("main", "values.yaml", "2");

    fixture.repository().head(MAIN);

    List<Long> sizes = new ArrayList<>();
    for (String pack : StoredObjects.packs(cache())) {
      sizes.add(Files.size(cache().resolve("objects/pack/" + pack + ".pack")));
    }
    assertThat(sizes).hasSize(2).anyMatch(size -> size < 2_000);
  }

  @Test
  void lockThatACrashLeftInTheCacheStopsNothing() throws IOException {
    fixture.repository().head(MAIN);
    Files.createFile(cache().resolve("refs/promotion/heads/main.lock"));
    CommitId newest = fixture.commit("main", "values.yaml", "2");

    assertThat(fixture.repository().head(MAIN).commit()).isEqualTo(newest);
    assertThat(fixture.reopened().head(MAIN).commit()).isEqualTo(newest);
  }

  @Test
  void instancesOnOneCacheAndOnAnotherLoseNothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<Integer>> writers = new ArrayList<>();
    try (GitRepositories elsewhere = adapter("another-cache")) {
      List<Repository> repositories =
          List.of(
              fixture.repository(),
              fixture.reopened(),
              elsewhere.repository(server.url("acme/shop.git")));
      for (Repository repository : repositories) {
        String name = "writer-" + writers.size();
        writers.add(threads.submit(() -> writeTen(repository, name)));
      }
      for (Future<Integer> writer : writers) {
        assertThat(writer.get(2, TimeUnit.MINUTES)).isEqualTo(10);
      }
    }
    threads.shutdown();

    CommitId head = fixture.repository().head(MAIN).commit();
    assertThat(fixture.log()).hasSize(31).startsWith(head).endsWith(parent);
    assertThat(fixture.repository().files(head, ROOT))
        .extracting(FileEntry::path)
        .hasSize(32)
        .contains("writer-0-9", "writer-1-9", "writer-2-9");
  }

  private static Integer writeTen(Repository repository, String name) {
    int written = 0;
    while (written < 10) {
      CommitId head = repository.head(MAIN).commit();
      String text = name + "-" + written;
      PreparedCommit commit = repository.prepare(draft(head, edit(text, text)));
      if (repository.write(commit, texts(text)) == WriteResult.WRITTEN) {
        written++;
      }
    }
    return written;
  }

  @Test
  void configurationOfTheUserAndTheEnvironmentHaveNoEffect() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    String poison =
        """
        [url "http://127.0.0.1:1/"]
            insteadOf = http://localhost
        [http]
            proxy = http://127.0.0.1:1
            extraHeader = Authorization: Basic eA==
        [core]
            hooksPath = /nowhere
        [user]
            name = Somebody
        """;
    Files.writeString(home.resolve(".gitconfig"), poison);
    Files.createDirectories(home.resolve("git"));
    Files.writeString(home.resolve("git/config"), poison + "[malformed");
    Files.writeString(home.resolve(".netrc"), "machine localhost login a password b\n");
    ProcessBuilder child =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            OneWrite.class.getName());
    child
        .environment()
        .putAll(
            Map.of(
                "HOME", home.toString(),
                "XDG_CONFIG_HOME", home.toString(),
                "GIT_DIR", "/nowhere",
                "GIT_OBJECT_DIRECTORY", "/nowhere",
                "GIT_CONFIG_GLOBAL", home.resolve(".gitconfig").toString(),
                "GIT_CONFIG_SYSTEM", home.resolve(".gitconfig").toString(),
                "GIT_AUTHOR_NAME", "Somebody",
                "GIT_SSL_NO_VERIFY", "1",
                "http_proxy", "http://127.0.0.1:1"));

    String url = server.url("acme/shop.git").value();
    String remote = run(child, "remote", folder.resolve("child").toString(), url, "2");
    String local = run(child, "local", folder.resolve("served").toString(), url, "3");

    assertThat(remote).isEqualTo("WRITTEN");
    assertThat(local).isEqualTo("WRITTEN");
    assertThat(fixture.log()).hasSize(3);
    try (Stream<Path> left = Files.walk(home)) {
      assertThat(left.filter(Files::isRegularFile)).hasSize(3);
    }
  }

  private static String run(ProcessBuilder java, String... arguments) throws Exception {
    ProcessBuilder child = new ProcessBuilder(java.command());
    child.environment().putAll(java.environment());
    child.command().addAll(List.of(arguments));
    Process process = child.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return said;
  }
}
