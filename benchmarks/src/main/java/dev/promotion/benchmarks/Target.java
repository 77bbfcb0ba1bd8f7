package dev.promotion.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A ratio to reach, and what it was. It is printed, never enforced: on a shared machine a single
 * run proves little.
 *
 * @param text what is wanted
 * @param measured the ratio in this run
 * @param limit the ratio that is wanted
 * @param atMost whether it is to be at most the limit, rather than at least
 */
record Target(String text, Spread measured, double limit, boolean atMost) {

  private static final RepositorySize REFERENCE = new RepositorySize(Layout.NESTED, 100_000);
  private static final RepositorySize LARGE = new RepositorySize(Layout.NESTED, 500_000);

  boolean isMet() {
    return atMost ? measured.median() <= limit : measured.median() >= limit;
  }

  /** Returns the targets that can be told from some repositories. */
  static List<Target> of(Map<RepositorySize, Measurements> measured) {
    List<Target> targets = new ArrayList<>();
    Measurements at100k = measured.getOrDefault(REFERENCE, new Measurements());
    String where = " at 100,000 files nested";
    for (String floor : List.of(Entrants.FLOOR_PACK, Entrants.FLOOR_LOOSE)) {
      add(
          targets,
          "ours at most 2 x the " + floor + "," + where,
          at100k.rounds(Entrants.OURS),
          at100k.rounds(floor),
          2,
          true);
    }
    atLeast(targets, 5, FastImportStrategy.NAME, where, at100k);
    atLeast(targets, 300, CloneStrategy.Depth.SHALLOW.title(), where, at100k);
    atLeast(targets, 100, CloneStrategy.Depth.SPARSE.title(), where, at100k);
    add(
        targets,
        "ours at 500,000 files at most 1.4 x ours at 100,000, nested",
        measured.getOrDefault(LARGE, new Measurements()).rounds(Entrants.OURS),
        at100k.rounds(Entrants.OURS),
        1.4,
        true);
    return targets;
  }

  private static void atLeast(
      List<Target> targets, int limit, String rival, String where, Measurements measured) {
    add(
        targets,
        "ours at least " + limit + " x faster than " + rival + where,
        measured.rounds(rival),
        measured.rounds(Entrants.OURS),
        limit,
        false);
  }

  private static void add(
      List<Target> targets,
      String text,
      List<Double> numerator,
      List<Double> denominator,
      double limit,
      boolean atMost) {
    if (!numerator.isEmpty() && !denominator.isEmpty()) {
      targets.add(new Target(text, Spread.ofRatios(numerator, denominator), limit, atMost));
    }
  }
}
