package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.internal.Names;
import dev.promotion.problem.Problem;
import dev.promotion.product.ApplicationName;
import dev.promotion.repository.CommitId;
import java.time.Instant;
import java.util.Optional;

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

  /**
   * Tells whether nothing can follow: the release has ended, and no commit of it is in doubt any
   * more. Until then a store lists the release as open.
   *
   * @return true for the last event of a release
   */
  default boolean closesRelease() {
    return false;
  }

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
   * A commit that was intended is given up, and the branch does not contain it. Unless its parent
   * is passed by, it is still in doubt: a request on its way could land it.
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
   * @param observedAt when that was observed, by the clock of the cluster
   */
  record ApplicationHealthy(
      EnvironmentName environment,
      ApplicationName application,
      CommitId revision,
      Instant observedAt)
      implements OfApplication {
    /** Checks that nothing is missing. */
    public ApplicationHealthy {
      requireNonNull(environment, "environment");
      requireNonNull(application, "application");
      requireNonNull(revision, "revision");
      requireNonNull(observedAt, "observedAt");
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
   * The release ended. It stays as it is; only what became of commits in doubt may follow.
   *
   * @param status how
   * @param reason why, in one sentence
   * @param inDoubt of how many applications a commit may still land
   */
  record ReleaseEnded(ReleaseStatus status, Problem reason, int inDoubt) implements ReleaseEvent {
    /**
     * Checks that it is an end.
     *
     * @throws IllegalArgumentException if the status is not one that a release ends with, or the
     *     number is negative
     */
    public ReleaseEnded {
      requireNonNull(reason, "reason");
      if (!status.isEnd()) {
        throw new IllegalArgumentException(status + " is not an end");
      }
      requireCount(inDoubt);
    }

    /**
     * Creates the end of a release without doubts.
     *
     * @param status how
     * @param reason why, in one sentence
     */
    public ReleaseEnded(ReleaseStatus status, Problem reason) {
      this(status, reason, 0);
    }

    @Override
    public boolean closesRelease() {
      return inDoubt == 0;
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  /**
   * After the end of the release it became certain what became of a commit that had been given up:
   * it landed late, or it cannot land any more.
   *
   * @param environment the environment
   * @param application the application
   * @param landed the commit that the branch contains after all, or empty
   * @param inDoubt of how many other applications a commit may still land
   */
  record DoubtSettled(
      EnvironmentName environment,
      ApplicationName application,
      Optional<CommitId> landed,
      int inDoubt)
      implements OfApplication {
    /** Checks that nothing is missing. */
    public DoubtSettled {
      requireNonNull(environment, "environment");
      requireNonNull(application, "application");
      requireNonNull(landed, "landed");
      requireCount(inDoubt);
    }

    @Override
    public boolean closesRelease() {
      return inDoubt == 0;
    }

    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.on(this);
    }
  }

  private static void requireCount(int inDoubt) {
    if (inDoubt < 0) {
      throw new IllegalArgumentException("not a number of applications: " + inDoubt);
    }
  }
}
