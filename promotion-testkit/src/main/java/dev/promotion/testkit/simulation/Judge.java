package dev.promotion.testkit.simulation;

import dev.promotion.product.Application;
import dev.promotion.release.Cargo;
import dev.promotion.release.EventVisitor;
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
import dev.promotion.repository.CommitId;
import java.time.Instant;
import java.util.List;

/**
 * Holds one event against what is known of its release and of the world.
 *
 * @param referee knows the world
 * @param account knows the release
 * @param at when the event was recorded
 */
record Judge(Referee referee, Account account, Instant at) implements EventVisitor<Account> {

  @Override
  public Account on(ReleaseStarted event) {
    return account;
  }

  @Override
  public Account on(EnvironmentStarted event) {
    account.startEnvironment(event.environment());
    return account;
  }

  @Override
  public Account on(CommitIntended event) {
    account.intend(event);
    return account;
  }

  @Override
  public Account on(CommitLanded event) {
    account.landed(event);
    return account;
  }

  @Override
  public Account on(CommitAbandoned event) {
    account.abandoned(event);
    return account;
  }

  @Override
  public Account on(NothingToChange event) {
    Application application = account.application(Key.of(event));
    Referee.require(
        cargos(Key.of(event)).stream()
            .allMatch(
                each ->
                    referee
                        .check()
                        .holds(
                            referee.repository(application),
                            event.head(),
                            application.source().path(),
                            each)),
        "nothing is to change only where the branch holds what is promoted",
        "" + Key.of(event));
    account.unchanged(event);
    return account;
  }

  @Override
  public Account on(ApplicationWaiting event) {
    return account;
  }

  @Override
  public Account on(ApplicationHealthy event) {
    Application application = account.application(Key.of(event));
    Referee.require(
        referee
            .evidence()
            .of(application, expected(Key.of(event)), cargos(Key.of(event)))
            .contains(event.observedAt()),
        "healthy is what was seen healthy with what was promoted, after its sync",
        "" + Key.of(event));
    account.healthy(Key.of(event), event.observedAt());
    return account;
  }

  @Override
  public Account on(ApplicationSucceeded event) {
    Key key = Key.of(event);
    Referee.require(
        account
            .entry(key)
            .healthyAt()
            .map(since -> since.plus(account.plan().stableFor()))
            .filter(
                until ->
                    referee
                        .evidence()
                        .of(account.application(key), expected(key), cargos(key))
                        .stream()
                        .anyMatch(seen -> !seen.isBefore(until)))
            .isPresent(),
        "an application succeeds only when it was seen healthy for the whole window",
        "" + key);
    account.succeeded(key);
    return account;
  }

  @Override
  public Account on(ApplicationFailed event) {
    account.failed(Key.of(event));
    return account;
  }

  @Override
  public Account on(TerminationRequested event) {
    account.terminating();
    return account;
  }

  @Override
  public Account on(DeadlinePassed event) {
    account.terminating();
    return account;
  }

  @Override
  public Account on(ReleaseEnded event) {
    account.ended(event.status());
    return account;
  }

  @Override
  public Account on(DoubtSettled event) {
    account.settled(event);
    referee.requireTold(account, Key.of(event));
    return account;
  }

  private CommitId expected(Key key) {
    return account
        .entry(key)
        .expected()
        .orElseThrow(
            () -> new Violation("nothing is healthy before it is promoted", key.toString()));
  }

  /** The source has what any target gets. */
  private List<Cargo> cargos(Key key) {
    return account
        .findTarget(key)
        .map(target -> List.of(account.plan().cargoOf(target)))
        .orElseGet(account.plan()::cargos);
  }
}
