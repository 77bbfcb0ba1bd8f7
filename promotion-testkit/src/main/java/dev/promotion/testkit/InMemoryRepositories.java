package dev.promotion.testkit;

import static java.util.Objects.requireNonNull;

import dev.promotion.port.Clock;
import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.Repositories;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.RepositoryUrl;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Git repositories in memory, each made at its first mention in a test: {@code
 * repositories.at("https://git.example.com/shop.git")}.
 *
 * <p>Thread-safe.
 */
public final class InMemoryRepositories implements Repositories {

  private final Map<RepositoryUrl, InMemoryRepository> byUrl = new ConcurrentHashMap<>();
  private final Clock clock;

  /** Creates a place without repositories; every commit of a test is made at the same instant. */
  public InMemoryRepositories() {
    this(TestClock.create());
  }

  /**
   * Creates a place without repositories.
   *
   * @param clock tells when the commits of a test are made
   */
  public InMemoryRepositories(Clock clock) {
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Returns the repository at an address; makes an empty one at the first call.
   *
   * @param url the address as applications name it
   * @return the repository, always the same one
   */
  public InMemoryRepository at(String url) {
    return byUrl.computeIfAbsent(
        new RepositoryUrl(url), key -> new InMemoryRepository(new GitMemory(), clock));
  }

  /**
   * Copies all repositories, so that a test can go on from here many times.
   *
   * @param clock tells when the commits of a test are made in the copy
   * @return the copy; what happens in one is not seen in the other
   */
  public InMemoryRepositories copy(Clock clock) {
    InMemoryRepositories copy = new InMemoryRepositories(clock);
    byUrl.forEach((url, repository) -> copy.byUrl.put(url, repository.copy(clock)));
    return copy;
  }

  /**
   * Finds a repository that {@link #at} has made.
   *
   * @throws PortException with {@link Fault#NOT_FOUND} if it has not
   */
  @Override
  public InMemoryRepository repository(RepositoryUrl url) {
    InMemoryRepository found = byUrl.get(url);
    if (found == null) {
      throw new PortException(
          Fault.NOT_FOUND,
          new Problem(
              ProblemCode.REPOSITORY_UNREACHABLE,
              url.value(),
              "there is no repository at this address; make it with at(\"" + url + "\")"),
          null);
    }
    return found;
  }
}
