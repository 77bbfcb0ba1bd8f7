package dev.promotion.testkit;

import static dev.promotion.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.release.Release;
import dev.promotion.testkit.fault.ObservedPorts;
import dev.promotion.testkit.fault.PortCall;
import dev.promotion.testkit.fault.PortObserver;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Requests and replies get lost, others commit, two promoters take turns: nothing is done twice.
 */
class RandomFaultsTest {

  @Property(tries = 200)
  void whateverGetsLostEveryTargetIsCommittedExactlyOnce(
      @ForAll long seed, @ForAll @IntRange(max = 10) int percent) {
    PromotionScenario scenario =
        PromotionScenario.of(Flows.diamond()).applications("qa-eu", 2).product("cf-101");
    int before = scenario.repository().log("main").size();
    Chaos chaos = new Chaos(scenario, new Random(seed), percent);
    SequentialPromoter[] promoters = {promoter(scenario, chaos), promoter(scenario, chaos)};

    Release release = drive(scenario.start(), promoters, chaos);

    assertThat(release)
        .succeeded()
        .committedIn("qa-eu", 2)
        .committedIn("qa-us", 1)
        .committedIn("production", 1);
    assertThat(scenario.repository().log("main")).hasSize(before + chaos.othersCommits + 4);
    assertThat(scenario.text("production", "values.yaml"))
        .isEqualTo(scenario.text("dev", "values.yaml"));
  }

  private static SequentialPromoter promoter(PromotionScenario scenario, Chaos chaos) {
    ObservedPorts ports = ObservedPorts.by(chaos);
    return scenario
        .promoterBuilder()
        .repositories(ports.repositories(scenario.repositories()))
        .health(ports.health(scenario.cluster()))
        .store(ports.store(scenario.store()))
        .build();
  }

  /** Calls now one promoter, now the other, as callers do who see errors and try again. */
  private static Release drive(Release release, SequentialPromoter[] promoters, Chaos chaos) {
    for (int call = 0; call < 10_000; call++) {
      SequentialPromoter promoter = promoters[chaos.random.nextInt(promoters.length)];
      try {
        Release next = promoter.await(release.id(), Duration.ofMinutes(1));
        if (next.status().isEnd()) {
          return next;
        }
      } catch (PortException lost) {
        assertThat(lost.getMessage()).contains("lost");
      }
    }
    throw new AssertionError("no end after 10,000 calls: " + release);
  }

  /** Loses requests and replies, and commits elsewhere in between. */
  private static final class Chaos implements PortObserver {

    private final PromotionScenario scenario;
    private final Random random;
    private final int percent;
    private int othersCommits;

    Chaos(PromotionScenario scenario, Random random, int percent) {
      this.scenario = scenario;
      this.random = random;
      this.percent = percent;
    }

    @Override
    public void before(PortCall call) {
      if (call.method().equals("write") && random.nextInt(100) < percent) {
        othersCommits++;
        scenario
            .repository()
            .commit("main", "Elsewhere", Map.of("other/" + othersCommits + ".txt", "x"));
      }
      lose(call, "the request");
    }

    @Override
    public void after(PortCall call) {
      lose(call, "the reply");
    }

    private void lose(PortCall call, String what) {
      if (random.nextInt(100) < percent) {
        throw new PortException(
            Fault.TRANSIENT,
            new Problem(ProblemCode.ADAPTER_FAILED, call.toString(), what + " was lost; ask again"),
            null);
      }
    }
  }
}
