package dev.promotion.git;

import dev.promotion.repository.RepositoryUrl;
import java.util.Optional;

/**
 * Knows how to log in at the hosts of remote repositories. Users implement it; it is asked at each
 * connection that wants a login, so that a token may be renewed at any time, and nothing of the
 * answer is kept. Must be thread-safe.
 */
@FunctionalInterface
public interface GitCredentials {

  /**
   * Finds the login for a repository. It is only sent to the host that the address names.
   *
   * @param url the address of the repository
   * @return the login, or empty if there is none
   */
  Optional<GitLogin> login(RepositoryUrl url);

  /**
   * Returns credentials that know no login.
   *
   * @return credentials for repositories that everybody may use
   */
  static GitCredentials none() {
    return url -> Optional.empty();
  }
}
