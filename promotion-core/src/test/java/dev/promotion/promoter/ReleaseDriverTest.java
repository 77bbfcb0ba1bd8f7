package dev.promotion.promoter;

import static dev.promotion.promoter.PromoterFixture.ID;
import static dev.promotion.promoter.PromoterFixture.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.ReleaseStore;
import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReleaseDriverTest {

  private static final Duration NEVER = Duration.ofDays(90);
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final PromoterFixture fixture = new PromoterFixture();
  private final CountDownLatch ended = new CountDownLatch(1);

  ReleaseDriverTest() {
    fixture.stableFor = Duration.ZERO;
  }

  @Test
  void drivesAReleaseOfAnEarlierProcessToItsEnd() throws InterruptedException {
    fixture.started(ID);
    SequentialPromoter promoter = promoter(NEVER, this::countEnds);

    driveToTheEnd(promoter);

    assertThat(promoter.release(ID).status()).isEqualTo(ReleaseStatus.SUCCEEDED);
  }

  @Test
  void wakesForANewRelease() throws InterruptedException {
    SequentialPromoter promoter = promoter(NEVER, this::countEnds);

    ReleaseDriver driver = promoter.drive();
    promoter.trigger(trigger());

    ended.await();
    driver.close();
  }

  @Test
  void comesBackWhenTheTimeHasCome() throws InterruptedException {
    fixture.stableFor = Duration.ofMillis(1);
    fixture.started(ID);
    SequentialPromoter promoter =
        fixture
            .builder()
            .pollEvery(AT_ONCE)
            .onChange(
                release -> {
                  fixture.clock.advance(Duration.ofMillis(1));
                  countEnds(release);
                })
            .build();

    driveToTheEnd(promoter);
  }

  @Test
  void leavesAReleaseAloneUntilItIsDue() throws InterruptedException {
    ReleaseId other = new ReleaseId("f".repeat(24));
    Release waiting = fixture.started(ID);
    fixture.statuses.put(
        waiting.plan().source().application().name(),
        Optional.of(fixture.healthyAt(fixture.repository.parent(fixture.repository.head()))));
    AtomicInteger visits = new AtomicInteger();
    CountDownLatch firstWaits = new CountDownLatch(1);
    CountDownLatch secondWaits = new CountDownLatch(1);
    SequentialPromoter promoter =
        fixture
            .builder()
            .ids(() -> other)
            .store(
                new Failing(new ReleaseId("e".repeat(24)), IllegalStateException.class) {
                  @Override
                  public List<RecordedEvent> load(ReleaseId release) {
                    visits.addAndGet(release.equals(ID) ? 1 : 0);
                    return super.load(release);
                  }
                })
            .pollEvery(NEVER)
            .onChange(
                release -> {
                  if (release.version() == 3) {
                    (release.id().equals(ID) ? firstWaits : secondWaits).countDown();
                  }
                })
            .build();

    ReleaseDriver driver = promoter.drive();
    firstWaits.await();
    promoter.trigger(trigger());
    secondWaits.await();
    driver.close();

    assertThat(visits).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class})
  void doesNotLetOneReleaseHoldUpTheOthers(Class<? extends Throwable> failure)
      throws InterruptedException {
    fixture.started(ID);
    ReleaseId other = new ReleaseId("f".repeat(24));
    fixture.started(other);
    SequentialPromoter promoter =
        fixture
            .builder()
            .store(new Failing(ID, failure))
            .pollEvery(AT_ONCE)
            .onChange(this::countEnds)
            .build();

    driveToTheEnd(promoter);

    assertThat(fixture.journal.load(other).status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    assertThat(fixture.journal.load(ID).version()).isEqualTo(1);
  }

  @Test
  void goesOnWithTheOthersWhereAnAdapterHangs() throws InterruptedException {
    fixture.started(ID);
    ReleaseId other = new ReleaseId("f".repeat(24));
    fixture.started(other);
    CountDownLatch answers = new CountDownLatch(1);
    CountDownLatch bothEnded = new CountDownLatch(2);
    SequentialPromoter promoter =
        promoter(
            NEVER,
            release -> {
              if (release.id().equals(ID) && release.version() == 2) {
                waitFor(answers);
              }
              if (release.status().isEnd()) {
                ended.countDown();
                bothEnded.countDown();
              }
            });

    ReleaseDriver driver = promoter.drive(AT_ONCE);
    ended.await();
    assertThat(fixture.journal.load(other).status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    assertThat(fixture.journal.load(ID).version()).isEqualTo(2);

    answers.countDown();
    bothEnded.await();
    driver.close();
    assertThat(fixture.journal.load(ID).status()).isEqualTo(ReleaseStatus.SUCCEEDED);
  }

  @Test
  void comesBackToAReleaseWhoseAdapterHung() throws InterruptedException {
    fixture.started(ID);
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch relieved = new CountDownLatch(1);
    AtomicInteger loads = new AtomicInteger();
    SequentialPromoter promoter =
        fixture
            .builder()
            .pollEvery(AT_ONCE)
            .store(
                new Failing(new ReleaseId("e".repeat(24)), IllegalStateException.class) {
                  @Override
                  public List<ReleaseId> open() {
                    fixture.clock.advance(AT_ONCE);
                    if (hangs.getCount() == 0) {
                      relieved.countDown();
                    }
                    return super.open();
                  }

                  @Override
                  public List<RecordedEvent> load(ReleaseId release) {
                    if (loads.getAndIncrement() == 0) {
                      hangs.countDown();
                      waitFor(relieved);
                      throw new IllegalStateException("the adapter gives up");
                    }
                    return super.load(release);
                  }
                })
            .onChange(this::countEnds)
            .build();

    ReleaseDriver driver = promoter.drive(AT_ONCE);
    ended.await();
    driver.close();

    assertThat(promoter.release(ID).status()).isEqualTo(ReleaseStatus.SUCCEEDED);
  }

  @Test
  void startsOnlySoManyThreadsWhereAllAdaptersHang() throws InterruptedException {
    int releases = 70;
    for (int number = 0; number < releases; number++) {
      fixture.started(new ReleaseId("%024x".formatted(number)));
    }
    CountDownLatch hanging = new CountDownLatch(65);
    // One after the other, because the repository of the fixture is for one thread.
    Semaphore answers = new Semaphore(0);
    CountDownLatch allEnded = new CountDownLatch(releases);
    Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    SequentialPromoter promoter =
        promoter(
            NEVER,
            release -> {
              if (release.version() == 2) {
                waiting.add(Thread.currentThread());
                hanging.countDown();
                answers.acquireUninterruptibly();
              }
              if (release.status().isEnd()) {
                answers.release();
                allEnded.countDown();
              }
            });

    ReleaseDriver driver = promoter.drive(AT_ONCE);
    hanging.await();
    assertThat(waiting).hasSize(65);

    answers.release();
    allEnded.await();
    driver.close();
  }

  @Test
  void closesWhereAnAdapterHangs() throws InterruptedException {
    fixture.started(ID);
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch answers = new CountDownLatch(1);
    ReleaseDriver driver =
        promoter(
                NEVER,
                release -> {
                  hangs.countDown();
                  waitFor(answers);
                })
            .drive(Duration.ofMillis(50));
    hangs.await();

    driver.close();

    assertThat(fixture.journal.load(ID).version()).isEqualTo(2);
    answers.countDown();
  }

  @Test
  void goesOnWhereTheStoreFailedForAWhile() throws InterruptedException {
    fixture.started(ID);
    AtomicInteger failures = new AtomicInteger(3);
    SequentialPromoter promoter =
        fixture
            .builder()
            .store(
                new Failing(new ReleaseId("e".repeat(24)), IllegalStateException.class) {
                  @Override
                  public List<ReleaseId> open() {
                    if (failures.getAndDecrement() > 0) {
                      throw new IllegalStateException("the store fails");
                    }
                    return super.open();
                  }
                })
            .pollEvery(AT_ONCE)
            .onChange(this::countEnds)
            .build();

    driveToTheEnd(promoter);

    assertThat(failures.get()).isNegative();
  }

  @Test
  void isADaemonThatIsGoneAfterClose() throws InterruptedException {
    fixture.started(ID);
    AtomicReference<Thread> thread = new AtomicReference<>();
    SequentialPromoter promoter =
        promoter(
            NEVER,
            release -> {
              thread.set(Thread.currentThread());
              countEnds(release);
            });
    ReleaseDriver driver = promoter.drive();
    ended.await();

    driver.close();
    driver.close();

    assertThat(thread.get().isDaemon()).isTrue();
    assertThat(thread.get().isAlive()).isFalse();
    assertThat(promoter.trigger(trigger()).version()).isEqualTo(1);
  }

  @Test
  void closesOnlyAfterTheStepThatItIsAt() throws InterruptedException {
    fixture.started(ID);
    CountDownLatch inStep = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    Queue<String> order = new ConcurrentLinkedQueue<>();
    ReleaseDriver driver =
        promoter(
                NEVER,
                release -> {
                  if (release.version() == 2) {
                    inStep.countDown();
                    waitFor(mayGoOn);
                    order.add("step ended");
                  }
                })
            .drive();
    inStep.await();
    Thread closer =
        new Thread(
            () -> {
              driver.close();
              order.add("closed");
            });

    closer.start();
    mayGoOn.countDown();
    closer.join();

    assertThat(order).containsExactly("step ended", "closed");
  }

  @Test
  void beginsNoOtherReleaseOnceItIsClosed() throws InterruptedException {
    ReleaseId other = new ReleaseId("f".repeat(24));
    fixture.started(ID);
    fixture.started(other);
    AtomicReference<ReleaseDriver> driver = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    SequentialPromoter promoter =
        promoter(
            NEVER,
            release -> {
              waitFor(known);
              driver.get().close();
              countEnds(release);
            });

    driver.set(promoter.drive());
    known.countDown();
    ended.await();
    driver.get().close();

    assertThat(promoter.release(ID).status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    assertThat(promoter.release(other).version()).isEqualTo(1);
  }

  @Test
  void closesForACallerWhoIsInterrupted() {
    ReleaseDriver driver = promoter(NEVER, release -> {}).drive();

    Thread.currentThread().interrupt();
    driver.close();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void endsWhenItsThreadIsInterrupted() throws InterruptedException {
    fixture.started(ID);
    AtomicReference<Thread> thread = new AtomicReference<>();
    ReleaseDriver driver =
        promoter(
                NEVER,
                release -> {
                  thread.set(Thread.currentThread());
                  countEnds(release);
                })
            .drive();
    ended.await();

    thread.get().interrupt();
    thread.get().join();

    driver.close();
  }

  @Test
  void mayHaveASecondBesideItThatIsClosedOnItsOwn() {
    SequentialPromoter promoter = promoter(NEVER, release -> {});
    ReleaseDriver first = promoter.drive();
    ReleaseDriver second = promoter.drive();

    first.close();
    second.close();

    assertThat(promoter.trigger(trigger()).version()).isEqualTo(1);
  }

  private SequentialPromoter promoter(Duration poll, Consumer<Release> listener) {
    return fixture.builder().pollEvery(poll).onChange(listener).build();
  }

  private void driveToTheEnd(SequentialPromoter promoter) throws InterruptedException {
    ReleaseDriver driver = promoter.drive();
    ended.await();
    driver.close();
  }

  private void countEnds(Release release) {
    if (release.status().isEnd()) {
      ended.countDown();
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** The store of the fixture, which cannot read one of the releases. */
  private class Failing implements ReleaseStore {

    private final ReleaseId broken;
    private final Class<? extends Throwable> failure;

    Failing(ReleaseId broken, Class<? extends Throwable> failure) {
      this.broken = broken;
      this.failure = failure;
    }

    @Override
    public List<RecordedEvent> load(ReleaseId release) {
      if (release.equals(broken)) {
        if (failure == NoClassDefFoundError.class) {
          throw new NoClassDefFoundError("an adapter is incomplete");
        }
        throw new IllegalStateException("an adapter fails");
      }
      return fixture.store.load(release);
    }

    @Override
    public void append(ReleaseId release, long version, List<RecordedEvent> events) {
      fixture.store.append(release, version, events);
    }

    @Override
    public List<ReleaseId> open() {
      return fixture.store.open();
    }

    @Override
    public List<ReleaseId> releases(ProductName product) {
      return fixture.store.releases(product);
    }
  }
}
