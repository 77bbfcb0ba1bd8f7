package dev.promotion.release;

import dev.promotion.problem.Problem;
import dev.promotion.product.Application;
import dev.promotion.repository.CommitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a release is with one application. Immutable; equal by its parts. */
public final class ApplicationProgress {

  private record Parts(
      Application application,
      ApplicationPhase phase,
      List<CommitIntent> intents,
      Optional<CommitId> commit,
      Optional<CommitId> expected,
      Optional<Problem> reason,
      Optional<Instant> since) {}

  private final Parts parts;

  private ApplicationProgress(Parts parts) {
    this.parts = parts;
  }

  static ApplicationProgress pending(Application application) {
    return new ApplicationProgress(
        new Parts(
            application,
            ApplicationPhase.PENDING,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /**
   * Returns the application as it was when the release was planned.
   *
   * @return the application
   */
  public Application application() {
    return parts.application;
  }

  /**
   * Returns how far it is.
   *
   * @return the phase
   */
  public ApplicationPhase phase() {
    return parts.phase;
  }

  /**
   * Returns every commit that was intended, whether it was made or not.
   *
   * @return the intents in the order of their attempts; empty where none was needed
   */
  public List<CommitIntent> intents() {
    return parts.intents;
  }

  /**
   * Returns the commit of this release that the branch contains.
   *
   * @return the commit, or empty as long as there is none
   */
  public Optional<CommitId> commit() {
    return parts.commit;
  }

  /**
   * Returns the commit that the deployed revision must contain: the one that was made, or the one
   * at which nothing had to change.
   *
   * @return the commit, or empty before that is known
   */
  public Optional<CommitId> expected() {
    return parts.expected;
  }

  /**
   * Returns what the application waits for, or why it failed.
   *
   * @return the reason, or empty where there is none to tell
   */
  public Optional<Problem> reason() {
    return parts.reason;
  }

  /**
   * Returns when the present phase, or the present reason, began.
   *
   * @return the instant, or empty while nothing was begun
   */
  public Optional<Instant> since() {
    return parts.since;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApplicationProgress that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** Returns name, phase and reason in one line. */
  @Override
  public String toString() {
    return parts.application + " " + parts.phase + parts.reason.map(r -> " " + r).orElse("");
  }

  ApplicationProgress intending(CommitIntent intent, Instant at) {
    List<CommitIntent> intents = new ArrayList<>(parts.intents);
    intents.add(intent);
    return with(ApplicationPhase.COMMITTING, intents, parts.commit, parts.expected, at);
  }

  ApplicationProgress landed(CommitId commit, Instant at) {
    return with(
        ApplicationPhase.SYNCING, parts.intents, Optional.of(commit), Optional.of(commit), at);
  }

  ApplicationProgress expecting(CommitId commit, Instant at) {
    return with(ApplicationPhase.SYNCING, parts.intents, parts.commit, Optional.of(commit), at);
  }

  ApplicationProgress in(ApplicationPhase phase, Instant at) {
    return with(phase, parts.intents, parts.commit, parts.expected, at);
  }

  ApplicationProgress waiting(Problem reason, Instant at) {
    ApplicationPhase phase =
        parts.phase == ApplicationPhase.STABILIZING ? ApplicationPhase.SYNCING : parts.phase;
    return because(phase, reason, at);
  }

  ApplicationProgress failed(Problem reason, Instant at) {
    return because(ApplicationPhase.FAILED, reason, at);
  }

  private ApplicationProgress because(ApplicationPhase phase, Problem reason, Instant at) {
    return new ApplicationProgress(
        new Parts(
            parts.application,
            phase,
            parts.intents,
            parts.commit,
            parts.expected,
            Optional.of(reason),
            Optional.of(at)));
  }

  private ApplicationProgress with(
      ApplicationPhase phase,
      List<CommitIntent> intents,
      Optional<CommitId> commit,
      Optional<CommitId> expected,
      Instant at) {
    return new ApplicationProgress(
        new Parts(
            parts.application,
            phase,
            List.copyOf(intents),
            commit,
            expected,
            Optional.empty(),
            Optional.of(at)));
  }
}
