package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.promoter.PromoterBuilder;
import dev.promotion.promoter.Trigger;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.AllFiles;
import dev.promotion.template.TemplateContent;
import dev.promotion.testkit.fault.CrashRun;
import dev.promotion.testkit.fault.CrashWorld;
import dev.promotion.testkit.fault.ObservedPorts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever the process dies, the release ends as if it had not: same events, same commits. */
class CrashPointsTest {

  /** All pairs are tried by the simulation too, for what is promised if not for each event. */
  private static final int STRIDE = "release".equals(System.getProperty("promotion.proof")) ? 1 : 5;

  static Stream<Arguments> flows() {
    return Stream.of(
        Arguments.of(
            Named.of(
                "the plain flow",
                scenario(() -> PromotionScenario.of(Flows.threeEnvironments()).product("cf-101")))),
        Arguments.of(
            Named.of(
                "a diamond",
                scenario(() -> PromotionScenario.of(Flows.diamond()).product("cf-101")))),
        Arguments.of(
            Named.of(
                "three applications in one environment",
                scenario(
                    () ->
                        PromotionScenario.of(Flows.threeEnvironments())
                            .applications("qa", 3)
                            .product("cf-101")))),
        Arguments.of(
            Named.<Supplier<World>>of("what is gone from the source", CrashPointsTest::pruning)));
  }

  @ParameterizedTest
  @MethodSource("flows")
  void dyingAtAnySinglePointChangesNothing(Supplier<World> worlds) {
    World undisturbed = worlds.get();
    CrashRun expected = CrashRun.of(undisturbed);
    assertThat(expected.release().status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    assertThat(undisturbed.scenario().repository().files(undisturbed.head(), production()))
        .extracting(FileEntry::path)
        .containsExactly("Chart.yaml", "values.yaml");

    for (int point = 0; point < expected.points(); point++) {
      World world = worlds.get();
      CrashRun run = CrashRun.of(world, point);

      assertThat(run.deaths()).isEqualTo(1);
      assertSame(run.release(), world, expected.release(), undisturbed, "died at " + point);
    }
  }

  @Test
  void dyingAtAnyTwoPointsOfThePlainFlowChangesNothing() {
    Supplier<World> worlds =
        scenario(() -> PromotionScenario.of(Flows.threeEnvironments()).product("cf-101"));
    World undisturbed = worlds.get();
    CrashRun expected = CrashRun.of(undisturbed);

    long pairs = 0;
    for (int first = 0; first < expected.points(); first += STRIDE) {
      int points = CrashRun.of(worlds.get(), first).points();
      for (int second = first + 1; second < points; second++) {
        World world = worlds.get();
        CrashRun run = CrashRun.of(world, first, second);

        assertThat(run.deaths()).isEqualTo(2);
        assertSame(run.release(), world, expected.release(), undisturbed, first + " and " + second);
        pairs++;
      }
    }
    assertThat(pairs).isGreaterThan(1_000);
  }

  private static void assertSame(
      Release release, World world, Release expected, World undisturbed, String how) {
    assertThat(release.events()).as(how).isEqualTo(expected.events());
    assertThat(world.commits()).as(how).isEqualTo(undisturbed.commits());
  }

  private static Supplier<World> scenario(Supplier<PromotionScenario> scenarios) {
    return () -> new World(scenarios.get());
  }

  /** A file is gone from the source, and to be deleted everywhere. */
  private static World pruning() {
    PromotionScenario scenario =
        PromotionScenario.of(Flows.threeEnvironments())
            .promoting(
                new TemplateContent(
                    Optional.empty(), List.of(), Optional.of(new AllFiles(true, true))))
            .product("cf-101");
    for (EnvironmentName each : scenario.flow().environments()) {
      scenario.repository().commit("main", "Old", Map.of(old(each), "old"));
    }
    scenario.repository().delete("main", "Gone", old(scenario.flow().triggerEnvironment()));
    return new World(scenario);
  }

  private static RepositoryPath production() {
    return new RepositoryPath("environments/production");
  }

  private static String old(EnvironmentName environment) {
    return "environments/" + environment + "/old.yaml";
  }

  /** The repository, cluster, store and clock that outlive the process. */
  private record World(PromotionScenario scenario) implements CrashWorld {

    @Override
    public PromoterBuilder promoter(ObservedPorts ports) {
      return scenario
          .promoterBuilder()
          .repositories(ports.repositories(scenario.repositories()))
          .health(ports.health(scenario.cluster()))
          .store(ports.store(scenario.store()));
    }

    @Override
    public Trigger trigger() {
      return Trigger.flow(scenario.flow().name().value()).product("cf-101").by("alice").key("1");
    }

    CommitId head() {
      return scenario.repository().head("main");
    }

    List<CommitId> commits() {
      return scenario.repository().log("main").stream().map(CommitInfo::id).toList();
    }
  }
}
