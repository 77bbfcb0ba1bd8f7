package dev.promotion.promoter;

import static dev.promotion.promoter.PromoterFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.fixture.AlteringStore;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.AlteredRecordException;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AlteredReleaseTest {

  private static final ReleaseId OTHER = new ReleaseId("f".repeat(24));
  private static final Logger LOG = Logger.getLogger(ReleaseDriver.class.getName());

  private final PromoterFixture fixture = new PromoterFixture();
  private final AlteringStore store = new AlteringStore(fixture.store, ID);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Queue<LogRecord> logged = new ConcurrentLinkedQueue<>();

  AlteredReleaseTest() {
    fixture.stableFor = Duration.ZERO;
    fixture.started(ID);
  }

  @Test
  void isLeftAloneWithItsError() {
    SequentialPromoter promoter = promoter();

    assertThatExceptionOfType(AlteredRecordException.class)
        .isThrownBy(() -> promoter.advance(ID))
        .withMessageStartingWith("release " + ID + ", record 1: was changed, moved or removed")
        .matches(thrown -> thrown.code() == ProblemCode.RECORD_ALTERED);
    assertThatExceptionOfType(AlteredRecordException.class).isThrownBy(() -> promoter.release(ID));
    assertThatExceptionOfType(AlteredRecordException.class)
        .isThrownBy(() -> promoter.terminate(ID, "carol", "stop"));
    assertThat(fixture.store.load(ID)).hasSize(1);
    assertThat(fixture.repository.calls()).doesNotContain("write");
  }

  @Test
  void hidesNoOther() {
    fixture.started(OTHER);

    List<ReleaseId> releases = promoter().releases(PromoterFixture.shop());

    assertThat(releases).containsExactly(OTHER, ID);
    assertThat(promoter().release(OTHER).id()).isEqualTo(OTHER);
  }

  @Test
  void doesNotHoldUpTheOthersAndIsLoggedAtEveryVisit() throws InterruptedException {
    fixture.started(OTHER);
    Handler listener = new Listener();
    LOG.setLevel(Level.WARNING);
    LOG.setUseParentHandlers(false);
    LOG.addHandler(listener);

    try (ReleaseDriver driver = promoter().drive()) {
      assertThat(driver).isNotNull();
      ended.await();
    } finally {
      LOG.removeHandler(listener);
      LOG.setUseParentHandlers(true);
      LOG.setLevel(null);
    }

    assertThat(fixture.journal.load(OTHER).status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    assertThat(fixture.store.load(ID)).hasSize(1);
    assertThat(logged)
        .hasSize(store.reads())
        .isNotEmpty()
        .allMatch(each -> each.getThrown() instanceof AlteredRecordException)
        .allMatch(each -> each.getMessage().startsWith("release " + ID + " could not be advanced"));
  }

  private SequentialPromoter promoter() {
    return fixture
        .builder()
        .store(store)
        .pollEvery(Duration.ofMillis(1))
        .onChange(this::countEnds)
        .build();
  }

  private void countEnds(Release release) {
    if (release.status().isEnd()) {
      ended.countDown();
    }
  }

  /** Keeps what is logged, instead of the console. */
  private final class Listener extends Handler {

    @Override
    public void publish(LogRecord line) {
      logged.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
