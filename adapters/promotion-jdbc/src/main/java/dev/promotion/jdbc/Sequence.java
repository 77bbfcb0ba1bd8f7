package dev.promotion.jdbc;

import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import java.util.List;

/** Checks that events are the next ones of a release. */
final class Sequence {

  private Sequence() {}

  static void check(long version, List<RecordedEvent> added) {
    if (added.isEmpty()) {
      throw new IllegalArgumentException("there is no event to append");
    }
    for (int index = 0; index < added.size(); index++) {
      RecordedEvent each = added.get(index);
      if (each.sequence() != version + index + 1) {
        throw new IllegalArgumentException("the events do not follow version " + version);
      }
      if (each.event() instanceof ReleaseStarted != (each.sequence() == 1)) {
        throw new IllegalArgumentException("a release begins with its start, and only there");
      }
    }
  }
}
