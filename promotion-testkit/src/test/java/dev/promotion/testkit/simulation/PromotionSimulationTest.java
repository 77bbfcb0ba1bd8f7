package dev.promotion.testkit.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.ReleaseStore;
import dev.promotion.product.Application;
import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionSimulationTest {

  private static final PromotionFlow FLOW =
      PromotionFlow.of("flow", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa"));

  /** Loses what it acknowledges once in a while: only two requests in a row tell. */
  private static final class Leaky implements ReleaseStore {

    private final ReleaseStore kept = ReleaseStore.inMemory();

    @Override
    public List<RecordedEvent> load(ReleaseId release) {
      return kept.load(release);
    }

    @Override
    public void append(ReleaseId release, long version, List<RecordedEvent> events) {
      boolean waits = events.toString().contains("did not answer");
      if (!waits) {
        kept.append(release, version, events);
      }
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

  @Nested
  class OfAFlow {

    @Test
    void makesARunForEverySeed() {
      SimulationReport report = PromotionSimulation.of(FLOW).seeds(300).check();

      assertThat(report.runs()).isEqualTo(300);
      assertThat(report.failures()).isEmpty();
      assertThat(report.ends()).containsKeys(ReleaseStatus.SUCCEEDED, ReleaseStatus.FAILED);
      assertThat(report.callsByMethod().values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(report.calls());
      assertThat(report.toString()).contains("300 runs").contains("every promise kept");
      assertThat(report.toString().lines().count()).isLessThan(25);
    }

    @Test
    void letsNothingHappenThatWasLeftOut() {
      SimulationReport report =
          PromotionSimulation.of(FLOW)
              .without(Disturbance.values())
              .seeds(3)
              .engines(2)
              .stableFor(Duration.ZERO)
              .check();

      assertThat(report.ends()).containsOnlyKeys(ReleaseStatus.SUCCEEDED);
    }

    @Test
    void promotesSeveralProductsAndApplicationsOverSeveralRepositories() {
      SimulationReport report =
          PromotionSimulation.of(FLOW)
              .products("one", "two")
              .applications("qa", 2)
              .repositoryPerEnvironment()
              .seeds(40)
              .check();

      assertThat(report.callsByMethod()).containsKey("Repository.content");
    }

    @Test
    void simulatesTheApplicationsOfACatalog() {
      Catalog.Builder catalog = Catalog.builder().flow(FLOW);
      for (String environment : List.of("dev", "qa", "production")) {
        catalog.environment(Environment.of(environment));
        catalog.application(
            Application.builder("shop-" + environment)
                .product("shop")
                .environment(environment)
                .source("https://git.example.org/" + environment + ".git", "deploy", "release")
                .build());
      }

      SimulationReport report =
          PromotionSimulation.create()
              .catalog(catalog.build(), "flow")
              .products("shop")
              .seeds(40)
              .check();

      assertThat(report.ends()).containsKey(ReleaseStatus.SUCCEEDED);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PromotionSimulation.create().catalog(catalog.build(), "other"))
          .withMessage("the catalog has no flow 'other'");
    }

    @Test
    void needsWhatItSimulates() {
      assertThatIllegalStateException()
          .isThrownBy(() -> PromotionSimulation.create().run())
          .withMessage("the simulation needs a flow");
      assertThatIllegalArgumentException().isThrownBy(() -> PromotionSimulation.of(FLOW).seeds(0));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PromotionSimulation.of(FLOW).engines(0));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PromotionSimulation.of(FLOW).threads(0));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PromotionSimulation.of(FLOW).products());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PromotionSimulation.of(FLOW).applications("qa", 0));
    }
  }

  @Nested
  class ThatFindsABrokenPromise {

    private final PromotionSimulation broken =
        PromotionSimulation.of(FLOW).store(Leaky::new).seeds(400);

    @Test
    void tellsItWithTheFewestDisturbancesAndALineThatMakesItAgain() {
      SimulationReport report = broken.run();

      SimulationReport.Failure failure = report.failures().get(0);
      assertThat(failure.promise()).isEqualTo("the records of a release have no gaps");
      assertThat(failure.runs()).isGreaterThan(3);
      assertThat(failure.replay()).matches("\\d+:\\d+=[A-Z_]+");
      assertThat(failure.story()).anySatisfy(line -> assertThat(line).startsWith("at call "));
      assertThat(report.toString())
          .contains("BROKEN in")
          .contains("-Dpromotion.simulation.replay=" + failure.replay())
          .contains("ReleaseStarted");

      SimulationReport again = broken.replay(failure.replay());

      assertThat(again.runs()).isEqualTo(1);
      assertThat(again.failures().get(0).promise()).isEqualTo(failure.promise());
    }

    @Test
    void failsACheckWithTheReport() {
      assertThatThrownBy(broken::check)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("BROKEN in")
          .hasMessageContaining("promises broken");
    }

    @Test
    void isKeptBesideTheTestAndRunAgainFirst(@TempDir Path resources) throws IOException {
      KeptRuns kept = new KeptRuns(resources, "SomeTest.some");
      String line = broken.keeping(kept).run().failures().get(0).replay();

      assertThat(Files.readString(resources.resolve("simulation/SomeTest.some.txt"), UTF_8))
          .contains(line);
      assertThat(kept.lines()).contains(line);

      SimulationReport later =
          PromotionSimulation.of(FLOW)
              .store(Leaky::new)
              .without(Disturbance.values())
              .seeds(1)
              .keeping(kept)
              .run();

      assertThat(later.runs()).isEqualTo(1 + kept.lines().size());
      assertThat(later.failures()).isNotEmpty();
    }
  }

  @Nested
  class ALineOfARun {

    @Test
    void isReadAsItWasWritten() {
      for (String line : List.of("4711", "-3", "4711:57=CRASH_AFTER,80=STALE_READ", "5:")) {
        assertThat(Replay.parse(line)).hasToString(line);
      }
    }

    @Test
    void namesWhatIsWrongWithIt() {
      for (String line : List.of("", "x", "1:2", "1:2=NOTHING", "1:x=HANG")) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Replay.parse(line))
            .withMessage(
                "'"
                    + line
                    + "' names no run; expected a seed such as 4711, or 4711:57=CRASH_AFTER");
      }
    }
  }

  @SimulationTest(seeds = 50)
  void isHandedToATest(PromotionSimulation simulation) {
    SimulationReport report = simulation.flow(FLOW).check();

    assertThat(report.runs()).isGreaterThanOrEqualTo(50);
  }
}
