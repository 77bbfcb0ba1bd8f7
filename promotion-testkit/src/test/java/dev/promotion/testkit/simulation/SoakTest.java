package dev.promotion.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.ReleaseStore;
import dev.promotion.product.ProductName;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.promoter.Trigger;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.testkit.PromotionScenario;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Years of releases by one promoter: nothing piles up in it. */
class SoakTest {

  private static final int RELEASES = (int) Proof.size(5_000, 100_000);
  private static final int ROUND = RELEASES / 10;

  @Test
  void aPromoterThatHasDoneThousandsOfReleasesHoldsNoMoreThanAtFirst() {
    List<Long> heaps = new ArrayList<>();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    Forgetful store = new Forgetful();
    for (int round = 0; round < 10; round++) {
      releases(store, ROUND);
      heaps.add(usedHeap());
    }

    System.out.println(RELEASES + " releases, heap after each tenth: " + heaps);
    assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 5);
    long first = heaps.get(1);
    long last = heaps.get(heaps.size() - 1);
    assertThat((double) last / first).isBetween(0.0, 1.05);
  }

  /** The same promoter, over a fresh repository now and then, as repositories are packed. */
  private static void releases(ReleaseStore store, int count) {
    PromotionFlow flow =
        PromotionFlow.of("soak", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa"));
    for (int done = 0; done < count; ) {
      PromotionScenario scenario = PromotionScenario.of(flow).product("cf-101");
      SequentialPromoter promoter = scenario.promoterBuilder().store(store).build();
      for (int each = 0; each < 50 && done < count; each++, done++) {
        scenario.change("tag-" + done);
        Release release = promoter.trigger(Trigger.flow("soak").product("cf-101").by("alice"));
        release = promoter.await(release.id(), Duration.ofDays(1));
        assertThat(release.status()).isEqualTo(ReleaseStatus.SUCCEEDED);
      }
    }
  }

  private static long usedHeap() {
    for (int each = 0; each < 3; each++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Keeps open releases only, so that what grows is not the history. */
  private static final class Forgetful implements ReleaseStore {

    private ReleaseStore kept = ReleaseStore.inMemory();

    @Override
    public List<RecordedEvent> load(ReleaseId release) {
      return kept.load(release);
    }

    @Override
    public void append(ReleaseId release, long version, List<RecordedEvent> events) {
      if (version == 0 && kept.open().isEmpty()) {
        kept = ReleaseStore.inMemory();
      }
      kept.append(release, version, events);
    }

    @Override
    public List<ReleaseId> open() {
      return kept.open();
    }

    @Override
    public List<ReleaseId> releases(ProductName product) {
      return kept.releases(product);
    }
  }
}
