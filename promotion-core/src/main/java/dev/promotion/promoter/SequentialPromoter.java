package dev.promotion.promoter;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.policy.EffectivePolicy;
import dev.promotion.port.Clock;
import dev.promotion.port.FileValues;
import dev.promotion.port.ReleaseIds;
import dev.promotion.port.ReleaseStore;
import dev.promotion.port.Repositories;
import dev.promotion.port.StaleReleaseException;
import dev.promotion.product.ProductName;
import dev.promotion.release.Actor;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseEvent.TerminationRequested;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.view.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Moves products through their environments, each only after those before it are really healthy.
 *
 * <pre>{@code
 * SequentialPromoter promoter = SequentialPromoter.builder()
 *     .catalog(catalog)
 *     .repositories(repositories)
 *     .health(cluster)
 *     .build();
 * Release release = promoter.trigger(
 *     Trigger.flow("three-env-promotion").product("cf-101").by("alice"));
 * release = promoter.await(release.id(), Duration.ofMinutes(5));
 * }</pre>
 *
 * <p>It keeps nothing in memory: what a release waits for is in the store, so that after a crash,
 * or in another process that shares the store, it goes on where it was. A release moves only while
 * somebody drives it: {@link #await}, {@link #drive} or calls of {@link #advance}.
 *
 * <p>Thread-safe. Every method may throw a {@link dev.promotion.port.PortException} if the store
 * fails; repeating the call is harmless.
 */
public final class SequentialPromoter {

  private static final System.Logger LOG = System.getLogger(SequentialPromoter.class.getName());
  private static final int MOST_CONFLICTS = 100;

  private final Journal journal;
  private final ReleaseStore store;
  private final Clock clock;
  private final ReleaseIds ids;
  private final Repositories repositories;
  private final FileValues editor;
  private final Preflight preflight;
  private final Commits commits;
  private final HealthCheck health;
  private final Duration poll;
  private final Wakeup wakeup = new Wakeup();

  SequentialPromoter(PromoterBuilder parts) {
    store = parts.store;
    clock = parts.clock;
    ids = parts.ids;
    poll = parts.poll;
    journal = new Journal(store, clock, parts.listener);
    editor = parts.fileValues();
    repositories = parts.repositories();
    preflight = new Preflight(parts.catalog(), repositories, editor, parts.stableFor, parts.author);
    commits = new Commits(repositories, editor);
    health = new HealthCheck(parts.health(), repositories, editor);
  }

  /**
   * Starts to describe a promoter.
   *
   * @return a builder that needs catalog, repositories and health
   */
  public static PromoterBuilder builder() {
    return new PromoterBuilder();
  }

  /**
   * Checks all that a release needs, and starts it. Nothing is promoted yet: somebody has to drive
   * the release.
   *
   * @param trigger what to promote
   * @return the release; one that began earlier, if the key of the trigger was used before
   * @throws TriggerRefusedException with every reason why it cannot start; nothing was written
   */
  public Release trigger(Trigger trigger) {
    ReleaseId id = trigger.key().map(key -> KeyedId.of(trigger, key)).orElseGet(ids::next);
    Optional<Release> earlier = trigger.key().flatMap(key -> journal.find(id));
    return earlier.orElseGet(() -> start(trigger, id));
  }

  private Release start(Trigger trigger, ReleaseId id) {
    ReleaseStarted event = new ReleaseStarted(id, preflight.plan(trigger));
    try {
      Release started = journal.start(event);
      wakeup.signal();
      return started;
    } catch (StaleReleaseException taken) {
      if (trigger.key().isEmpty()) {
        throw taken;
      }
      return journal.load(id);
    }
  }

  /**
   * Works out what a trigger would do now, without writing anything.
   *
   * @param trigger what would be promoted
   * @return every environment with its policy and every change, and all that stands against it
   */
  public PromotionPlan plan(Trigger trigger) {
    return new Preview(repositories, editor, trigger, preflight.check(trigger)).plan();
  }

  /**
   * Tells which policy holds where a product is promoted to an environment, and why, whatever a
   * flow may say inline.
   *
   * @param product the name of a product
   * @param environment the name of an environment
   * @return every setting with who supplied it
   * @throws TriggerRefusedException if one of them is not known
   */
  public EffectivePolicy explainPolicy(ProductName product, EnvironmentName environment) {
    return preflight.policy(product, environment);
  }

  /**
   * Does all that can be done now for a release, and tells when to come back. Any thread and any
   * process may call it at any time; of several at once each does a part, and nothing is done
   * twice.
   *
   * @param release the id of a release
   * @return the release as it is now, and when to call again
   * @throws ReleaseNotFoundException if there is no such release
   */
  public NextVisit advance(ReleaseId release) {
    return whoeverWasFirst(
        () -> new Visit(journal, clock, commits, health, journal.load(release)).run(poll));
  }

  /**
   * Drives a release in the thread of the caller until it ends or the time is over.
   *
   * @param release the id of a release
   * @param atMost how long to wait
   * @return the release as it is then: ended, or still under way
   * @throws ReleaseNotFoundException if there is no such release
   */
  public Release await(ReleaseId release, Duration atMost) {
    Instant until = clock.now().plus(atMost);
    NextVisit next = advance(release);
    while (!next.release().status().isEnd() && clock.now().isBefore(until)) {
      Instant at = next.at().filter(each -> each.isBefore(until)).orElse(until);
      try {
        clock.sleep(Duration.between(clock.now(), at));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return next.release();
      }
      next = advance(release);
    }
    return next.release();
  }

  /**
   * Drives all open releases in one daemon thread, those of earlier processes included.
   *
   * @return the driver; closing it stops the thread, and the releases go on when they are driven
   *     again
   */
  public ReleaseDriver drive() {
    return drive(ReleaseDriver.PATIENCE);
  }

  ReleaseDriver drive(Duration patience) {
    return ReleaseDriver.start(this, store, clock, wakeup, poll, patience);
  }

  /**
   * Reads a release.
   *
   * @param release an id
   * @return the release as it is now
   * @throws ReleaseNotFoundException if there is no such release
   */
  public Release release(ReleaseId release) {
    return journal.load(release);
  }

  /**
   * Explains what a release waits for, since when, until when, and what would move it on.
   *
   * @param release the id of a release
   * @return the explanation, as of now
   * @throws ReleaseNotFoundException if there is no such release
   */
  public Explanation explain(ReleaseId release) {
    return Explanation.of(journal.load(release), clock.now());
  }

  /**
   * Lists the releases of a product. None of them is read, so that one which cannot be read any
   * more hides no other; {@link #release} reads one.
   *
   * @param product the name of a product
   * @return the ids of its releases, the newest first; empty if there is none
   */
  public List<ReleaseId> releases(ProductName product) {
    return store.releases(product);
  }

  /**
   * Stops the rest of a release: nothing new is begun; what was committed stays, and is listed.
   *
   * @param release the id of a release
   * @param who who asks, in one line
   * @param why their reason, in one line
   * @return the release after all that could be done now; one that has ended is left as it is
   * @throws ReleaseNotFoundException if there is no such release
   * @throws dev.promotion.problem.InvalidDefinitionException if who or why is not one visible line
   */
  public Release terminate(ReleaseId release, String who, String why) {
    TerminationRequested request = TerminationRequested.of(new Actor(who), why);
    whoeverWasFirst(() -> requestTermination(release, request));
    return advance(release).release();
  }

  private Release requestTermination(ReleaseId release, TerminationRequested request) {
    Release known = journal.load(release);
    boolean tooLate = known.status().isEnd() || known.status() == ReleaseStatus.TERMINATING;
    return tooLate ? known : journal.append(known, List.of(request));
  }

  /** Tries again from what the store has now when somebody else was first. */
  private static <T> T whoeverWasFirst(Supplier<T> change) {
    int conflicts = 0;
    while (true) {
      try {
        return change.get();
      } catch (StaleReleaseException stale) {
        conflicts++;
        if (conflicts == MOST_CONFLICTS) {
          throw stale;
        }
        LOG.log(System.Logger.Level.DEBUG, stale.getMessage());
      }
    }
  }
}
