package dev.promotion.testkit.simulation;

import dev.promotion.port.ReleaseStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Looks for the seeds that unmask a wrong promoter. It is loaded once for each bug, together with
 * the wrong classes, so only types of the JDK cross its border.
 */
public final class BugHunt implements LongFunction<Optional<String>> {

  private final Runs runs;

  /** Creates the hunt; called by name. */
  public BugHunt() {
    List<Conditions> conditions = new ArrayList<>();
    for (int engines = 1; engines <= 3; engines++) {
      for (int lag = 0; lag <= 20; lag += 20) {
        conditions.add(
            new Conditions(
                engines, Duration.ofSeconds(5), Duration.ofSeconds(lag), ReleaseStore::inMemory));
      }
    }
    runs = new Runs(Scenes.hunted(), conditions, EnumSet.allOf(Disturbance.class));
  }

  /** Returns the promise that a seed sees broken, if any. */
  @Override
  public Optional<String> apply(long seed) {
    return runs.run(Replay.of(seed)).violation().map(Violation::promise);
  }
}
