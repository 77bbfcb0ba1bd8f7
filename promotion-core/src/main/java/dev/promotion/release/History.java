package dev.promotion.release;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a release, newest first in memory, so that adding one copies nothing.
 *
 * @param newest the last event
 * @param earlier what came before it, or null for the first event
 */
record History(RecordedEvent newest, @Nullable History earlier) {

  /** Returns the events from the first to the last. */
  List<RecordedEvent> toList() {
    Deque<RecordedEvent> events = new ArrayDeque<>();
    for (History at = this; at != null; at = at.earlier) {
      events.addFirst(at.newest);
    }
    return List.copyOf(events);
  }
}
