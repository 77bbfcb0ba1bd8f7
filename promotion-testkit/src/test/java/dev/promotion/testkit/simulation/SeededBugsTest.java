package dev.promotion.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The referee is only as good as what it finds: every wrong promoter has to be caught. */
class SeededBugsTest {

  private static final int WANTED_EACH = Proof.isOfRelease() ? 10 : 1;
  private static final long MOST_SEEDS = Proof.size(4_000, 100_000);

  /** A bug, the seeds that caught it, and the promise that it broke first. */
  private record Catch(Bug bug, List<Long> seeds, Optional<String> promise) {

    long median() {
      return seeds.isEmpty() ? Long.MAX_VALUE : seeds.get(seeds.size() / 2);
    }
  }

  /** Wrong promoters log a lot, and a logger is forgotten that nobody holds. */
  private static final Logger LOG = Logger.getLogger("dev.promotion");

  @BeforeAll
  static void beQuiet() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void logAgain() {
    LOG.setLevel(null);
  }

  @Test
  void everyWrongPromoterIsCaught() {
    List<Bug> bugs = SeededBugs.all();
    List<Catch> caught = Collections.synchronizedList(new ArrayList<>());
    Parallel.sum(
        bugs,
        bug -> {
          caught.add(hunt(bug));
          return 1;
        });

    report(caught);
    assertThat(bugs).hasSizeGreaterThanOrEqualTo(40);
    assertThat(caught)
        .hasSize(bugs.size())
        .allSatisfy(each -> assertThat(each.seeds()).as(each.bug().what()).hasSize(WANTED_EACH));
  }

  private static Catch hunt(Bug bug) {
    LongFunction<Optional<String>> hunt = WrongClasses.hunt(bug);
    List<Long> seeds = new ArrayList<>();
    Optional<String> first = Optional.empty();
    long since = 0;
    for (long seed = 1; seed <= MOST_SEEDS && seeds.size() < WANTED_EACH; seed++) {
      Optional<String> broken = hunt.apply(seed);
      if (broken.isPresent()) {
        seeds.add(seed - since);
        since = seed;
        first = first.or(() -> broken);
      }
    }
    Collections.sort(seeds);
    return new Catch(bug, seeds, first);
  }

  private static void report(List<Catch> caught) {
    TreeMap<String, Catch> byName = new TreeMap<>();
    caught.forEach(each -> byName.put(each.bug().what(), each));
    byName
        .values()
        .forEach(
            each ->
                System.out.println(
                    String.format(
                        Locale.ROOT,
                        "%-70s %s",
                        each.bug().what(),
                        each.promise()
                            .map(promise -> "seed " + each.median() + ": " + promise)
                            .orElse("NOT CAUGHT"))));
  }
}
