package dev.promotion.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints what was measured as tables. */
final class Report {

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /** Prints the table of one repository. */
  void table(RepositorySize size, Measurements measured) {
    out.printf("%n### %s, %d files%n%n", size.layout(), size.files());
    out.println("| | median ms | min-max | mean | first of a round | times ours | min-max |");
    out.println("|---|---|---|---|---|---|---|");
    for (String name : measured.strategies()) {
      Spread time = Spread.of(measured.rounds(name));
      Spread first = Spread.of(measured.firsts(name));
      Spread ratio = Spread.ofRatios(measured.rounds(name), measured.rounds(like(name)));
      out.printf(
          "| %s | %s | %s-%s | %s | %s | %s | %s-%s |%n",
          name,
          number(time.median()),
          number(time.least()),
          number(time.most()),
          number(measured.mean(name)),
          number(first.median()),
          number(ratio.median()),
          number(ratio.least()),
          number(ratio.most()));
    }
  }

  /** Prints the targets beside what was measured; those that were not measured are left out. */
  void targets(List<Target> targets) {
    if (targets.isEmpty()) {
      return;
    }
    out.printf("%n| target | measured, median of pairs (min-max) | |%n|---|---|---|%n");
    for (Target target : targets) {
      Spread measured = target.measured();
      out.printf(
          "| %s | %s (%s-%s) | %s |%n",
          target.text(),
          number(measured.median()),
          number(measured.least()),
          number(measured.most()),
          target.isMet() ? "met" : "not met");
    }
  }

  /** Returns the one of ours that is as durable as a strategy. */
  private static String like(String name) {
    return name.endsWith(Entrants.NOT_DURABLE)
        ? Entrants.OURS + Entrants.NOT_DURABLE
        : Entrants.OURS;
  }

  /** Prints three digits that count. */
  static String number(double value) {
    int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
