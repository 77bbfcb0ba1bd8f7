package dev.promotion.release;

import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.ApplicationHealthy;
import dev.promotion.release.ReleaseEvent.ApplicationSucceeded;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.CommitAbandoned;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.DeadlinePassed;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseEvent.NothingToChange;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseEvent.TerminationRequested;

/**
 * A method for each kind of event, so that a new kind cannot be forgotten anywhere.
 *
 * @param <T> what the methods return
 */
public interface EventVisitor<T> {

  /**
   * Takes the start of a release.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(ReleaseStarted event);

  /**
   * Takes the start of an environment.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(EnvironmentStarted event);

  /**
   * Takes an intended commit.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(CommitIntended event);

  /**
   * Takes a commit that is there.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(CommitLanded event);

  /**
   * Takes a commit that was given up.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(CommitAbandoned event);

  /**
   * Takes a commit that was not needed.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(NothingToChange event);

  /**
   * Takes a new reason to wait.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(ApplicationWaiting event);

  /**
   * Takes a healthy application.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(ApplicationHealthy event);

  /**
   * Takes an application that is done.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(ApplicationSucceeded event);

  /**
   * Takes an application that failed.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(ApplicationFailed event);

  /**
   * Takes the wish to stop.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(TerminationRequested event);

  /**
   * Takes the end of the time.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(DeadlinePassed event);

  /**
   * Takes the end of a release.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(ReleaseEnded event);

  /**
   * Takes what became of a commit after the end.
   *
   * @param event what happened
   * @return what the visitor makes of it
   */
  T on(DoubtSettled event);
}
