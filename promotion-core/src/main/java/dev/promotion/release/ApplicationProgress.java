package dev.promotion.release;

import static dev.promotion.release.ApplicationPhase.COMMITTING;
import static dev.promotion.release.ApplicationPhase.FAILED;
import static dev.promotion.release.ApplicationPhase.PENDING;
import static dev.promotion.release.ApplicationPhase.STABILIZING;
import static dev.promotion.release.ApplicationPhase.STOPPED;
import static dev.promotion.release.ApplicationPhase.SUCCEEDED;
import static dev.promotion.release.ApplicationPhase.SYNCING;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
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
      Optional<Instant> since,
      boolean settled) {}

  private final Parts parts;

  private ApplicationProgress(Parts parts) {
    this.parts = parts;
  }

  static ApplicationProgress pending(Application application) {
    return new ApplicationProgress(
        new Parts(
            application,
            PENDING,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false));
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
   * Tells whether a commit that was given up may still land: a request that is on its way could
   * bring it, as long as the branch is where the request expects it.
   *
   * @return true until it is certain that it landed, or cannot land any more
   */
  public boolean isInDoubt() {
    boolean givenUp = parts.phase == FAILED || parts.phase == STOPPED;
    return givenUp && !parts.intents.isEmpty() && parts.commit.isEmpty() && !parts.settled;
  }

  /**
   * Returns when the present phase, or the present reason, began; while an application is watched
   * whether it stays healthy, when that was first observed, by the clock of the cluster.
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
    require(intent.attempt() == parts.intents.size() + 1, PENDING, COMMITTING);
    List<CommitIntent> intents = new ArrayList<>(parts.intents);
    intents.add(intent);
    return with(COMMITTING, intents, parts.commit, parts.expected, at);
  }

  ApplicationProgress landed(CommitId commit, Instant at) {
    require(parts.intents.stream().anyMatch(each -> each.commit().equals(commit)), COMMITTING);
    return with(SYNCING, parts.intents, Optional.of(commit), Optional.of(commit), at);
  }

  ApplicationProgress abandoned(Instant at) {
    require(true, COMMITTING);
    return stopped(at);
  }

  ApplicationProgress expecting(CommitId commit, Instant at) {
    require(true, PENDING, COMMITTING);
    return with(SYNCING, parts.intents, parts.commit, Optional.of(commit), at);
  }

  ApplicationProgress healthy(Instant at) {
    require(true, SYNCING);
    return in(STABILIZING, at);
  }

  /** It became certain, after the end, what became of a commit that had been given up. */
  ApplicationProgress settled(Optional<CommitId> landed, Instant at) {
    boolean known =
        landed.stream()
            .allMatch(each -> parts.intents.stream().anyMatch(i -> i.commit().equals(each)));
    if (!isInDoubt() || !known) {
      throw new IllegalStateException("no such commit is in doubt in " + this);
    }
    return new ApplicationProgress(
        new Parts(
            parts.application,
            parts.phase,
            parts.intents,
            landed,
            parts.expected,
            landed.map(ApplicationProgress::late).or(() -> parts.reason),
            Optional.of(at),
            true));
  }

  private static Problem late(CommitId commit) {
    return new Problem(
        ProblemCode.LANDED_LATE,
        "",
        "commit "
            + commit.abbreviated()
            + " landed after the release had ended; keep it, or revert it");
  }

  ApplicationProgress succeeded(Instant at) {
    require(true, STABILIZING);
    return in(SUCCEEDED, at);
  }

  ApplicationProgress waiting(Problem reason, Instant at) {
    return because(parts.phase == STABILIZING ? SYNCING : parts.phase, reason, at);
  }

  ApplicationProgress failed(Problem reason, Instant at) {
    return because(FAILED, reason, at);
  }

  /** Stops following the application, unless it has come to an end, or its commit is in doubt. */
  ApplicationProgress stoppedUnlessInDoubt(Instant at) {
    return parts.phase.isEnd() || parts.phase == COMMITTING ? this : stopped(at);
  }

  private ApplicationProgress stopped(Instant at) {
    return in(STOPPED, at);
  }

  private ApplicationProgress in(ApplicationPhase phase, Instant at) {
    return with(phase, parts.intents, parts.commit, parts.expected, at);
  }

  private void require(boolean fits, ApplicationPhase... phases) {
    if (!fits || !List.of(phases).contains(parts.phase)) {
      throw new IllegalStateException("the event does not follow what is known of " + this);
    }
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
            Optional.of(at),
            parts.settled));
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
            Optional.of(at),
            parts.settled));
  }
}
