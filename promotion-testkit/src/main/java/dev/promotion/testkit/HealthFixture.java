package dev.promotion.testkit;

import dev.promotion.port.Health;
import dev.promotion.product.Application;
import dev.promotion.repository.CommitId;

/**
 * A cluster that a {@link HealthContract} tests an adapter on, and the hand that makes things
 * happen in it. Users implement it for their adapter, most easily over a fake of the interface that
 * the adapter reads.
 */
public interface HealthFixture extends AutoCloseable {

  /** How an application can be, as seen from outside. */
  enum Situation {
    /** There is no such application. */
    ABSENT,
    /** The cluster does not answer for it. */
    UNREACHABLE,
    /** The cluster answers, and says that it does not know. */
    UNKNOWN,
    /** It was never synced; the newest commit is known to be missing. */
    NOT_DEPLOYED,
    /** The newest commit has not been noticed; an earlier one runs and is healthy. */
    UNNOTICED,
    /** The newest commit is being synced. */
    SYNCING,
    /** The sync of the newest commit has failed; an earlier one runs and is healthy. */
    SYNC_FAILED,
    /** The sync of the newest commit has ended; the health was observed before that. */
    OBSERVED_BEFORE_SYNC,
    /** The newest commit runs and is on its way to be healthy. */
    PROGRESSING,
    /** The newest commit runs and is healthy. */
    HEALTHY,
    /** The newest commit runs and is degraded. */
    DEGRADED
  }

  /**
   * Returns the adapter that is tested.
   *
   * @return the cluster, seen through the adapter
   */
  Health health();

  /**
   * Returns a second adapter on the same cluster, as another process would have it.
   *
   * @return another adapter; by default the first one
   */
  default Health reopened() {
    return health();
  }

  /**
   * Returns an application that the adapter can be asked for.
   *
   * @param name its name
   * @return an application; in whatever situation, until it is brought to one
   */
  Application application(String name);

  /**
   * Makes a new commit for an application, and brings it to a situation, whatever it was in before.
   * No other application changes.
   *
   * @param application one that {@link #application} gave
   * @param situation how it is to be
   * @return its newest commit
   */
  CommitId bring(Application application, Situation situation);

  /** Ends the cluster. */
  @Override
  default void close() {}
}
