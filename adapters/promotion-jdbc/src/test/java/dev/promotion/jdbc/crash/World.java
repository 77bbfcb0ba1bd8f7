package dev.promotion.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.git.BareRepository;
import dev.promotion.git.GitHttpServer;
import dev.promotion.git.GitRepositories;
import dev.promotion.jdbc.Durability;
import dev.promotion.jdbc.JdbcReleaseStore;
import dev.promotion.product.ProductName;
import dev.promotion.release.CommitIntent;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ground, what its processes have told, and whether what is there agrees with it. */
final class World implements AutoCloseable {

  private static final int TARGETS = 2;

  private final Ground ground;
  private final Optional<GitHttpServer> server;
  private final List<BareRepository> repositories = new ArrayList<>();
  private final Map<ReleaseId, Integer> acknowledged = new HashMap<>();
  private final Set<ReleaseId> ended = new HashSet<>();
  private int events;

  /** Makes a world; over HTTP, the server is in this process and survives. */
  World(Path folder, int products, boolean overHttp, Durability durability) throws IOException {
    server =
        overHttp
            ? Optional.of(new GitHttpServer(folder.resolve(Ground.REPOSITORIES)))
            : Optional.empty();
    String address =
        server.map(each -> each.url("acme").value().replace("/acme", "")).orElse(Ground.ON_DISK);
    ground = new Ground(folder, products, address, durability);
    reuseSpaceSoon();
    prepare("shop", "dev", "2", "qa", "1");
    prepare("live", "production", "1");
  }

  /**
   * H2 writes over what is out of date only after a while, by default 45 seconds. What it loses, it
   * loses there.
   */
  private void reuseSpaceSoon() {
    ground.store().close();
    String url = "jdbc:h2:file:" + ground.file();
    try (Connection connection = DriverManager.getConnection(url, "promotion", "");
        Statement statement = connection.createStatement()) {
      statement.execute("SET RETENTION_TIME 200");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void prepare(String name, String... environmentsAndTags) {
    Path path = ground.repositories().resolve("acme/" + name + ".git");
    RepositoryUrl url = new RepositoryUrl(Ground.ON_DISK + "/acme/" + name + ".git");
    BareRepository repository =
        new BareRepository(
            path, url, () -> GitRepositories.builder().local(url.value(), path).build());
    List<String> files = new ArrayList<>();
    for (int product = 0; product < ground.products(); product++) {
      for (int at = 0; at < environmentsAndTags.length; at += 2) {
        files.add(Ground.folderOf(product, environmentsAndTags[at]) + "/values.yaml");
        files.add("image:\n  tag: \"" + environmentsAndTags[at + 1] + "\"\n");
      }
    }
    repository.commit("main", files.toArray(String[]::new));
    repositories.add(repository);
  }

  Ground ground() {
    return ground;
  }

  /** Returns what a process is given that promotes some of the products, and where it dies. */
  List<String> arguments(int first, int last, DeathPoint point) {
    List<String> arguments = new ArrayList<>(ground.arguments());
    arguments.addAll(List.of("" + first, "" + last, point.toString()));
    return arguments;
  }

  /** Takes down a line of a process. */
  void told(String line) {
    String[] words = line.split(" ", -1);
    if (line.startsWith(AnnouncingStore.APPENDED)) {
      acknowledged.put(new ReleaseId(words[1]), Integer.parseInt(words[2]));
    } else if (line.startsWith(PromotingProcess.ENDED)) {
      ended.add(new ReleaseId(words[2]));
    }
  }

  int endedReleases() {
    return ended.size();
  }

  /** Returns how many events were acknowledged and found again. */
  int events() {
    return events;
  }

  /** Checks everything, after a process has ended or was killed. */
  void check() {
    Map<CommitId, String> intended = new HashMap<>();
    Map<String, CommitId> landed = new HashMap<>();
    events = 0;
    try (JdbcReleaseStore store = ground.store()) {
      for (ReleaseId id : releases(store)) {
        Release release = Release.replay(store.load(id));
        check(release);
        targets(release, intended, landed);
      }
      assertThat(store.open()).noneMatch(ended::contains);
    }
    checkCommits(intended, landed);
  }

  private List<ReleaseId> releases(JdbcReleaseStore store) {
    List<ReleaseId> releases = new ArrayList<>();
    for (int product = 0; product < ground.products(); product++) {
      List<ReleaseId> ofProduct = store.releases(new ProductName("product-" + product));
      assertThat(ofProduct).as("releases of product %s", product).hasSizeLessThanOrEqualTo(1);
      releases.addAll(ofProduct);
    }
    assertThat(acknowledged.keySet()).as("what was acknowledged").allMatch(releases::contains);
    return releases;
  }

  private void check(Release release) {
    int acknowledgedEvents = acknowledged.getOrDefault(release.id(), 0);
    assertThat(release.version())
        .as("events of %s", release)
        .isGreaterThanOrEqualTo(acknowledgedEvents);
    events += acknowledgedEvents;
    if (ended.contains(release.id())) {
      assertThat(release.status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    }
  }

  /** Every commit has an intent, every target one commit, and nothing else was committed. */
  private void targets(
      Release release, Map<CommitId, String> intended, Map<String, CommitId> landed) {
    for (RecordedEvent each : release.events()) {
      if (each.event() instanceof CommitIntended event) {
        CommitIntent intent = event.intent();
        intended.put(intent.commit(), release.id() + " " + event.environment());
      }
      if (each.event() instanceof CommitLanded event) {
        CommitId before = landed.put(release.id() + " " + event.environment(), event.commit());
        assertThat(before).as("a commit before %s", event).isNull();
      }
    }
    if (release.status() == ReleaseStatus.SUCCEEDED) {
      assertThat(landed.keySet().stream().filter(each -> each.startsWith(release.id().value())))
          .as("targets of %s", release)
          .hasSize(TARGETS);
    }
  }

  private void checkCommits(Map<CommitId, String> intended, Map<String, CommitId> landed) {
    List<CommitId> commits = new ArrayList<>();
    for (BareRepository repository : repositories) {
      List<CommitId> log = repository.log();
      commits.addAll(log.subList(0, log.size() - 1));
    }
    assertThat(commits).doesNotHaveDuplicates();
    assertThat(commits).as("commits without an intent").allMatch(intended::containsKey);
    assertThat(commits.stream().map(intended::get)).as("targets").doesNotHaveDuplicates();
    assertThat(landed.values()).as("commits that landed").allMatch(commits::contains);
  }

  @Override
  public void close() {
    server.ifPresent(GitHttpServer::close);
    repositories.forEach(BareRepository::close);
  }
}
