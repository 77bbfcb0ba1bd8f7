package dev.promotion.promoter;

import dev.promotion.port.Clock;
import dev.promotion.port.PortException;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One visit to a release: decides, does, records, and again, until time has to pass. Everything
 * that it knows it read from the store, so any process may make the next visit. Used once, by one
 * thread.
 */
final class Visit implements Action.Visitor {

  private static final System.Logger LOG = System.getLogger(Visit.class.getName());
  private static final int MOVES_A_VISIT = 10;
  private static final int PATIENCE = 20;
  private static final Duration RAREST_LOOK = Duration.ofMinutes(1);
  private static final Duration RAREST_LOOK_AFTER_THE_END = Duration.ofHours(1);
  private static final Duration SAME_REASON = Duration.ofMinutes(1);

  private final Journal journal;
  private final Clock clock;
  private final Commits commits;
  private final HealthCheck health;

  /** Applications that nothing more can be done for in this visit. */
  private final Set<Place> done = new HashSet<>();

  private final Instant began;
  private Release release;

  Visit(Journal journal, Clock clock, Commits commits, HealthCheck health, Release release) {
    this.journal = journal;
    this.clock = clock;
    this.commits = commits;
    this.health = health;
    this.release = release;
    this.began = clock.now();
  }

  /**
   * Does all that can be done now. After every event it decides anew, so that the order of events
   * follows from what is recorded alone, wherever the process died in between.
   */
  NextVisit run(Duration poll) {
    while (!release.isClosed()) {
      Decision decision = Decision.decide(release, clock.now());
      if (!moves(decision)) {
        return new NextVisit(release, Optional.of(next(poll, decision.lookAgain())));
      }
    }
    return new NextVisit(release, Optional.empty());
  }

  private boolean moves(Decision decision) {
    long version = release.version();
    for (Action action : decision.actions()) {
      action.accept(this);
      if (release.version() > version) {
        return true;
      }
    }
    decision.otherwise().ifPresent(event -> record(List.of(event)));
    return release.version() > version;
  }

  /**
   * Looks the more rarely the longer nothing happens, so that waiting takes 5 % longer at most.
   * What was due when this visit began has been looked at, however late the clock of the cluster
   * is.
   */
  private Instant next(Duration poll, Instant lookAgain) {
    Instant now = clock.now();
    Duration patience = Duration.between(release.changedAt(), now).dividedBy(PATIENCE);
    Duration most = release.status().isEnd() ? RAREST_LOOK_AFTER_THE_END : RAREST_LOOK;
    Duration rarest = poll.compareTo(most) > 0 ? poll : most;
    Duration wait = patience.compareTo(rarest) > 0 ? rarest : patience;
    Instant next = now.plus(wait.compareTo(poll) > 0 ? wait : poll);
    return lookAgain.isAfter(began) && lookAgain.isBefore(next) ? lookAgain : next;
  }

  @Override
  public void on(Action.Note note) {
    record(List.of(note.event()));
  }

  @Override
  public void on(Action.Commit commit) {
    Place place = commit.place();
    if (done.contains(place)) {
      return;
    }
    for (int move = 0; move < MOVES_A_VISIT; move++) {
      Optional<Commits.Move> next = ask(place, () -> commits.next(release, commit, clock.now()));
      next.flatMap(Commits.Move::event).ifPresent(event -> record(List.of(event)));
      next.flatMap(Commits.Move::waitFor).ifPresent(reason -> waiting(place, reason));
      Optional<Commits.Sending> send = next.flatMap(Commits.Move::send);
      if (send.isEmpty()) {
        return;
      }
      Optional<WriteResult> result = ask(place, () -> commits.write(release, place, send.get()));
      if (result.isEmpty()) {
        return;
      }
      if (result.get() == WriteResult.WRITTEN) {
        record(
            List.of(
                new CommitLanded(
                    place.environment(), place.application(), send.get().commit().id())));
        return;
      }
    }
    waiting(place, place.problem(ProblemCode.CONTENTION, "others keep moving the branch"));
  }

  @Override
  public void on(Action.Observe observe) {
    if (!done.add(observe.place())) {
      return;
    }
    ask(observe.place(), () -> health.look(release, observe))
        .ifPresent(
            events -> {
              if (events.size() == 1 && events.get(0) instanceof ApplicationWaiting waiting) {
                waiting(observe.place(), waiting.reason());
              } else if (!events.isEmpty()) {
                record(events);
              }
            });
  }

  @Override
  public void on(Action.Settle settle) {
    if (!done.add(settle.place())) {
      return;
    }
    try {
      commits.settled(release, settle).ifPresent(event -> record(List.of(event)));
    } catch (PortException unknown) {
      LOG.log(
          System.Logger.Level.DEBUG, "it is not known what became of " + settle.place(), unknown);
    }
  }

  /** Asks a port; what it throws becomes a reason to wait, or the failure of the application. */
  private <T> Optional<T> ask(Place place, Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (PortException fault) {
      Problem problem = fault.problem().within(place.toString());
      if (fault.fault().waits()) {
        waiting(place, problem);
      } else {
        record(List.of(new ApplicationFailed(place.environment(), place.application(), problem)));
      }
    } catch (RuntimeException unexpected) {
      LOG.log(System.Logger.Level.ERROR, "an adapter failed unexpectedly at " + place, unexpected);
      waiting(
          place,
          place.problem(
              ProblemCode.ADAPTER_FAILED,
              "an adapter failed with "
                  + unexpected.getClass().getSimpleName()
                  + "; the log has the details, the release asks again"));
    }
    return Optional.empty();
  }

  /** Records what is waited for only where it tells something new, or the old is a while ago. */
  private void waiting(Place place, Problem reason) {
    done.add(place);
    ApplicationProgress progress =
        release.environment(place.environment()).application(place.application()).orElseThrow();
    Optional<Problem> known = progress.reason();
    boolean same = known.filter(reason::equals).isPresent();
    boolean similar =
        known.filter(each -> each.code() == reason.code()).isPresent()
            && progress
                .since()
                .filter(at -> clock.now().isBefore(at.plus(SAME_REASON)))
                .isPresent();
    if (!same && !similar) {
      release =
          journal.append(
              release,
              List.of(new ApplicationWaiting(place.environment(), place.application(), reason)));
    }
  }

  private void record(List<ReleaseEvent> events) {
    release = journal.append(release, events);
  }
}
