package dev.promotion.git;

import static dev.promotion.git.Drafts.draft;
import static dev.promotion.git.Drafts.edit;

import dev.promotion.port.PreparedCommit;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A server with a repository, of which any number of copies can be had. */
final class NetworkSite implements AutoCloseable {

  static final Revision MAIN = new Revision("main");
  static final Revision OLD = new Revision("old");
  static final RepositoryPath APP = new RepositoryPath("app");
  static final RepositoryPath VALUES = new RepositoryPath("app/values.yaml");

  /** A login whose token must never be seen. */
  static final GitLogin LOGIN = GitLogin.of("robot", "c4n4ry+t0ken/of%the=robot");

  final GitHttpServer server;
  final CommitId oldest;
  final CommitId newest;
  final CommitId unlisted;
  final PreparedCommit ours;
  final PreparedCommit tooLate;
  private final Path folder;
  private final AtomicInteger copies = new AtomicInteger();

  NetworkSite(Path folder) throws IOException {
    this.folder = folder;
    this.server = new GitHttpServer(folder.resolve("served"));
    try (BareRepository template =
        new BareRepository(
            folder.resolve("served/template.git"), server.url("template.git"), this::adapter)) {
      oldest = template.commit("main", "app/values.yaml", "1", "app/text", noise(1));
      template.setReference("refs/heads/old", oldest);
      CommitId middle = template.commit("main", "app/values.yaml", "2", "other/text", noise(2));
      newest = template.commit("main", "app/values.yaml", "3", "other/text", noise(3));
      template.setReference("refs/heads/aside", newest);
      unlisted = template.commit("aside", "app/values.yaml", "aside");
      template.deleteReference("refs/heads/aside");
      ours = template.repository().prepare(draft(newest, edit("app/values.yaml", "4")));
      tooLate = template.repository().prepare(draft(middle, edit("app/values.yaml", "4")));
    }
    server.login = Optional.of(LOGIN);
    server.givesEveryCommit = true;
  }

  /** Text that hardly gets smaller, so that a pack with it is larger than 2 KB. */
  static String noise(int seed) {
    byte[] noise = new byte[1_600];
    new Random(seed).nextBytes(noise);
    return Base64.getEncoder().encodeToString(noise);
  }

  private GitRepositories adapter() {
    return adapter(folder.resolve("cache"), Duration.ofSeconds(20));
  }

  static GitRepositories adapter(Path cache, Duration timeout) {
    return GitRepositories.builder()
        .remotes(cache)
        .credentials(url -> Optional.of(LOGIN))
        .timeout(timeout)
        .durability(Durability.PROCESS)
        .build();
  }

  /** Makes a copy of the repository on the server; returns its name there. */
  String copy() {
    String name = "copy-" + copies.incrementAndGet() + ".git";
    Path from = folder.resolve("served/template.git");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve("served").resolve(name).resolve(from.relativize(file)));
      }
      return name;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Lists the commits that the main branch of a repository leads to, the newest first. */
  List<CommitId> log(String name) {
    try (FileRepository repository =
            new FileRepository(folder.resolve("served").resolve(name).toFile());
        RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(repository.resolve(Constants.R_HEADS + "main")));
      List<CommitId> log = new ArrayList<>();
      for (RevCommit each : walk) {
        log.add(new CommitId(each.name()));
      }
      return log;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
