package dev.promotion.release;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.internal.text.Texts;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
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
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Adds one event to the state of a release. */
record Fold(ReleasePlan plan, ReleaseState state, Instant at)
    implements EventVisitor<ReleaseState> {

  @Override
  public ReleaseState on(ReleaseStarted event) {
    throw new IllegalArgumentException("a release starts only once");
  }

  @Override
  public ReleaseState on(EnvironmentStarted event) {
    state.requireRunning();
    EnvironmentProgress environment = environment(event.environment()).started(at);
    for (EnvironmentName dependency : plan.flow().dependenciesOf(event.environment())) {
      if (environment(dependency).status() != EnvironmentStatus.SUCCEEDED) {
        throw new IllegalStateException(environment.name() + " starts only after " + dependency);
      }
    }
    if (event.environment().equals(plan.flow().triggerEnvironment())) {
      SourceCommit source = plan.source();
      environment =
          environment.change(
              source.application().name(), at, each -> each.expecting(source.commit().id(), at));
    }
    return state.with(environment, plan.flow(), at);
  }

  @Override
  public ReleaseState on(CommitIntended event) {
    state.requireRunning();
    if (environment(event.environment()).status() != EnvironmentStatus.RUNNING) {
      throw new IllegalStateException("nothing is committed in an environment that does not run");
    }
    return change(event, each -> each.intending(event.intent(), at));
  }

  @Override
  public ReleaseState on(CommitLanded event) {
    return change(event, each -> each.landed(event.commit(), at));
  }

  @Override
  public ReleaseState on(CommitAbandoned event) {
    if (state.status() == ReleaseStatus.RUNNING
        && environment(event.environment()).status() == EnvironmentStatus.RUNNING) {
      throw new IllegalStateException("a commit that may still be made is not given up");
    }
    return change(event, each -> each.abandoned(at));
  }

  @Override
  public ReleaseState on(NothingToChange event) {
    return change(event, each -> each.expecting(event.head(), at));
  }

  @Override
  public ReleaseState on(ApplicationWaiting event) {
    return change(event, each -> each.waiting(event.reason(), at));
  }

  @Override
  public ReleaseState on(ApplicationHealthy event) {
    return change(event, each -> each.healthy(event.observedAt()));
  }

  @Override
  public ReleaseState on(ApplicationSucceeded event) {
    return change(event, each -> each.succeeded(at));
  }

  @Override
  public ReleaseState on(ApplicationFailed event) {
    return change(event, each -> each.failed(event.reason(), at));
  }

  @Override
  public ReleaseState on(TerminationRequested event) {
    return state.terminating(
        new Problem(
            ProblemCode.TERMINATED, "", "terminated by " + event.by() + ": " + event.why()));
  }

  @Override
  public ReleaseState on(DeadlinePassed event) {
    return state.terminating(
        new Problem(
            ProblemCode.TIMED_OUT,
            "",
            "not done within "
                + Texts.span(plan.flow().timeout())
                + ", the time that flow "
                + plan.flow()
                + " gives; look at what it waited for, then trigger it again"));
  }

  @Override
  public ReleaseState on(ReleaseEnded event) {
    return state.ended(event.status(), event.reason(), at).requireInDoubt(event.inDoubt());
  }

  @Override
  public ReleaseState on(DoubtSettled event) {
    EnvironmentProgress settled =
        environment(event.environment())
            .settled(event.application(), each -> each.settled(event.landed(), at));
    return state.replaced(settled).requireInDoubt(event.inDoubt());
  }

  private ReleaseState change(OfApplication event, UnaryOperator<ApplicationProgress> change) {
    EnvironmentProgress changed =
        environment(event.environment()).change(event.application(), at, change);
    return state.with(changed, plan.flow(), at);
  }

  private EnvironmentProgress environment(EnvironmentName name) {
    EnvironmentProgress environment = state.environments().get(name);
    if (environment == null) {
      throw new IllegalArgumentException("the flow has no environment " + name);
    }
    return environment;
  }
}
