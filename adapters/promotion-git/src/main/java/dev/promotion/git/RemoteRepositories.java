package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.port.Fault;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.RepositoryUrl;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The remote repositories, each with a bare cache repository of its own. */
final class RemoteRepositories implements AutoCloseable {

  private static final String CONFIG = "[core]\n\trepositoryformatversion = 0\n\tbare = true\n";
  private static final int NAME_LENGTH = 40;

  private final Path folder;
  private final GitCredentials credentials;
  private final Duration timeout;
  private final Durability durability;
  private final Map<RepositoryUrl, RemoteRepository> open = new ConcurrentHashMap<>();

  RemoteRepositories(
      Path folder, GitCredentials credentials, Duration timeout, Durability durability) {
    this.folder = folder;
    this.credentials = credentials;
    this.timeout = timeout;
    this.durability = durability;
    JgitStart.withoutUserConfiguration();
  }

  RemoteRepository repository(RepositoryUrl url) {
    if (!url.value().startsWith("https://") && !url.value().startsWith("http://")) {
      throw Failures.of(
          url.value(),
          Fault.MISCONFIGURED,
          ProblemCode.REPOSITORY_MISCONFIGURED,
          "repositories cannot be reached over SSH yet; use its https address or a local one");
    }
    return open.computeIfAbsent(url, this::opened);
  }

  private RemoteRepository opened(RepositoryUrl url) {
    return new Failures(url.value())
        .telling(
            () -> {
              BareFolder bare = cache(folder.resolve(digest(url.value()) + ".git"));
              LocalRepository cache = new LocalRepository(url.value(), bare, durability);
              return new RemoteRepository(
                  cache,
                  new RemoteLink(
                      cache,
                      new Disk(durability),
                      new RemoteConnection(url, credentials, timeout)));
            });
  }

  private BareFolder cache(Path path) throws IOException {
    Files.createDirectories(folder, ownerOnly());
    for (String part : new String[] {"objects/pack", "objects/info", "refs/heads"}) {
      Files.createDirectories(path.resolve(part), ownerOnly());
    }
    if (!BareFolder.isOne(path)) {
      Files.writeString(path.resolve("config"), CONFIG);
      Files.writeString(path.resolve("HEAD"), "ref: refs/heads/main\n");
    }
    return new BareFolder(path.toRealPath());
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String digest(String url) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(url.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public void close() throws IOException {
    for (RemoteRepository repository : open.values()) {
      repository.close();
    }
  }
}
