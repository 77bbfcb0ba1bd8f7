package dev.promotion.release;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.product.ApplicationName;
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
import dev.promotion.release.ReleaseEvent.OfApplication;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseEvent.TerminationRequested;
import dev.promotion.repository.CommitId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of a release told a second time and in another way: a few words that are overwritten,
 * where {@link Release} has immutable values. Each rule answers whether an event may come now.
 */
final class ReleaseModel implements EventVisitor<Boolean> {

  /** An application, by the words of {@link ApplicationPhase}. */
  private static final class App {
    String phase = "PENDING";
    final List<CommitId> intended = new ArrayList<>();
    boolean landed;
    boolean settled;

    /** Its commit was given up, and may be there all the same. */
    boolean doubtful() {
      return in("FAILED", "STOPPED") && !intended.isEmpty() && !landed && !settled;
    }

    boolean open() {
      return !phase.equals("SUCCEEDED") && !phase.equals("FAILED") && !phase.equals("STOPPED");
    }

    boolean in(String... phases) {
      return List.of(phases).contains(phase);
    }

    boolean become(String next) {
      phase = next;
      return true;
    }

    void letGo() {
      phase = open() && !in("COMMITTING") ? "STOPPED" : phase;
    }
  }

  private final PromotionFlow flow;
  private final Map<EnvironmentName, Map<ApplicationName, App>> apps = new LinkedHashMap<>();
  private final Map<EnvironmentName, String> environments = new LinkedHashMap<>();
  private String status = "RUNNING";
  private boolean closed;

  ReleaseModel(ReleasePlan plan) {
    flow = plan.flow();
    for (EnvironmentName name : flow.environments()) {
      environments.put(name, "PENDING");
      apps.put(name, new LinkedHashMap<>());
    }
    apps.get(flow.triggerEnvironment()).put(plan.source().application().name(), new App());
    plan.targets()
        .forEach(each -> apps.get(each.environment()).put(each.application().name(), new App()));
  }

  /** Takes an event if it may come now, and tells whether it may. */
  boolean take(ReleaseEvent event) {
    return !closed && over() == (event instanceof DoubtSettled) && event.accept(this);
  }

  /** Returns all that is known, in words. */
  String words() {
    StringBuilder words = new StringBuilder(status);
    environments.forEach(
        (name, environment) -> {
          words.append("; ").append(name).append(' ').append(environment);
          apps.get(name)
              .forEach(
                  (application, app) ->
                      words
                          .append(", ")
                          .append(application)
                          .append(' ')
                          .append(app.phase)
                          .append(' ')
                          .append(app.intended.size())
                          .append(app.doubtful() ? " in doubt" : ""));
        });
    return words.toString();
  }

  private boolean over() {
    return !status.equals("RUNNING") && !status.equals("TERMINATING");
  }

  @Override
  public Boolean on(ReleaseStarted event) {
    return false;
  }

  @Override
  public Boolean on(EnvironmentStarted event) {
    String known = environments.getOrDefault(event.environment(), "none");
    if (!status.equals("RUNNING")
        || !known.equals("PENDING")
        || !flow.dependenciesOf(event.environment()).stream()
            .allMatch(each -> environments.get(each).equals("SUCCEEDED"))) {
      return false;
    }
    environments.put(event.environment(), "RUNNING");
    if (event.environment().equals(flow.triggerEnvironment())) {
      apps.get(event.environment()).values().forEach(each -> each.phase = "SYNCING");
    }
    return true;
  }

  @Override
  public Boolean on(CommitIntended event) {
    return status.equals("RUNNING")
        && "RUNNING".equals(environments.get(event.environment()))
        && change(event, app -> intend(app, event.intent()));
  }

  private static boolean intend(App app, CommitIntent intent) {
    return app.in("PENDING", "COMMITTING")
        && intent.attempt() == app.intended.size() + 1
        && app.intended.add(intent.commit())
        && app.become("COMMITTING");
  }

  @Override
  public Boolean on(CommitLanded event) {
    return change(
        event,
        app ->
            app.in("COMMITTING")
                && app.intended.contains(event.commit())
                && (app.landed = true)
                && app.become("SYNCING"));
  }

  /** A commit is given up only where nothing new may be begun. */
  @Override
  public Boolean on(CommitAbandoned event) {
    boolean mayStillBeMade =
        status.equals("RUNNING") && "RUNNING".equals(environments.get(event.environment()));
    return !mayStillBeMade && change(event, app -> app.in("COMMITTING") && app.become("STOPPED"));
  }

  @Override
  public Boolean on(NothingToChange event) {
    return change(event, app -> app.in("PENDING", "COMMITTING") && app.become("SYNCING"));
  }

  @Override
  public Boolean on(ApplicationWaiting event) {
    return change(event, app -> app.become(app.in("STABILIZING") ? "SYNCING" : app.phase));
  }

  @Override
  public Boolean on(ApplicationHealthy event) {
    return change(event, app -> app.in("SYNCING") && app.become("STABILIZING"));
  }

  @Override
  public Boolean on(ApplicationSucceeded event) {
    return change(event, app -> app.in("STABILIZING") && app.become("SUCCEEDED"));
  }

  @Override
  public Boolean on(ApplicationFailed event) {
    return change(event, app -> app.become("FAILED"));
  }

  @Override
  public Boolean on(TerminationRequested event) {
    return stop();
  }

  @Override
  public Boolean on(DeadlinePassed event) {
    return stop();
  }

  private boolean stop() {
    boolean first = status.equals("RUNNING");
    status = "TERMINATING";
    return first;
  }

  @Override
  public Boolean on(ReleaseEnded event) {
    boolean doubt = any(app -> app.in("COMMITTING"));
    boolean open = environments.containsValue("PENDING") || environments.containsValue("RUNNING");
    String due =
        status.equals("TERMINATING")
            ? "TERMINATED"
            : open ? "none" : environments.containsValue("FAILED") ? "FAILED" : "SUCCEEDED";
    if (doubt || !event.status().name().equals(due) || event.inDoubt() != doubtsAfterTheEnd()) {
      return false;
    }
    status = due;
    environments.replaceAll(
        (name, each) ->
            each.equals("PENDING") ? "SKIPPED" : each.equals("RUNNING") ? "TERMINATED" : each);
    apps.values().forEach(each -> each.values().forEach(App::letGo));
    closed = event.inDoubt() == 0;
    return true;
  }

  /** Whatever is open when the release ends is let go, and may be in doubt by that. */
  private long doubtsAfterTheEnd() {
    return apps.values().stream()
        .flatMap(each -> each.values().stream())
        .filter(app -> app.doubtful() || (app.open() && !app.intended.isEmpty() && !app.landed))
        .count();
  }

  @Override
  public Boolean on(DoubtSettled event) {
    App app = apps.getOrDefault(event.environment(), Map.of()).get(event.application());
    if (app == null
        || !app.doubtful()
        || doubtsAfterTheEnd() - 1 != event.inDoubt()
        || !event.landed().stream().allMatch(app.intended::contains)) {
      return false;
    }
    app.settled = true;
    app.landed = event.landed().isPresent();
    closed = event.inDoubt() == 0;
    return true;
  }

  private boolean any(Change condition) {
    return apps.values().stream().flatMap(each -> each.values().stream()).anyMatch(condition::of);
  }

  private interface Change {
    boolean of(App app);
  }

  private boolean change(OfApplication event, Change change) {
    App app = apps.getOrDefault(event.environment(), Map.of()).get(event.application());
    String environment = environments.getOrDefault(event.environment(), "PENDING");
    if (app == null || !app.open() || environment.equals("PENDING") || !change.of(app)) {
      return false;
    }
    if (!environment.equals("RUNNING")) {
      app.letGo();
    } else if (app.in("FAILED")) {
      environments.put(event.environment(), "FAILED");
      apps.get(event.environment()).values().forEach(App::letGo);
      skipWhatCannotBeReached();
    } else if (apps.get(event.environment()).values().stream().allMatch(a -> a.in("SUCCEEDED"))) {
      environments.put(event.environment(), "SUCCEEDED");
    }
    return true;
  }

  private void skipWhatCannotBeReached() {
    for (EnvironmentName name : flow.environments()) {
      boolean lost =
          flow.dependenciesOf(name).stream()
              .map(environments::get)
              .anyMatch(each -> each.equals("FAILED") || each.equals("SKIPPED"));
      if (lost && environments.get(name).equals("PENDING")) {
        environments.put(name, "SKIPPED");
        apps.get(name).values().forEach(App::letGo);
      }
    }
  }
}
