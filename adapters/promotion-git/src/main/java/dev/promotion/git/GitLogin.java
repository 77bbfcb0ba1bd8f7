package dev.promotion.git;

import static java.util.Objects.requireNonNull;

/** A user and the token that a Git host accepts for it. It never shows the token. */
public final class GitLogin {

  private final String user;
  private final String token;

  private GitLogin(String user, String token) {
    this.user = requireNonNull(user, "user");
    this.token = requireNonNull(token, "token");
  }

  /**
   * Makes a login.
   *
   * @param user the user; many hosts take any name together with a token
   * @param token the token or password
   * @return the login
   */
  public static GitLogin of(String user, String token) {
    return new GitLogin(user, token);
  }

  String user() {
    return user;
  }

  String token() {
    return token;
  }

  /** Returns the user and three stars. */
  @Override
  public String toString() {
    return user + ":***";
  }
}
