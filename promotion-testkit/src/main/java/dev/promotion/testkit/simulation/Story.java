package dev.promotion.testkit.simulation;

import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import java.util.ArrayList;
import java.util.List;

/** Tells what was recorded of releases, a line for each event. */
final class Story {

  private Story() {}

  static List<String> of(List<Release> releases) {
    List<String> lines = new ArrayList<>();
    for (Release release : releases) {
      lines.add(release.toString());
      release.events().forEach(each -> lines.add("  " + line(each)));
    }
    return lines;
  }

  private static String line(RecordedEvent recorded) {
    ReleaseEvent event = recorded.event();
    String place = event instanceof ReleaseEvent.OfApplication of ? " " + Key.of(of) : "";
    return String.format(
        java.util.Locale.ROOT,
        "%3d %s %s%s%s",
        recorded.sequence(),
        recorded.at(),
        event.getClass().getSimpleName(),
        place,
        detail(event));
  }

  private static String detail(ReleaseEvent event) {
    if (event instanceof EnvironmentStarted started) {
      return " " + started.environment();
    }
    if (event instanceof CommitIntended intended) {
      return " attempt "
          + intended.intent().attempt()
          + ": "
          + intended.intent().draft().parent().abbreviated()
          + " -> "
          + intended.intent().commit().abbreviated();
    }
    if (event instanceof CommitLanded landed) {
      return " " + landed.commit().abbreviated();
    }
    if (event instanceof ApplicationWaiting waiting) {
      return ": " + waiting.reason().message();
    }
    if (event instanceof ApplicationFailed failed) {
      return ": " + failed.reason().message();
    }
    return event instanceof ReleaseEnded ended ? " " + ended.status() + ": " + ended.reason() : "";
  }
}
