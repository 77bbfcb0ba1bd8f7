package dev.promotion.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.view.ReleaseView;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a release, a line each, all with the right seal: only their text is somebody
 * else's.
 */
public final class RecordTarget {

  private RecordTarget() {}

  /** Reads records; those that are read can be written and read again, and be shown. */
  public static void read(String text) {
    List<StoredEvent> records = new ArrayList<>();
    Seal seal = Seal.NONE;
    for (String line : text.lines().toList()) {
      seal = seal.next(line);
      records.add(new StoredEvent(line, seal));
    }
    List<RecordedEvent> events = EventCodec.read(records);

    for (RecordedEvent event : events) {
      String again = EventCodec.write(event).text();
      assertThat(EventText.read(again).event()).isEqualTo(event.event());
    }
    replayed(events);
  }

  private static void replayed(List<RecordedEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    Release release;
    try {
      release = Release.replay(events);
    } catch (IllegalStateException | IllegalArgumentException impossible) {
      // Sealed by somebody who holds the store, yet no release goes that way: it stays where it is.
      return;
    }
    assertThat(ReleaseView.text(release).codePoints().filter(point -> point != '\n'))
        .noneMatch(Character::isISOControl);
  }
}
