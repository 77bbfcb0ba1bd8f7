package dev.promotion.promoter;

import dev.promotion.port.Clock;
import dev.promotion.port.ReleaseStore;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads releases from the store and appends to them, with the time of the clock. */
final class Journal {

  private static final System.Logger LOG = System.getLogger(Journal.class.getName());

  private final ReleaseStore store;
  private final Clock clock;
  private final Consumer<Release> listener;

  Journal(ReleaseStore store, Clock clock, Consumer<Release> listener) {
    this.store = store;
    this.clock = clock;
    this.listener = listener;
  }

  Optional<Release> find(ReleaseId id) {
    List<RecordedEvent> events = store.load(id);
    return events.isEmpty() ? Optional.empty() : Optional.of(Release.replay(events));
  }

  Release load(ReleaseId id) {
    return find(id).orElseThrow(() -> new ReleaseNotFoundException(id));
  }

  Release start(ReleaseStarted event) {
    RecordedEvent first = RecordedEvent.first(clock.now(), event);
    store.append(event.release(), 0, List.of(first));
    return told(Release.replay(List.of(first)));
  }

  Release append(Release release, List<ReleaseEvent> events) {
    List<RecordedEvent> recorded = new ArrayList<>();
    Release next = release;
    for (ReleaseEvent event : events) {
      RecordedEvent record = next.next(clock.now(), event);
      next = next.apply(record);
      recorded.add(record);
    }
    store.append(release.id(), release.version(), recorded);
    return told(next);
  }

  /** A listener is told what happened, and must not be able to stop it. */
  private Release told(Release release) {
    try {
      listener.accept(release);
    } catch (RuntimeException broken) {
      LOG.log(System.Logger.Level.WARNING, "a listener failed at " + release, broken);
    }
    return release;
  }
}
