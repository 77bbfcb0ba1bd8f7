package dev.promotion.testkit.simulation;

import dev.promotion.port.ReleaseStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes one run for each of many scripts, and holds it against the undisturbed run: the same
 * commits and the same end, whatever was disturbed, unless something stood in the way.
 */
final class ExhaustiveRun {

  private static final long SEED = 1;

  private final Scene scene;
  private final Conditions conditions;
  private final Outcome undisturbed;
  private long runs;
  private long reached;

  ExhaustiveRun(Scene scene, int engines) {
    this.scene = scene;
    conditions =
        new Conditions(engines, Duration.ofSeconds(5), Duration.ZERO, ReleaseStore::inMemory);
    undisturbed = Run.of(scene, conditions, SEED, Script.calm());
    undisturbed
        .violation()
        .ifPresent(
            broken -> {
              throw broken;
            });
  }

  /** Returns how many calls the undisturbed run makes. */
  long moments() {
    return undisturbed.moments();
  }

  long runs() {
    return runs;
  }

  /** Returns how many disturbances really happened. */
  long reached() {
    return reached;
  }

  /** Makes a run that must come to the same end as the undisturbed one. */
  Outcome same(Map<Long, Disturbance> script) {
    Outcome outcome = kept(script);
    Map<String, String> expected = commits(undisturbed);
    Map<String, String> found = commits(outcome);
    if (!found.equals(expected) || !outcome.ends().equals(undisturbed.ends())) {
      throw new AssertionError(
          script + " made " + found + " " + outcome.ends() + " of " + expected + told(outcome));
    }
    return outcome;
  }

  /** Makes a run that must keep every promise. */
  Outcome kept(Map<Long, Disturbance> script) {
    Outcome outcome = Run.of(scene, conditions, SEED, Script.of(script));
    runs++;
    reached += outcome.happened().size();
    Optional<Violation> broken = outcome.violation();
    if (broken.isPresent()) {
      throw new AssertionError(script + " broke a promise" + told(outcome), broken.get());
    }
    return outcome;
  }

  private static String told(Outcome outcome) {
    List<String> story = new ArrayList<>(Story.of(outcome.releases()));
    return System.lineSeparator() + String.join(System.lineSeparator(), story);
  }

  /** Returns what was committed where: the blobs of each target. Ids may differ with the time. */
  private static Map<String, String> commits(Outcome outcome) {
    Map<String, String> commits = new TreeMap<>();
    outcome.releases().stream()
        .sorted(Comparator.comparing(release -> release.product().value()))
        .forEach(
            release ->
                release
                    .environments()
                    .forEach(
                        environment ->
                            environment
                                .applications()
                                .forEach(
                                    each ->
                                        commits.put(
                                            each.application().name().value(),
                                            each.phase()
                                                + " "
                                                + each.commit().isPresent()
                                                + " "
                                                + release.plan().cargo().files()))));
    return commits;
  }
}
