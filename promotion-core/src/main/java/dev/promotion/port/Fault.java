package dev.promotion.port;

/** What a failure of an adapter means for a release. */
public enum Fault {
  /** May pass: the network, a busy server, a timeout. The release waits and asks again. */
  TRANSIENT,
  /** The credentials were not accepted. The release waits until they are mended. */
  AUTH,
  /**
   * Refused for good: a hook, a protected branch. The environment fails with the words of the
   * server.
   */
  REJECTED,
  /** Something is not there: a repository, a branch, a commit. The environment fails. */
  NOT_FOUND,
  /** A limit is exceeded. The environment fails. */
  LIMIT,
  /** The adapter is set up wrongly. The environment fails. */
  MISCONFIGURED;

  /**
   * Tells whether the release waits rather than fails.
   *
   * @return true for what may pass or be mended while it waits
   */
  public boolean waits() {
    return this == TRANSIENT || this == AUTH;
  }
}
