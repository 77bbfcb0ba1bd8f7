package dev.promotion.release;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.product.ApplicationName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How far a release is in one environment. Immutable; equal by its parts. */
public final class EnvironmentProgress {

  private record Parts(
      EnvironmentName name,
      EnvironmentStatus status,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      List<ApplicationProgress> applications) {}

  private final Parts parts;

  /** Where an application stands in the list; shared by all that follow from one start. */
  private final Map<ApplicationName, Integer> places;

  private EnvironmentProgress(Parts parts, Map<ApplicationName, Integer> places) {
    this.parts = parts;
    this.places = places;
  }

  static EnvironmentProgress pending(EnvironmentName name, List<ApplicationProgress> applications) {
    Map<ApplicationName, Integer> places = new HashMap<>();
    for (ApplicationProgress each : applications) {
      places.put(each.application().name(), places.size());
    }
    Parts parts =
        new Parts(
            name,
            EnvironmentStatus.PENDING,
            Optional.empty(),
            Optional.empty(),
            List.copyOf(applications));
    return new EnvironmentProgress(parts, places);
  }

  /**
   * Returns the name of the environment.
   *
   * @return the name
   */
  public EnvironmentName name() {
    return parts.name;
  }

  /**
   * Returns how far it is.
   *
   * @return the status
   */
  public EnvironmentStatus status() {
    return parts.status;
  }

  /**
   * Returns when it began.
   *
   * @return the instant, or empty as long as it did not
   */
  public Optional<Instant> startedAt() {
    return parts.startedAt;
  }

  /**
   * Returns when it ended.
   *
   * @return the instant, or empty as long as it did not, or if it never began
   */
  public Optional<Instant> endedAt() {
    return parts.endedAt;
  }

  /**
   * Returns how far its applications are: in the trigger environment the source alone.
   *
   * @return at least one application, in the order of their names
   */
  public List<ApplicationProgress> applications() {
    return parts.applications;
  }

  /**
   * Returns how far an application is.
   *
   * @param application the name of an application
   * @return its progress, or empty if it takes no part here
   */
  public Optional<ApplicationProgress> application(ApplicationName application) {
    return Optional.ofNullable(places.get(application)).map(parts.applications::get);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EnvironmentProgress that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** Returns name and status. */
  @Override
  public String toString() {
    return parts.name + " " + parts.status;
  }

  EnvironmentProgress started(Instant at) {
    if (parts.status != EnvironmentStatus.PENDING) {
      throw new IllegalStateException("an environment starts only once: " + this);
    }
    return with(EnvironmentStatus.RUNNING, Optional.of(at), Optional.empty(), parts.applications);
  }

  /** Changes one application; the environment ends when that decides it. */
  EnvironmentProgress change(
      ApplicationName name, Instant at, UnaryOperator<ApplicationProgress> change) {
    Integer place = places.get(name);
    if (place == null
        || parts.applications.get(place).phase().isEnd()
        || parts.status == EnvironmentStatus.PENDING) {
      throw new IllegalStateException("no event may concern " + name + " in " + this);
    }
    boolean running = parts.status == EnvironmentStatus.RUNNING;
    ApplicationProgress after = change.apply(parts.applications.get(place));
    ApplicationProgress[] changed = parts.applications.toArray(ApplicationProgress[]::new);
    changed[place] = running ? after : after.stoppedUnlessInDoubt(at);
    EnvironmentProgress next = with(parts.status, parts.startedAt, parts.endedAt, List.of(changed));
    return running ? next.decided(after, at) : next;
  }

  /** Changes one application after the end of the release. */
  EnvironmentProgress settled(ApplicationName name, UnaryOperator<ApplicationProgress> change) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalStateException("no event may concern " + name + " in " + this);
    }
    List<ApplicationProgress> changed = new ArrayList<>(parts.applications);
    changed.set(place, change.apply(changed.get(place)));
    return with(parts.status, parts.startedAt, parts.endedAt, List.copyOf(changed));
  }

  EnvironmentProgress ended(EnvironmentStatus status, Instant at) {
    List<ApplicationProgress> stopped =
        parts.applications.stream().map(each -> each.stoppedUnlessInDoubt(at)).toList();
    Optional<Instant> end = parts.startedAt.isPresent() ? Optional.of(at) : Optional.empty();
    return with(status, parts.startedAt, end, stopped);
  }

  boolean isCommitting() {
    return any(ApplicationPhase.COMMITTING);
  }

  private EnvironmentProgress decided(ApplicationProgress changed, Instant at) {
    if (changed.phase() == ApplicationPhase.FAILED) {
      return ended(EnvironmentStatus.FAILED, at);
    }
    boolean done =
        changed.phase() == ApplicationPhase.SUCCEEDED
            && parts.applications.stream()
                .allMatch(each -> each.phase() == ApplicationPhase.SUCCEEDED);
    return done ? ended(EnvironmentStatus.SUCCEEDED, at) : this;
  }

  private boolean any(ApplicationPhase phase) {
    return parts.applications.stream().anyMatch(each -> each.phase() == phase);
  }

  private EnvironmentProgress with(
      EnvironmentStatus status,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      List<ApplicationProgress> applications) {
    return new EnvironmentProgress(
        new Parts(parts.name, status, startedAt, endedAt, applications), places);
  }
}
