package dev.promotion.port;

import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps releases as long as the process lives. */
final class InMemoryReleaseStore implements ReleaseStore {

  private final Map<ReleaseId, List<RecordedEvent>> events = new HashMap<>();
  private final Map<ProductName, List<ReleaseId>> byProduct = new HashMap<>();
  private final Set<ReleaseId> open = new LinkedHashSet<>();

  @Override
  public synchronized List<RecordedEvent> load(ReleaseId release) {
    return List.copyOf(events.getOrDefault(release, List.of()));
  }

  @Override
  public synchronized void append(ReleaseId release, long version, List<RecordedEvent> added) {
    List<RecordedEvent> known = events.getOrDefault(release, List.of());
    if (known.size() != version) {
      throw new StaleReleaseException(release, version, known.size());
    }
    checkSequence(version, added);
    events.computeIfAbsent(release, key -> new ArrayList<>()).addAll(added);
    if (added.get(0).event() instanceof ReleaseStarted started) {
      byProduct.computeIfAbsent(started.plan().product(), key -> new ArrayList<>()).add(release);
      open.add(release);
    }
    if (added.get(added.size() - 1).event().closesRelease()) {
      open.remove(release);
    }
  }

  @Override
  public synchronized List<ReleaseId> open() {
    return List.copyOf(open);
  }

  @Override
  public synchronized List<ReleaseId> releases(ProductName product) {
    List<ReleaseId> newestFirst = new ArrayList<>(byProduct.getOrDefault(product, List.of()));
    Collections.reverse(newestFirst);
    return List.copyOf(newestFirst);
  }

  private static void checkSequence(long version, List<RecordedEvent> added) {
    if (added.isEmpty()) {
      throw new IllegalArgumentException("there is no event to append");
    }
    for (int index = 0; index < added.size(); index++) {
      if (added.get(index).sequence() != version + index + 1) {
        throw new IllegalArgumentException("the events do not follow version " + version);
      }
    }
    boolean starts = added.get(0).event() instanceof ReleaseStarted;
    if (starts != (version == 0)) {
      throw new IllegalArgumentException("a release begins with its start, and only there");
    }
  }
}
