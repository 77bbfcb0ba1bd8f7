package dev.promotion.testkit.simulation;

import dev.promotion.release.ReleaseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of a simulation, on one screen. Immutable. */
public final class SimulationReport {

  private static final int LONGEST_STORY = 40;
  private static final int NAME = 24;

  /**
   * A promise that was broken.
   *
   * @param promise the promise
   * @param runs in how many runs it was broken
   * @param replay the smallest run found that breaks it, for {@link PromotionSimulation#replay}
   * @param story what happened in that run, line by line
   */
  public record Failure(String promise, long runs, String replay, List<String> story) {

    /** Copies the story. */
    public Failure {
      story = List.copyOf(story);
    }
  }

  private final Totals totals;
  private final List<Failure> failures;

  SimulationReport(Totals totals, List<Failure> failures) {
    this.totals = totals;
    this.failures = List.copyOf(failures);
  }

  /**
   * Returns how many runs were made.
   *
   * @return runs
   */
  public long runs() {
    return totals.runs();
  }

  /**
   * Returns how many calls to ports all runs made.
   *
   * @return calls
   */
  public long calls() {
    return totals.moments();
  }

  /**
   * Returns how many events all runs recorded.
   *
   * @return events
   */
  public long events() {
    return totals.events();
  }

  /**
   * Returns how many releases ended how.
   *
   * @return a number for each end that was reached
   */
  public Map<ReleaseStatus, Long> ends() {
    return Map.copyOf(totals.ends());
  }

  /**
   * Returns how often each kind of event was recorded.
   *
   * @return numbers by the simple name of the event
   */
  public Map<String, Long> reached() {
    return Map.copyOf(totals.reached());
  }

  /**
   * Returns how often a port was called.
   *
   * @return numbers by port and method, such as {@code Repository.write}
   */
  public Map<String, Long> callsByMethod() {
    return Map.copyOf(totals.hits().calls());
  }

  /**
   * Returns how often something went wrong at a port.
   *
   * @param call port and method, such as {@code Repository.write}
   * @param disturbance what went wrong
   * @return how often
   */
  public long hits(String call, Disturbance disturbance) {
    return totals.hits().of(call, disturbance);
  }

  /**
   * Returns a number that two simulations share if they went the same way, step by step.
   *
   * @return the number
   */
  public long trace() {
    return totals.trace();
  }

  /**
   * Returns the promises that were broken.
   *
   * @return none if all is well
   */
  public List<Failure> failures() {
    return failures;
  }

  /** Returns the report, in less than a screen if all is well. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    failures.forEach(each -> add(lines, each));
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d runs, %,d calls, %,d events, %,d disturbances: %s",
            runs(),
            calls(),
            events(),
            totals.hits().total(),
            failures.isEmpty() ? "every promise kept" : failures.size() + " promises broken"));
    lines.add(
        "releases: "
            + new TreeMap<>(totals.ends())
                .entrySet().stream()
                    .map(
                        each ->
                            String.format(
                                Locale.ROOT,
                                "%,d %s",
                                each.getValue(),
                                each.getKey().name().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(", ")));
    addFaults(lines);
    addElsewhere(lines);
    return String.join(System.lineSeparator(), lines);
  }

  private static void add(List<String> lines, Failure failure) {
    lines.add(
        String.format(Locale.ROOT, "BROKEN in %,d runs: %s", failure.runs(), failure.promise()));
    lines.add("  replay: -D" + PromotionSimulation.REPLAY + "=" + failure.replay());
    int most = Math.min(LONGEST_STORY, failure.story().size());
    failure.story().subList(0, most).forEach(each -> lines.add("  " + each));
    if (failure.story().size() > most) {
      lines.add("  and " + (failure.story().size() - most) + " lines more");
    }
  }

  private void addFaults(List<String> lines) {
    List<Disturbance> faults =
        List.of(Disturbance.values()).stream().filter(Disturbance::isFault).toList();
    StringBuilder head = new StringBuilder(padded("calls and their faults"));
    faults.forEach(each -> head.append(String.format(Locale.ROOT, "%9s", shortened(each))));
    lines.add(head.toString());
    totals
        .hits()
        .calls()
        .keySet()
        .forEach(
            call -> {
              StringBuilder line = new StringBuilder(padded(call));
              faults.forEach(
                  each -> line.append(String.format(Locale.ROOT, "%9d", hits(call, each))));
              lines.add(line.toString());
            });
  }

  private void addElsewhere(List<String> lines) {
    lines.add(
        "elsewhere: "
            + List.of(Disturbance.values()).stream()
                .filter(each -> !each.isFault())
                .map(each -> everywhere(each) + " " + each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
  }

  private long everywhere(Disturbance disturbance) {
    return totals.hits().calls().keySet().stream().mapToLong(call -> hits(call, disturbance)).sum();
  }

  private static String padded(String text) {
    return String.format(Locale.ROOT, "%-" + NAME + "s", text);
  }

  private static String shortened(Disturbance disturbance) {
    String name = disturbance.name().toLowerCase(Locale.ROOT).replace("_", "-");
    return name.length() > 8 ? name.substring(0, 8) : name;
  }
}
