package dev.promotion.testkit.simulation;

import dev.promotion.port.PortException;
import dev.promotion.port.StaleReleaseException;
import dev.promotion.product.ProductName;
import dev.promotion.promoter.NextVisit;
import dev.promotion.promoter.ReleaseNotFoundException;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.promoter.TriggerRefusedException;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One run: some processes drive releases while things go wrong, then all is well again and every
 * release has to end. Used once, by one thread.
 */
final class Run {

  private static final int TURBULENT_STEPS = 60;
  private static final int CALM_STEPS = 2_000;
  private static final int IDLE_STEPS = 40;
  private static final Duration A_WHILE = Duration.ofMinutes(30);
  private static final Duration SOON = Duration.ofSeconds(2);

  private final World world;
  private final Turbulence turbulence;
  private final List<Engine> engines = new ArrayList<>();
  private final Map<ReleaseId, Instant> due = new HashMap<>();
  private final Dice dice;

  private Run(Scene scene, Conditions conditions, long seed, Script script) {
    world = new World(scene, conditions);
    turbulence = new Turbulence(seed, script, world, this::elsewhere);
    dice = Dice.of(seed, -1);
    for (int each = 0; each < conditions.engines(); each++) {
      engines.add(world.engine(turbulence));
    }
  }

  /** Makes a run. */
  static Outcome of(Scene scene, Conditions conditions, long seed, Script script) {
    Run run = new Run(scene, conditions, seed, script);
    Optional<Violation> violation = Optional.empty();
    try {
      run.turbulent();
      run.calm();
      run.world.referee().close(run.world);
    } catch (Violation broken) {
      violation = Optional.of(broken);
    } catch (RuntimeException | Error unexpected) {
      violation = Optional.of(escaped(unexpected));
    }
    return Outcome.of(run.world, run.turbulence, violation);
  }

  private void turbulent() {
    for (int step = 0; step < TURBULENT_STEPS && !(allEnded() && world.isQuiet()); step++) {
      step(dice.any(engines));
      if (dice.below(8) == 0) {
        world.deliver();
      }
    }
  }

  /** All is well again: what is on its way arrives, and every release must end. */
  private void calm() {
    turbulence.end();
    Engine engine = engines.get(0);
    engine.clock().set(Duration.ZERO);
    world.scene().applications().forEach(each -> world.cluster().heal(each.name().value()));
    for (int step = 0; step < CALM_STEPS; step++) {
      if (allEnded() && world.isQuiet()) {
        return;
      }
      step(engine);
      if (step > IDLE_STEPS) {
        world.pass(A_WHILE);
      }
      if (world.isQuiet() && onlyDoubtsAreLeft()) {
        world.moveOn();
      }
      if (dice.below(4) == 0) {
        world.deliver();
      }
    }
    throw new Violation(
        "every release ends once all is well again", world.store().open().toString());
  }

  /** Tells whether every release has ended, and only waits whether a late commit still lands. */
  private boolean onlyDoubtsAreLeft() {
    return world.referee().accounts().stream().allMatch(each -> each.end().isPresent());
  }

  private boolean allEnded() {
    return world.scene().products().stream().allMatch(world.refused()::contains)
        || (world.releases().size() + world.refused().size() >= world.scene().products().size()
            && world.store().open().isEmpty());
  }

  /** Does what a process does next: start what was asked for, or visit what is due first. */
  private void step(Engine engine) {
    engine.setBusy(true);
    try {
      Optional<ProductName> wanted =
          world.scene().products().stream()
              .filter(each -> !world.releases().containsKey(each))
              .filter(each -> !world.refused().contains(each))
              .findFirst();
      if (wanted.isPresent()) {
        trigger(engine, wanted.get());
      } else {
        visit(engine);
      }
    } catch (Death death) {
      engine.restart();
    } catch (RuntimeException unexpected) {
      throw escaped(unexpected);
    } finally {
      engine.setBusy(false);
    }
  }

  private static Violation escaped(Throwable unexpected) {
    Violation escaped =
        new Violation("nothing but its own exceptions leaves a promoter", "" + unexpected);
    escaped.initCause(unexpected);
    return escaped;
  }

  private void trigger(Engine engine, ProductName product) {
    try {
      Release release = engine.promoter().trigger(world.trigger(product));
      world.started(product, release.id());
    } catch (TriggerRefusedException refused) {
      if (world.mayFail() && turbulence.isOver()) {
        world.refused().add(product);
      }
    } catch (PortException | StaleReleaseException | ReleaseNotFoundException again) {
      world.pass(SOON);
    }
  }

  private void visit(Engine engine) {
    try {
      List<ReleaseId> open = turbulence.isOver() ? world.store().open() : engine.open();
      Optional<ReleaseId> next = open.stream().min(this::firstDue);
      if (next.isEmpty()) {
        world.pass(SOON);
        return;
      }
      passUntil(due.getOrDefault(next.get(), Instant.MIN));
      due.put(next.get(), world.clock().now().plus(SOON));
      NextVisit visit = engine.promoter().advance(next.get());
      Duration skew = Duration.between(world.clock().now(), engine.clock().now());
      visit.at().ifPresent(at -> due.put(next.get(), at.minus(skew)));
    } catch (PortException | StaleReleaseException | ReleaseNotFoundException again) {
      world.pass(SOON);
    }
  }

  private int firstDue(ReleaseId one, ReleaseId other) {
    int order = due.getOrDefault(one, Instant.MIN).compareTo(due.getOrDefault(other, Instant.MIN));
    return order == 0 ? one.value().compareTo(other.value()) : order;
  }

  private void passUntil(Instant instant) {
    if (instant.isAfter(world.clock().now())) {
      world.pass(Duration.between(world.clock().now(), instant));
    }
  }

  /** Something happens elsewhere while a process is about to make a call. */
  private void elsewhere(Disturbance disturbance) {
    Dice now = turbulence.dice();
    switch (disturbance) {
      case PAUSE -> pause(now);
      case CLOCK_SET -> setClock(now);
      case TRIGGERED_AGAIN -> operator(() -> triggerAgain(now));
      case TERMINATED -> operator(() -> terminate(now));
      default -> {
        new Elsewhere(world, now).happens(disturbance);
        if (disturbance == Disturbance.FLOW_EDITED
            || disturbance == Disturbance.ENVIRONMENT_RENAMED) {
          engines.stream().filter(each -> !each.isBusy()).forEach(Engine::restart);
        }
      }
    }
  }

  /** The process stands still for a while, and those that do not go on. */
  private void pause(Dice now) {
    List<Engine> others = engines.stream().filter(each -> !each.isBusy()).toList();
    int steps = 1 + now.below(4);
    for (int step = 0; step < steps && !others.isEmpty(); step++) {
      step(now.any(others));
      if (now.below(4) == 0) {
        world.deliver();
      }
    }
    if (now.below(16) == 0) {
      world.releaseMayFail();
      world.pass(Duration.ofHours(25));
    } else if (now.below(2) == 0) {
      world.pass(Duration.ofSeconds(now.below(600)));
    }
  }

  private void setClock(Dice now) {
    Duration skew =
        now.any(
            List.of(
                Duration.ZERO,
                Duration.ofMinutes(5),
                Duration.ofMinutes(-5),
                Duration.ofDays(1),
                Duration.ofDays(-1)));
    if (skew.abs().compareTo(Duration.ofHours(1)) > 0) {
      world.releaseMayFail();
    }
    now.any(engines).clock().set(skew);
  }

  /** Somebody does something by a process of their own, whose calls are not disturbed. */
  private void operator(Supplier<Optional<ReleaseId>> command) {
    try {
      command.get().ifPresent(release -> due.put(release, Instant.MIN));
    } catch (RuntimeException unexpected) {
      throw escaped(unexpected);
    }
  }

  private Optional<ReleaseId> triggerAgain(Dice now) {
    ProductName product = now.any(world.scene().products());
    try {
      Release release = operator().trigger(world.trigger(product));
      world.started(product, release.id());
      return Optional.of(release.id());
    } catch (TriggerRefusedException refused) {
      return Optional.empty();
    }
  }

  private Optional<ReleaseId> terminate(Dice now) {
    List<ReleaseId> open = world.store().open();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    world.releaseMayFail();
    Release release = operator().terminate(now.any(open), "bob", "no longer wanted");
    if (!release.status().isEnd() && release.status() != ReleaseStatus.TERMINATING) {
      throw new Violation("a termination takes effect", release.toString());
    }
    return Optional.of(release.id());
  }

  private SequentialPromoter operator() {
    return world.undisturbed();
  }
}
