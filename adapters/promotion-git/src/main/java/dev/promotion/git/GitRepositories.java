package dev.promotion.git;

import static java.util.Objects.requireNonNull;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.Repositories;
import dev.promotion.port.Repository;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.RepositoryUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Git repositories: bare ones on this machine, and remote ones by their address.
 *
 * <p>Reads and commits happen in the object database. There is no work tree, no index and no
 * checkout; hooks, filters, attributes, and the configuration of system, user and repository have
 * no effect. Thread-safe. One process should have one instance for the same repositories, so that
 * its threads take turns; other processes are kept off by compare and set.
 */
public final class GitRepositories implements Repositories, AutoCloseable {

  private final Map<String, Path> named;
  private final @Nullable Path folder;
  private final @Nullable RemoteRepositories remotes;
  private final Durability durability;
  private final Map<RepositoryUrl, Repository> found = new ConcurrentHashMap<>();
  private final Map<Path, LocalRepository> locals = new ConcurrentHashMap<>();

  private GitRepositories(Builder builder) {
    this.named = new LinkedHashMap<>(builder.named);
    this.folder = builder.folder;
    this.durability = builder.durability;
    this.remotes =
        builder.cache == null
            ? null
            : new RemoteRepositories(
                builder.cache, builder.credentials, builder.timeout, durability);
  }

  /**
   * Opens the bare repositories below a folder. The repository of {@code
   * https://git.example.com/acme/shop.git} is {@code acme/shop.git} in it, or {@code acme/shop} if
   * that is not there; the host does not matter.
   *
   * @param folder the folder
   * @return the repositories; close them when they are no longer used
   * @throws PortException with {@link Fault#MISCONFIGURED} if there is no such folder
   */
  public static GitRepositories open(Path folder) {
    return builder().folder(folder).build();
  }

  /**
   * Starts a configuration that knows no repository.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Repository repository(RepositoryUrl url) {
    Repository known = found.get(url);
    return known == null ? found.computeIfAbsent(url, this::find) : known;
  }

  private Repository find(RepositoryUrl url) {
    Path local = named.get(plain(url.value()));
    if (local != null) {
      return local(url, local, local);
    }
    if (folder != null) {
      Optional<Path> below = below(folder, url);
      if (below.isPresent()) {
        return local(url, below.get(), folder);
      }
    }
    if (remotes != null) {
      return remotes.repository(url);
    }
    throw Failures.of(
        url.value(),
        Fault.NOT_FOUND,
        ProblemCode.REPOSITORY_UNREACHABLE,
        "there is no local repository for this address and remote ones are not configured; make the"
            + " bare repository "
            + url.path()
            + ".git, or configure remotes");
  }

  private static Optional<Path> below(Path folder, RepositoryUrl url) {
    for (String name : List.of(url.path() + ".git", url.path())) {
      try {
        Path candidate = folder.resolve(name).normalize();
        if (candidate.startsWith(folder) && BareFolder.isOne(candidate)) {
          return Optional.of(candidate);
        }
      } catch (InvalidPathException impossible) {
        // This file system has no such name, so there is no such repository.
      }
    }
    return Optional.empty();
  }

  private LocalRepository local(RepositoryUrl url, Path path, Path inside) {
    return new Failures(url.value())
        .telling(
            () -> {
              Path real = path.toRealPath();
              if (!real.startsWith(inside.toRealPath())) {
                throw misconfigured(
                    url.value(), "a link leads out of the folder of repositories; remove it");
              }
              return opened(url, real);
            });
  }

  private LocalRepository opened(RepositoryUrl url, Path real) throws IOException {
    BareFolder bare = new BareFolder(real);
    if (!BareFolder.isOne(real)) {
      throw misconfigured(
          url.value(), "the folder that was given for it is no bare repository; give another");
    }
    Optional<String> fault = bare.fault();
    if (fault.isPresent()) {
      throw misconfigured(url.value(), "the repository " + fault.get());
    }
    return locals.computeIfAbsent(real, path -> new LocalRepository(url.value(), bare, durability));
  }

  private static PortException misconfigured(String where, String message) {
    return Failures.of(where, Fault.MISCONFIGURED, ProblemCode.REPOSITORY_MISCONFIGURED, message);
  }

  /** Returns an address without what people write one time and leave out another. */
  private static String plain(String url) {
    return url.replaceAll("/+$", "").replaceAll("\\.git$", "");
  }

  /** Closes all files. The repositories must no longer be used. */
  @Override
  public void close() {
    new Failures("repositories")
        .telling(
            () -> {
              for (LocalRepository open : locals.values()) {
                open.close();
              }
              if (remotes != null) {
                remotes.close();
              }
              return true;
            });
  }

  /** Says which repositories there are. Not thread-safe. */
  public static final class Builder {

    private final Map<String, Path> named = new LinkedHashMap<>();
    private @Nullable Path folder;
    private @Nullable Path cache;
    private GitCredentials credentials = GitCredentials.none();
    private Duration timeout = Duration.ofSeconds(30);
    private Durability durability = Durability.MACHINE;

    private Builder() {}

    /**
     * Names the bare repository that stands for an address. It takes precedence over the folder.
     *
     * @param url the address as applications name it; {@code .git} at its end does not matter
     * @param bareRepository the folder of the bare repository
     * @return this builder
     * @throws dev.promotion.problem.InvalidDefinitionException if the address is not allowed
     */
    public Builder local(String url, Path bareRepository) {
      String address = new RepositoryUrl(url).value();
      named.put(plain(address), requireNonNull(bareRepository, "bareRepository"));
      return this;
    }

    /**
     * Names the folder with bare repositories, see {@link GitRepositories#open}. Nothing outside of
     * it is opened, not through links either.
     *
     * @param folder the folder
     * @return this builder
     */
    public Builder folder(Path folder) {
      this.folder = requireNonNull(folder, "folder");
      return this;
    }

    /**
     * Reaches addresses without a local repository over HTTP or HTTPS, through a bare cache
     * repository each. The caches can be deleted while nothing uses them; they are filled again.
     *
     * @param cacheFolder where the caches are; made if it is not there
     * @return this builder
     */
    public Builder remotes(Path cacheFolder) {
      this.cache = requireNonNull(cacheFolder, "cacheFolder");
      return this;
    }

    /**
     * Sets who knows the logins for remote repositories. The default knows none.
     *
     * @param credentials asked at each connection that wants a login
     * @return this builder
     */
    public Builder credentials(GitCredentials credentials) {
      this.credentials = requireNonNull(credentials, "credentials");
      return this;
    }

    /**
     * Sets how long a remote repository may be silent before the call fails. The default is 30
     * seconds.
     *
     * @param timeout from one second to one hour
     * @return this builder
     */
    public Builder timeout(Duration timeout) {
      if (timeout.compareTo(Duration.ofSeconds(1)) < 0
          || timeout.compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException("the timeout is outside 1 s to 1 h: " + timeout);
      }
      this.timeout = timeout;
      return this;
    }

    /**
     * Sets what commits in local repositories, and the caches of remote ones, survive. The default
     * is {@link Durability#MACHINE}.
     *
     * @param durability what they survive
     * @return this builder
     */
    public Builder durability(Durability durability) {
      this.durability = requireNonNull(durability, "durability");
      return this;
    }

    /**
     * Opens the repositories.
     *
     * @return the repositories; close them when they are no longer used
     * @throws PortException with {@link Fault#MISCONFIGURED} if the folder is not there
     */
    public GitRepositories build() {
      if (folder != null) {
        if (!Files.isDirectory(folder)) {
          throw misconfigured(
              folder.toString(), "there is no such folder; make it or name another");
        }
        folder = folder.toAbsolutePath().normalize();
      }
      return new GitRepositories(this);
    }
  }
}
