package dev.promotion.jdbc.crash;

import dev.promotion.port.ReleaseStore;
import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseId;
import java.util.List;
import java.util.function.Consumer;

/** Tells of every append that the real store has acknowledged. */
record AnnouncingStore(ReleaseStore real, Consumer<String> told) implements ReleaseStore {

  static final String APPENDED = "appended ";

  @Override
  public List<RecordedEvent> load(ReleaseId release) {
    return real.load(release);
  }

  @Override
  public void append(ReleaseId release, long version, List<RecordedEvent> events) {
    real.append(release, version, events);
    told.accept(APPENDED + release + " " + (version + events.size()));
  }

  @Override
  public List<ReleaseId> open() {
    return real.open();
  }

  @Override
  public List<ReleaseId> releases(ProductName product) {
    return real.releases(product);
  }
}
