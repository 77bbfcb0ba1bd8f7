package dev.promotion.release;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.ProductName;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One promotion of a product through the environments of a flow: the sum of its events. Immutable;
 * a release that went on is another object. Two are equal if their events are.
 */
public final class Release {

  private final ReleasePlan plan;
  private final ReleaseId id;
  private final History history;
  private final ReleaseState state;
  private final Map<EnvironmentName, Map<ApplicationName, Target>> targets;

  private Release(
      ReleaseId id,
      ReleasePlan plan,
      History history,
      ReleaseState state,
      Map<EnvironmentName, Map<ApplicationName, Target>> targets) {
    this.id = id;
    this.plan = plan;
    this.history = history;
    this.state = state;
    this.targets = targets;
  }

  /**
   * Adds up events.
   *
   * @param events all events of a release, from the first on
   * @return the release
   * @throws IllegalArgumentException if they are not the gapless events of one release
   */
  public static Release replay(List<RecordedEvent> events) {
    if (events.isEmpty()
        || !(events.get(0).event() instanceof ReleaseStarted started)
        || events.get(0).sequence() != 1) {
      throw new IllegalArgumentException("the events do not begin with the start of a release");
    }
    Release release =
        new Release(
            started.release(),
            started.plan(),
            new History(events.get(0), null),
            ReleaseState.started(started.plan(), events.get(0).at()),
            index(started.plan()));
    for (RecordedEvent event : events.subList(1, events.size())) {
      release = release.apply(event);
    }
    return release;
  }

  /**
   * Adds an event.
   *
   * @param event the next event
   * @return the release after it
   * @throws IllegalArgumentException if it is not the next event of this release
   */
  public Release apply(RecordedEvent event) {
    if (event.sequence() != version() + 1) {
      throw new IllegalArgumentException(
          "release "
              + id
              + " is at "
              + version()
              + ", so event "
              + event.sequence()
              + " is not its next");
    }
    if (isClosed() || status().isEnd() != event.event() instanceof DoubtSettled) {
      throw new IllegalArgumentException(
          "release " + id + " is " + status() + "; this does not follow: " + event.event());
    }
    ReleaseState next = event.event().accept(new Fold(plan, state, event.at()));
    return new Release(id, plan, new History(event, history), next, targets);
  }

  /**
   * Records what happens next; this release stays as it is until {@link #apply}.
   *
   * @param at when
   * @param event what happens
   * @return the record that follows the newest of this release
   * @throws IllegalArgumentException if a text in it has half a character, which no file can hold
   */
  public RecordedEvent next(Instant at, ReleaseEvent event) {
    return history.newest().next(at, event);
  }

  /**
   * Returns the id.
   *
   * @return the id; the same for the whole life of the release
   */
  public ReleaseId id() {
    return id;
  }

  /**
   * Returns what was fixed when the release started.
   *
   * @return the plan
   */
  public ReleasePlan plan() {
    return plan;
  }

  /**
   * Returns the product that is promoted.
   *
   * @return the name of the product
   */
  public ProductName product() {
    return plan.product();
  }

  /**
   * Returns the flow as it was when the release started.
   *
   * @return the flow
   */
  public PromotionFlow flow() {
    return plan.flow();
  }

  /**
   * Returns how far the release is.
   *
   * @return the status
   */
  public ReleaseStatus status() {
    return state.status();
  }

  /**
   * Returns why the release ended as it did, or why it is being terminated.
   *
   * @return the reason, or empty while it runs
   */
  public Optional<Problem> reason() {
    return state.reason();
  }

  /**
   * Returns the environments in an order that respects their dependencies.
   *
   * @return the trigger environment, then every target
   */
  public List<EnvironmentProgress> environments() {
    return List.copyOf(state.environments().values());
  }

  /**
   * Returns how far the release is in an environment.
   *
   * @param environment an environment of the flow
   * @return its progress
   * @throws IllegalArgumentException if the flow does not have the environment
   */
  public EnvironmentProgress environment(EnvironmentName environment) {
    EnvironmentProgress progress = state.environments().get(environment);
    if (progress == null) {
      throw new IllegalArgumentException(
          "release "
              + id
              + " has no environment "
              + environment
              + ", only "
              + state.environments().keySet());
    }
    return progress;
  }

  /**
   * Finds what was planned for an application.
   *
   * @param environment an environment
   * @param application an application
   * @return the target, or empty if the release does not promote to it
   */
  public Optional<Target> target(EnvironmentName environment, ApplicationName application) {
    return Optional.ofNullable(targets.getOrDefault(environment, Map.of()).get(application));
  }

  /**
   * Returns when the release started.
   *
   * @return the time of its first event
   */
  public Instant startedAt() {
    return state.startedAt();
  }

  /**
   * Returns when the release ends at the latest ({@code spec.timeout} of the flow).
   *
   * @return the deadline
   */
  public Instant deadline() {
    return startedAt().plus(plan.flow().timeout());
  }

  /**
   * Returns when anything happened last.
   *
   * @return the time of the last event
   */
  public Instant changedAt() {
    return history.newest().at();
  }

  /**
   * Returns when the release ended.
   *
   * @return the time of its end, or empty as long as it runs
   */
  public Optional<Instant> endedAt() {
    return state.endedAt();
  }

  /**
   * Returns how many events there are; the store uses it to tell who was first.
   *
   * @return the sequence number of the last event
   */
  public long version() {
    return history.newest().sequence();
  }

  /**
   * Returns what all events come to; it changes with every event.
   *
   * @return the seal of the last event
   */
  public Seal seal() {
    return history.newest().seal();
  }

  /**
   * Tells whether nothing can follow any more: the release has ended, and no commit of it is in
   * doubt.
   *
   * @return true for a release that needs no visit any more
   */
  public boolean isClosed() {
    return history.newest().event().closesRelease();
  }

  /**
   * Returns all that happened.
   *
   * @return the events from the first to the last
   */
  public List<RecordedEvent> events() {
    return history.toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Release that && events().equals(that.events());
  }

  @Override
  public int hashCode() {
    return id.hashCode() * 31 + Long.hashCode(version());
  }

  /** Returns id, product, version and status in one line. */
  @Override
  public String toString() {
    return "release " + id + " of " + plan.product() + " " + plan.version() + ": " + status();
  }

  private static Map<EnvironmentName, Map<ApplicationName, Target>> index(ReleasePlan plan) {
    Map<EnvironmentName, Map<ApplicationName, Target>> index = new HashMap<>();
    for (Target target : plan.targets()) {
      index
          .computeIfAbsent(target.environment(), key -> new HashMap<>())
          .put(target.application().name(), target);
    }
    return index;
  }
}
