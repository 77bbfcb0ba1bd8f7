package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.internal.Names;
import dev.promotion.problem.Problem;
import dev.promotion.product.ApplicationName;
import dev.promotion.repository.CommitId;

/**
 * Something that happened in a release, never changed once it is recorded. The state of a release
 * is nothing but the sum of its events.
 */
public sealed interface ReleaseEvent {

  /**
   * Gives the event to the method for its kind.
   *
   * @param visitor a method for each kind
   * @param <T> what the methods return
   * @return what the method returned
   */
  <T> T accept(EventVisitor<T> visitor);

  /** An event of one application in one environment. */
  sealed interface OfApplication extends ReleaseEvent {

    /**
     * Returns the environment of the application.
     *
     * @return the environment
     */
    EnvironmentName environment();

    /**
     * Returns the application.
     *
     * @return its name
     */
    ApplicationName application();
  }

  /**
   * The release began; always the first event.
   *
   * @param release the id of the release
   * @param plan what is fixed from now on
   */
  record ReleaseStarted(ReleaseId release, ReleasePlan plan) implements ReleaseEvent {
    /** Checks that nothing is missing. */
    public ReleaseStarted {
      requireNonNull(release, "release");
      requireNonNull(plan, "plan");
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * All that an environment depends on succeeded, so it began.
   *
   * @param environment the environment
   */
  record EnvironmentStarted(EnvironmentName environment) implements ReleaseEvent {
    /** Checks that nothing is missing. */
    public EnvironmentStarted {
      requireNonNull(environment, "environment");
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * A commit is about to be made; from here until its outcome it is in doubt.
   *
   * @param environment the environment
   * @param application the application
   * @param intent the commit, fixed to the byte
   */
  record CommitIntended(
      EnvironmentName environment, ApplicationName application, CommitIntent intent)
      implements OfApplication {
    /** Checks that nothing is missing. */
    public CommitIntended {
      requireNonNull(environment, "environment");
      requireNonNull(application, "application");
      requireNonNull(intent, "intent");
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * The branch contains a commit that was intended.
   *
   * @param environment the environment
   * @param application the application
   * @param commit the commit
   */
  record CommitLanded(EnvironmentName environment, ApplicationName application, CommitId commit)
      implements OfApplication {
    /** Checks that nothing is missing. */
    public CommitLanded {
      requireNonNull(environment, "environment");
      requireNonNull(application, "application");
      requireNonNull(commit, "commit");
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * The release ends, and the branch contains none of the commits that were intended.
   *
   * @param environment the environment
   * @param application the application
   */
  record CommitAbandoned(EnvironmentName environment, ApplicationName application)
      implements OfApplication {
    /** Checks that nothing is missing. */
    public CommitAbandoned {
      requireNonNull(environment, "environment");
      requireNonNull(application, "application");
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * The branch holds the cargo already, so no commit is made.
   *
   * @param environment the environment
   * @param application the application
   * @param head the commit at which that was seen
   */
  record NothingToChange(EnvironmentName environment, ApplicationName application, CommitId head)
      implements OfApplication {
    /** Checks that nothing is missing. */
    public NothingToChange {
      requireNonNull(environment, "environment");
      requireNonNull(application, "application");
      requireNonNull(head, "head");
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * What an application waits for became another thing.
   *
   * @param environment the environment
   * @param application the application
   * @param reason what it waits for
   */
  record ApplicationWaiting(
      EnvironmentName environment, ApplicationName application, Problem reason)
      implements OfApplication {
    /** Checks that nothing is missing. */
    public ApplicationWaiting {
      requireNonNull(environment, "environment");
      requireNonNull(application, "application");
      requireNonNull(reason, "reason");
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * An application was seen healthy at a revision that contains what was promoted; its stable
   * window runs from here.
   *
   * @param environment the environment
   * @param application the application
   * @param revision what it runs
   */
  record ApplicationHealthy(
      EnvironmentName environment, ApplicationName application, CommitId revision)
      implements OfApplication {
    /** Checks that nothing is missing. */
    public ApplicationHealthy {
      requireNonNull(environment, "environment");
      requireNonNull(application, "application");
      requireNonNull(revision, "revision");
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * An application stayed healthy for the stable window.
   *
   * @param environment the environment
   * @param application the application
   */
  record ApplicationSucceeded(EnvironmentName environment, ApplicationName application)
      implements OfApplication {
    /** Checks that nothing is missing. */
    public ApplicationSucceeded {
      requireNonNull(environment, "environment");
      requireNonNull(application, "application");
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * An application cannot be promoted.
   *
   * @param environment the environment
   * @param application the application
   * @param reason what is wrong and what to do
   */
  record ApplicationFailed(EnvironmentName environment, ApplicationName application, Problem reason)
      implements OfApplication {
    /** Checks that nothing is missing. */
    public ApplicationFailed {
      requireNonNull(environment, "environment");
      requireNonNull(application, "application");
      requireNonNull(reason, "reason");
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * Somebody asked to stop the rest; nothing new is begun from here.
   *
   * @param by who
   * @param why their reason
   */
  record TerminationRequested(Actor by, String why) implements ReleaseEvent {
    /** Checks that nothing is missing. */
    public TerminationRequested {
      requireNonNull(by, "by");
      requireNonNull(why, "why");
    }

    /**
     * Creates the event.
     *
     * @param by who
     * @param why their reason, in one visible line of at most 500 characters
     * @return the event
     * @throws dev.promotion.problem.InvalidDefinitionException if the reason is not such a line
     */
    public static TerminationRequested of(Actor by, String why) {
      return new TerminationRequested(by, Names.line("why", why, 500));
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /** The time that the flow gives was over; nothing new is begun from here. */
  record DeadlinePassed() implements ReleaseEvent {

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * The release ended; always the last event.
   *
   * @param status how
   * @param reason why, in one sentence
   */
  record ReleaseEnded(ReleaseStatus status, Problem reason) implements ReleaseEvent {
    /**
     * Checks that it is an end.
     *
     * @throws IllegalArgumentException if the status is not one that a release ends with
     */
    public ReleaseEnded {
      requireNonNull(reason, "reason");
      if (!status.isEnd()) {
        throw new IllegalArgumentException(status + " is not an end");
      }
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }
}
