package dev.promotion.jdbc;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.EventCodec;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.Seal;
import dev.promotion.release.StoredEvent;
import java.util.List;

/**
 * A release as it was read from the tables. The chain of its record shows every change but a
 * missing end; the row of the release shows that.
 */
record KeptRelease(ReleaseId release, ReleaseTables.Kept kept) {

  List<RecordedEvent> events() {
    List<RecordedEvent> events =
        EventCodec.read(release, kept.events().stream().map(this::sealed).toList());
    if (events.size() != kept.version()) {
      throw altered("has " + events.size() + " events, but there were " + kept.version());
    }
    if (!isListedRightly(events)) {
      throw altered("is listed under another product or state than its events tell");
    }
    return events;
  }

  private StoredEvent sealed(ReleaseTables.KeptEvent event) {
    try {
      return new StoredEvent(event.text(), new Seal(event.seal()));
    } catch (IllegalArgumentException malformed) {
      throw altered("has a seal that is none");
    }
  }

  private boolean isListedRightly(List<RecordedEvent> events) {
    return !events.isEmpty()
        && events.get(0).event() instanceof ReleaseStarted started
        && started.plan().product().value().equals(kept.product())
        && events.get(events.size() - 1).event().closesRelease() == kept.closed();
  }

  private PortException altered(String what) {
    return new PortException(
        Fault.MISCONFIGURED,
        new Problem(
            ProblemCode.RECORD_ALTERED,
            "release " + release,
            what + ", so the database was changed; restore it from a backup"),
        null);
  }
}
