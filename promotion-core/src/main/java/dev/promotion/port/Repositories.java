package dev.promotion.port;

import dev.promotion.repository.RepositoryUrl;

/**
 * Finds Git repositories by their address. Users implement it to plug in a Git host.
 *
 * <p>Thread-safe; may block.
 */
@FunctionalInterface
public interface Repositories {

  /**
   * Finds a repository. Cheap: the promoter calls it before each step.
   *
   * @param url the address as applications name it
   * @return the repository; the same address always leads to the same one
   * @throws PortException with {@link Fault#NOT_FOUND} if there is none, or another fault if that
   *     cannot be told
   */
  Repository repository(RepositoryUrl url);
}
