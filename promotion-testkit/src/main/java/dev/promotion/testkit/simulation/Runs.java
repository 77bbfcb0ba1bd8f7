package dev.promotion.testkit.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes many runs, several at a time, and adds them up. Immutable. */
final class Runs {

  private static final int MOST_FAILURES = 5;

  private final List<Scene> scenes;
  private final List<Conditions> conditions;
  private final Set<Disturbance> disturbances;

  Runs(List<Scene> scenes, List<Conditions> conditions, Set<Disturbance> disturbances) {
    this.scenes = List.copyOf(scenes);
    this.conditions = List.copyOf(conditions);
    this.disturbances = EnumSet.copyOf(disturbances);
  }

  /** Makes the runs that failed once, then those of the seeds. */
  SimulationReport all(long from, long count, int threads, List<String> known) {
    Totals totals = new Totals();
    known.stream().map(Replay::parse).forEach(each -> totals.add(each.seed(), run(each)));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Totals>> parts = new ArrayList<>();
      for (int part = 0; part < threads; part++) {
        long first = from + part;
        parts.add(pool.submit(() -> part(first, from + count, threads)));
      }
      for (Future<Totals> part : parts) {
        totals.add(part.get());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the simulation was interrupted", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the simulation itself failed", failed.getCause());
    } finally {
      pool.shutdownNow();
    }
    return report(totals);
  }

  /** Makes one run. */
  SimulationReport only(Replay replay) {
    Totals totals = new Totals();
    totals.add(replay.seed(), run(replay));
    return report(totals);
  }

  private Totals part(long first, long end, int step) {
    Totals totals = new Totals();
    for (long seed = first; seed < end; seed += step) {
      totals.add(seed, run(Replay.of(seed)));
    }
    return totals;
  }

  Outcome run(Replay replay) {
    Dice dice = Dice.of(replay.seed(), -2);
    Scene scene = dice.any(scenes);
    Script script =
        replay
            .exactly()
            .map(Script::of)
            .orElseGet(() -> Script.random(replay.seed(), disturbances));
    return Run.of(scene, dice.any(conditions), replay.seed(), script);
  }

  private SimulationReport report(Totals totals) {
    List<SimulationReport.Failure> failures = new ArrayList<>();
    totals
        .breaches()
        .forEach(
            (promise, breach) -> {
              if (failures.size() < MOST_FAILURES) {
                failures.add(failure(promise, breach));
              }
            });
    return new SimulationReport(totals, failures);
  }

  private SimulationReport.Failure failure(String promise, Totals.Breach breach) {
    Replay smallest = new Shrinker(this::run, promise).shrunk(breach.seed(), breach.happened());
    Outcome outcome = run(smallest);
    List<String> story = new ArrayList<>();
    outcome.violation().ifPresent(each -> story.add(String.valueOf(each.getMessage())));
    smallest
        .exactly()
        .ifPresent(
            all -> all.forEach((moment, each) -> story.add("at call " + moment + ": " + each)));
    story.addAll(Story.of(outcome.releases()));
    return new SimulationReport.Failure(promise, breach.runs(), smallest.toString(), story);
  }
}
