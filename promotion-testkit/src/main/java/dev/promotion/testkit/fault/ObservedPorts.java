package dev.promotion.testkit.fault;

import static java.util.Objects.requireNonNull;

import dev.promotion.port.Health;
import dev.promotion.port.ReleaseStore;
import dev.promotion.port.Repositories;
import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseId;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts an observer around every call to the ports of a promoter. Thread-safe if the observer is.
 */
public final class ObservedPorts {

  private final PortObserver observer;

  private ObservedPorts(PortObserver observer) {
    this.observer = requireNonNull(observer, "observer");
  }

  /**
   * Creates the means to observe ports.
   *
   * @param observer who stands before and after each call
   * @return what wraps ports
   */
  public static ObservedPorts by(PortObserver observer) {
    return new ObservedPorts(observer);
  }

  /**
   * Observes repositories, and every repository that they lead to.
   *
   * @param repositories the real ones
   * @return the same, observed
   */
  public Repositories repositories(Repositories repositories) {
    return url ->
        call(
            "Repositories",
            "repository",
            () -> new ObservedRepository(repositories.repository(url), this));
  }

  /**
   * Observes a cluster.
   *
   * @param health the real one
   * @return the same, observed
   */
  public Health health(Health health) {
    return application -> call("Health", "status", () -> health.status(application));
  }

  /**
   * Observes a store.
   *
   * @param store the real one
   * @return the same, observed
   */
  public ReleaseStore store(ReleaseStore store) {
    return new ObservedStore(store);
  }

  <T> T call(String port, String method, Supplier<T> real) {
    PortCall call = new PortCall(port, method);
    observer.before(call);
    T answer = real.get();
    observer.after(call);
    return answer;
  }

  private final class ObservedStore implements ReleaseStore {

    private final ReleaseStore real;

    ObservedStore(ReleaseStore real) {
      this.real = requireNonNull(real, "store");
    }

    @Override
    public List<RecordedEvent> load(ReleaseId release) {
      return call("ReleaseStore", "load", () -> real.load(release));
    }

    @Override
    public void append(ReleaseId release, long version, List<RecordedEvent> events) {
      call(
          "ReleaseStore",
          "append",
          () -> {
            real.append(release, version, events);
            return events;
          });
    }

    @Override
    public List<ReleaseId> open() {
      return call("ReleaseStore", "open", real::open);
    }

    @Override
    public List<ReleaseId> releases(ProductName product) {
      return call("ReleaseStore", "releases", () -> real.releases(product));
    }
  }
}
