package dev.promotion.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.ReleaseStore;
import dev.promotion.product.Application;
import dev.promotion.promoter.PromoterBuilder;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.promoter.Trigger;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.testkit.SimulatedCluster;
import dev.promotion.testkit.TestClock;
import dev.promotion.testkit.fault.CrashRun;
import dev.promotion.testkit.fault.CrashWorld;
import dev.promotion.testkit.fault.ObservedPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever the process dies, real repositories on disk end as if it had not. */
class GitCrashPointsTest {

  private static final String URL = "https://git.example.com/acme/cf-101.git";
  private static final String MAIN = Constants.R_HEADS + "main";
  private static final PromotionFlow FLOW =
      PromotionFlow.of(
          "three-env-promotion", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa"));

  @TempDir Path folder;

  @Test
  void dyingAtAnySinglePointChangesNothing() throws IOException {
    Path template = Files.createDirectory(folder.resolve("template"));
    prepare(template.resolve("acme/cf-101.git"));
    World undisturbed = world(template, "undisturbed");
    CrashRun expected = CrashRun.of(undisturbed);
    assertThat(expected.release().status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    List<String> commits = undisturbed.commits();
    assertThat(commits).hasSize(4);

    for (int point = 0; point < expected.points(); point++) {
      try (World world = world(template, "run-" + point)) {
        CrashRun run = CrashRun.of(world, point);

        assertThat(run.deaths()).isEqualTo(1);
        assertThat(run.release().events())
            .as("died at %s", point)
            .isEqualTo(expected.release().events());
        assertThat(world.commits()).as("died at %s", point).isEqualTo(commits);
      }
    }
    undisturbed.close();
  }

  private World world(Path template, String name) throws IOException {
    Path copy = folder.resolve(name);
    try (Stream<Path> files = Files.walk(template)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(template.relativize(file).toString()));
      }
    }
    return new World(copy);
  }

  private static void prepare(Path folder) throws IOException {
    try (Repository git =
        new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build()) {
      git.create(true);
      git.updateRef(Constants.HEAD).link(MAIN);
      commit(git, "1", "1", "1");
      commit(git, "2", "1", "1");
    }
  }

  private static void commit(Repository git, String dev, String production, String qa)
      throws IOException {
    try (ObjectInserter inserter = git.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      builder.add(entry(inserter, "environments/dev/values.yaml", dev));
      builder.add(entry(inserter, "environments/production/values.yaml", production));
      builder.add(entry(inserter, "environments/qa/values.yaml", qa));
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      PersonIdent dana =
          new PersonIdent(
              "Dana", "dana@example.com", Instant.parse("2025-12-31T00:00:00Z"), ZoneOffset.UTC);
      commit.setAuthor(dana);
      commit.setCommitter(dana);
      commit.setMessage("Deploy " + dev + "\n");
      ObjectId parent = git.resolve(MAIN);
      if (parent != null) {
        commit.setParentId(parent);
      }
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate update = git.updateRef(MAIN);
      update.setNewObjectId(id);
      update.update();
    }
  }

  private static DirCacheEntry entry(ObjectInserter inserter, String path, String tag)
      throws IOException {
    DirCacheEntry entry = new DirCacheEntry(path);
    entry.setFileMode(FileMode.REGULAR_FILE);
    byte[] text = ("image:\n  tag: \"" + tag + "\"\n").getBytes(StandardCharsets.UTF_8);
    entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, text));
    return entry;
  }

  /** What outlives the process: the folder on disk, the store, the cluster and the time. */
  private static final class World implements CrashWorld, AutoCloseable {

    private final Path folder;
    private final Catalog catalog = catalog();
    private final TestClock clock = TestClock.create();
    private final ReleaseStore store = ReleaseStore.inMemory();
    private final GitRepositories forTheCluster;
    private final SimulatedCluster cluster;
    private final List<GitRepositories> opened = new ArrayList<>();

    World(Path folder) {
      this.folder = folder;
      this.forTheCluster = open();
      this.cluster = SimulatedCluster.of(catalog, forTheCluster, clock);
    }

    @Override
    public PromoterBuilder promoter(ObservedPorts ports) {
      return SequentialPromoter.builder()
          .catalog(catalog)
          .repositories(ports.repositories(open()))
          .health(ports.health(cluster))
          .store(ports.store(store))
          .clock(clock);
    }

    @Override
    public Trigger trigger() {
      return Trigger.flow("three-env-promotion").product("cf-101").by("alice").key("1");
    }

    List<String> commits() {
      try (Repository git =
              new FileRepositoryBuilder()
                  .setBare()
                  .setGitDir(folder.resolve("acme/cf-101.git").toFile())
                  .build();
          RevWalk walk = new RevWalk(git)) {
        walk.markStart(walk.parseCommit(git.resolve(MAIN)));
        List<String> commits = new ArrayList<>();
        for (RevCommit each : walk) {
          commits.add(each.name());
        }
        return commits;
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    @Override
    public void close() {
      opened.forEach(GitRepositories::close);
    }

    private GitRepositories open() {
      GitRepositories repositories = GitRepositories.open(folder);
      opened.add(repositories);
      return repositories;
    }

    private static Catalog catalog() {
      Catalog.Builder catalog = Catalog.builder().flow(FLOW);
      for (String environment : List.of("dev", "qa", "production")) {
        catalog.environment(Environment.of(environment));
        catalog.application(
            Application.builder("cf-101-" + environment)
                .product("cf-101")
                .environment(environment)
                .source(URL, "environments/" + environment, "HEAD")
                .build());
      }
      return catalog.build();
    }
  }
}
