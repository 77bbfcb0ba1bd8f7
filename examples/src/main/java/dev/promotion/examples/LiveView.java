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

  private final PrintStream out;
  private final boolean terminal;
  private List<String> shown = List.of();

  LiveView(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(Release release) {
    List<String> lines = ReleaseView.text(release).lines().map(line -> "   " + line).toList();
    if (terminal) {
      if (!shown.isEmpty()) {
        out.print("\u001b[" + shown.size() + "A\u001b[J");
      }
      lines.forEach(out::println);
    } else {
      Set<String> known = shown.stream().map(LiveView::timeless).collect(Collectors.toSet());
      lines.stream()
          .skip(shown.isEmpty() || release.status().isEnd() ? 0 : 1)
          .filter(line -> !known.contains(timeless(line)))
          .forEach(out::println);
    }
    out.flush();
    shown = lines;
  }

  /** How long something takes changes all the time, and is no news. */
  private static String timeless(String line) {
    return line.replaceAll("[0-9.]+s$", "").stripTrailing();
  }
}
