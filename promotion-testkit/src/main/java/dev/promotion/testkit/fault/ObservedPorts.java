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
 * Puts somebody around every call to the ports of a promoter, to watch or to disturb it.
 * Thread-safe if they are.
 */
public final class ObservedPorts {

  private final PortInterceptor interceptor;

  private ObservedPorts(PortInterceptor interceptor) {
    this.interceptor = requireNonNull(interceptor, "interceptor");
  }

  /**
   * Creates the means to observe ports.
   *
   * @param observer who stands before and after each call
   * @return what wraps ports
   */
  public static ObservedPorts by(PortObserver observer) {
    return new ObservedPorts(new Watched(observer));
  }

  /**
   * Creates the means to take the place of calls.
   *
   * @param interceptor who stands in the place of each call
   * @return what wraps ports
   */
  public static ObservedPorts through(PortInterceptor interceptor) {
    return new ObservedPorts(interceptor);
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
            new PortCall("Repositories", "repository", List.of(url)),
            () -> new ObservedRepository(repositories.repository(url), url, this));
  }

  /**
   * Observes a cluster.
   *
   * @param health the real one
   * @return the same, observed
   */
  public Health health(Health health) {
    return application ->
        call(
            new PortCall("Health", "status", List.of(application)),
            () -> health.status(application));
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

  <T> T call(PortCall call, Supplier<T> real) {
    return interceptor.call(call, real);
  }

  /** Makes every call, and tells an observer. */
  private record Watched(PortObserver observer) implements PortInterceptor {

    Watched {
      requireNonNull(observer, "observer");
    }

    @Override
    public <T> T call(PortCall call, Supplier<T> real) {
      observer.before(call);
      T answer = real.get();
      observer.after(call);
      return answer;
    }
  }

  private final class ObservedStore implements ReleaseStore {

    private final ReleaseStore real;

    ObservedStore(ReleaseStore real) {
      this.real = requireNonNull(real, "store");
    }

    @Override
    public List<RecordedEvent> load(ReleaseId release) {
      return call(store("load", release), () -> real.load(release));
    }

    @Override
    public void append(ReleaseId release, long version, List<RecordedEvent> events) {
      call(
          store("append", release, version, events),
          () -> {
            real.append(release, version, events);
            return events;
          });
    }

    @Override
    public List<ReleaseId> open() {
      return call(store("open"), real::open);
    }

    @Override
    public List<ReleaseId> releases(ProductName product) {
      return call(store("releases", product), () -> real.releases(product));
    }

    private static PortCall store(String method, Object... arguments) {
      return new PortCall("ReleaseStore", method, List.of(arguments));
    }
  }
}
