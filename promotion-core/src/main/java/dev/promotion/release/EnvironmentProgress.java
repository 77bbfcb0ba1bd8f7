package dev.promotion.release;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.product.ApplicationName;
import java.time.Instant;
import java.util.LinkedHashMap;
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
      Map<ApplicationName, ApplicationProgress> applications) {}

  private final Parts parts;

  private EnvironmentProgress(Parts parts) {
    this.parts = parts;
  }

  static EnvironmentProgress pending(EnvironmentName name, List<ApplicationProgress> applications) {
    Map<ApplicationName, ApplicationProgress> byName = new LinkedHashMap<>();
    applications.forEach(each -> byName.put(each.application().name(), each));
    return new EnvironmentProgress(
        new Parts(name, EnvironmentStatus.PENDING, Optional.empty(), Optional.empty(), byName));
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
    return List.copyOf(parts.applications.values());
  }

  /**
   * Returns how far an application is.
   *
   * @param application the name of an application
   * @return its progress, or empty if it takes no part here
   */
  public Optional<ApplicationProgress> application(ApplicationName application) {
    return Optional.ofNullable(parts.applications.get(application));
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
    ApplicationProgress before = parts.applications.get(name);
    if (before == null || before.phase().isEnd() || parts.status == EnvironmentStatus.PENDING) {
      throw new IllegalStateException("no event may concern " + name + " in " + this);
    }
    boolean running = parts.status == EnvironmentStatus.RUNNING;
    ApplicationProgress after = change.apply(before);
    Map<ApplicationName, ApplicationProgress> changed = new LinkedHashMap<>(parts.applications);
    changed.put(name, running ? after : after.stoppedUnlessInDoubt(at));
    EnvironmentProgress next = with(parts.status, parts.startedAt, parts.endedAt, changed);
    return running ? next.decided(at) : next;
  }

  EnvironmentProgress ended(EnvironmentStatus status, Instant at) {
    Map<ApplicationName, ApplicationProgress> stopped = new LinkedHashMap<>(parts.applications);
    stopped.replaceAll((name, each) -> each.stoppedUnlessInDoubt(at));
    Optional<Instant> end = parts.startedAt.isPresent() ? Optional.of(at) : Optional.empty();
    return with(status, parts.startedAt, end, stopped);
  }

  boolean inDoubt() {
    return any(ApplicationPhase.COMMITTING);
  }

  private EnvironmentProgress decided(Instant at) {
    if (any(ApplicationPhase.FAILED)) {
      return ended(EnvironmentStatus.FAILED, at);
    }
    boolean done =
        parts.applications.values().stream()
            .allMatch(each -> each.phase() == ApplicationPhase.SUCCEEDED);
    return done ? ended(EnvironmentStatus.SUCCEEDED, at) : this;
  }

  private boolean any(ApplicationPhase phase) {
    return parts.applications.values().stream().anyMatch(each -> each.phase() == phase);
  }

  private EnvironmentProgress with(
      EnvironmentStatus status,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      Map<ApplicationName, ApplicationProgress> applications) {
    return new EnvironmentProgress(new Parts(parts.name, status, startedAt, endedAt, applications));
  }
}
