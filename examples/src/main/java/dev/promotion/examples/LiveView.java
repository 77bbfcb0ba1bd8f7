package dev.promotion.examples;

import dev.promotion.release.Release;
import dev.promotion.view.ReleaseView;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows a release while it moves: in a terminal always at the same place, elsewhere as the lines
 * that are new.
 */
final class LiveView {

  private static final int NARROWEST = 79;

  private final PrintStream out;
  private final boolean terminal;
  private List<String> shown = List.of();

  LiveView(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(Release release) {
    List<String> lines = ReleaseView.text(release).lines().map(line -> "   " + line).toList();
    boolean last = release.status().isEnd();
    if (terminal) {
      redraw(lines, last);
    } else {
      printNews(lines, last);
    }
    out.flush();
    shown = lines;
  }

  private void redraw(List<String> lines, boolean last) {
    if (!shown.isEmpty()) {
      out.print("\u001b[" + shown.size() + "A\u001b[J");
    }
    lines.stream().map(line -> last ? line : narrow(line)).forEach(out::println);
  }

  private void printNews(List<String> lines, boolean last) {
    Set<String> known = shown.stream().map(LiveView::timeless).collect(Collectors.toSet());
    boolean heading = shown.isEmpty() || last;
    lines.stream()
        .skip(heading ? 0 : 1)
        .filter(line -> !known.contains(timeless(line)))
        .forEach(out::println);
  }

  /** How long something takes changes all the time, and is no news. */
  private static String timeless(String line) {
    return line.replaceAll("[0-9.]+s$", "").stripTrailing();
  }

  /** A line that the terminal wraps would be two, and the next picture would begin too low. */
  private static String narrow(String line) {
    return line.length() <= NARROWEST ? line : line.substring(0, NARROWEST - 1) + "…";
  }
}
