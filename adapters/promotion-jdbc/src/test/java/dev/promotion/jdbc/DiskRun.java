package dev.promotion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.jdbc.disk.FaultyDisk;
import dev.promotion.jdbc.disk.FaultyFilePath;
import dev.promotion.port.PortException;
import dev.promotion.port.ReleaseStore;
import dev.promotion.product.ProductName;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.promoter.Trigger;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.testkit.PromotionScenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A promotion whose store lies on a disk that fails, and everything that must hold then. The
 * repositories and the cluster are in memory and do what they should.
 */
final class DiskRun {

  private static final PromotionFlow FLOW =
      PromotionFlow.of(
          "three-env-promotion", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa"));
  private static final Duration LONG_ENOUGH = Duration.ofDays(1);
  private static final int ATTEMPTS = 3;
  private static final int COMMITS_BEFORE = 2;
  private static final int COLLECTIONS = 50;

  private final FaultyDisk disk;
  private final Durability durability;
  private final PromotionScenario scenario = PromotionScenario.of(FLOW).product("cf-101");
  private final Trigger trigger = scenario.request();
  private final List<RecordedEvent> acknowledged = new ArrayList<>();
  private final List<PortException> failures = new ArrayList<>();
  private Optional<JdbcReleaseStore> store = Optional.empty();
  private Optional<Release> ended = Optional.empty();

  DiskRun(FaultyDisk disk, Durability durability) {
    this.disk = disk;
    this.durability = durability;
  }

  /** Promotes as far as the disk lets it; what fails is tried again a few times. */
  DiskRun promote() {
    for (int attempt = 0; attempt < ATTEMPTS && ended.isEmpty(); attempt++) {
      try {
        if (store.isEmpty()) {
          store = Optional.of(open());
        }
        SequentialPromoter promoter =
            scenario.promoterBuilder().store(new Acknowledged(store.get())).build();
        Release started = promoter.trigger(trigger);
        ended = Optional.of(promoter.await(started.id(), LONG_ENOUGH));
      } catch (PortException typed) {
        failures.add(typed);
      }
    }
    return this;
  }

  private JdbcReleaseStore open() {
    return openOnceCollected(
        () -> JdbcReleaseStore.inFile(FaultyFilePath.SCHEME + ":", disk.file(), durability));
  }

  /**
   * Opens a store. Where reading failed while it was opened H2 forgets to close the file, which
   * stays locked until that garbage is collected.
   */
  static JdbcReleaseStore openOnceCollected(Supplier<JdbcReleaseStore> opening) {
    for (int attempt = 1; ; attempt++) {
      try {
        return opening.get();
      } catch (PortException failed) {
        if (!failed.getMessage().contains("in use") || attempt == COLLECTIONS) {
          throw failed;
        }
        System.gc();
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  boolean hasEnded() {
    return ended.isPresent();
  }

  List<PortException> failures() {
    return failures;
  }

  DiskRun close() {
    store.ifPresent(JdbcReleaseStore::close);
    store = Optional.empty();
    return this;
  }

  /** What was acknowledged is there and nothing half, and no commit was made without an intent. */
  void check() {
    close();
    try (JdbcReleaseStore reopened = open()) {
      List<ReleaseId> releases = reopened.releases(new ProductName("cf-101"));
      List<RecordedEvent> events = releases.isEmpty() ? List.of() : reopened.load(releases.get(0));
      assertThat(events.stream().limit(acknowledged.size())).isEqualTo(acknowledged);
      assertThat(commits()).as("commits").allMatch(intents(events)::contains);
    }
  }

  /** On a disk that is well again the release comes to the end that it would have had. */
  void finish() {
    disk.heal();
    check();
    promote();
    assertThat(ended).as("the release, after %s", failures).isPresent();
    assertThat(ended.get().status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    assertThat(commits()).hasSize(2).doesNotHaveDuplicates();
    check();
    close();
  }

  private static List<CommitId> intents(List<RecordedEvent> events) {
    return events.stream()
        .filter(each -> each.event() instanceof CommitIntended)
        .map(each -> ((CommitIntended) each.event()).intent().commit())
        .toList();
  }

  private List<CommitId> commits() {
    List<CommitInfo> log = scenario.repository().log("main");
    return log.subList(0, log.size() - COMMITS_BEFORE).stream().map(CommitInfo::id).toList();
  }

  /** Remembers what the store has acknowledged. */
  private final class Acknowledged implements ReleaseStore {

    private final ReleaseStore real;

    Acknowledged(ReleaseStore real) {
      this.real = real;
    }

    @Override
    public List<RecordedEvent> load(ReleaseId release) {
      List<RecordedEvent> events = real.load(release);
      if (events.size() > acknowledged.size()) {
        // What was read must stay, whether or not the append that wrote it was acknowledged.
        acknowledged.addAll(events.subList(acknowledged.size(), events.size()));
      }
      return events;
    }

    @Override
    public void append(ReleaseId release, long version, List<RecordedEvent> events) {
      real.append(release, version, events);
      acknowledged.addAll(events);
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
}
