package dev.promotion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.catalog.Catalog;
import dev.promotion.promoter.PromotionPlan;
import dev.promotion.promoter.PromotionPlan.FileChange;
import dev.promotion.promoter.PromotionPlan.ValueChange;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.promoter.Trigger;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.repository.BlobId;
import dev.promotion.template.NormalizedPath;
import dev.promotion.testkit.InMemoryRepositories;
import dev.promotion.testkit.InMemoryRepository;
import dev.promotion.testkit.SimulatedCluster;
import dev.promotion.testkit.TestClock;
import dev.promotion.testkit.simulation.PromotionSimulation;
import dev.promotion.yaml.PromotionYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values in YAML files are promoted from end to end, with nothing set up but the documents. */
class YamlPromotionTest {

  private static final String TEMPLATE =
      """
      apiVersion: promotion.dev/v1
      kind: PromotionTemplate
      metadata:
        name: image-tags
      spec:
        priority: 10
        applicationSourceSelector:
          matchLabels:
            codefresh.io/product: cf-101
        promotion:
          values.yaml:
            jsonPaths: [$.image.tag]
      """;
  private static final String MAIN = "https://git.example.com/acme/cf-101.git";
  private static final String PRODUCTION = "https://git.example.com/acme/cf-101-production.git";
  private static final String QA_FILE = "environments/qa/values.yaml";
  private static final String PRODUCTION_FILE = "environments/production/values.yaml";

  private final TestClock clock = TestClock.create();
  private final InMemoryRepositories repositories = new InMemoryRepositories(clock);
  private final InMemoryRepository main = repositories.at(MAIN);
  private final InMemoryRepository production = repositories.at(PRODUCTION);
  private final Catalog catalog = catalog();
  private final SequentialPromoter promoter =
      SequentialPromoter.builder()
          .catalog(catalog)
          .repositories(repositories)
          .health(SimulatedCluster.of(catalog, repositories, clock))
          .clock(clock)
          .build();
  private final Trigger trigger = Trigger.flow("three-env-promotion").product("cf-101").by("alice");

  YamlPromotionTest() {
    main.commit(
        "main",
        "Lay out",
        Map.of(
            "environments/dev/values.yaml",
            "# dev\nreplicas: 1\nimage:\n  tag: \"1.10\" # new\n",
            QA_FILE,
            "replicas: 2   # two\nimage:\n    tag: 1.9 # old\n"));
    production.commit(
        "main",
        "Lay out",
        Map.of(
            PRODUCTION_FILE, "replicas: 9\r\nimage: {repository: shop, tag: '1.9'} # pinned\r\n"));
  }

  private static Catalog catalog() {
    try (Stream<Path> files = Files.list(Path.of("promotion"))) {
      Stream<String> texts = files.sorted().map(YamlPromotionTest::text);
      return PromotionYaml.readCatalog(
          Stream.concat(texts, Stream.of(TEMPLATE)).toArray(String[]::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void onlyTheBytesOfTheValueChange() {
    Release release = promoter.await(promoter.trigger(trigger).id(), Duration.ofHours(1));

    assertThat(release.status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    assertThat(main.text("main", QA_FILE))
        .isEqualTo("replicas: 2   # two\nimage:\n    tag: \"1.10\" # old\n");
    assertThat(production.text("main", PRODUCTION_FILE))
        .isEqualTo("replicas: 9\r\nimage: {repository: shop, tag: \"1.10\"} # pinned\r\n");
  }

  @Test
  void planShowsWhatIsCommittedLater() {
    PromotionPlan plan = promoter.plan(trigger);

    promoter.await(promoter.trigger(trigger).id(), Duration.ofHours(1));

    FileChange change = plan.environments().get(2).applications().get(0).changes().get(0);
    assertThat(change.values())
        .containsExactly(
            new ValueChange(
                new NormalizedPath("$['image']['tag']"), Optional.of("'1.9'"), "\"1.10\""));
    assertThat(change.after())
        .hasValue(
            BlobId.of(production.text("main", PRODUCTION_FILE).getBytes(StandardCharsets.UTF_8)));
    assertThat(plan.toString())
        .contains("$['image']['tag']: 1.9 -> \"1.10\"")
        .contains("-    tag: 1.9 # old", "+    tag: \"1.10\" # old");
  }

  @Test
  void valueThatCannotBeChangedAloneIsToldBeforeAnythingIsWritten() {
    main.commit("main", "Share", Map.of(QA_FILE, "base: &base\n  tag: 1.9\nimage: *base\n"));

    PromotionPlan plan = promoter.plan(trigger);

    assertThat(plan.isReady()).isFalse();
    assertThat(plan.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).hasToString("PATH_SHARED_ANCHOR");
              assertThat(problem.place()).isEqualTo("application cf-101-qa: " + QA_FILE + ":3:8");
            });
  }

  @Test
  void everyPromiseIsKeptWhileEverythingGoesWrong() {
    PromotionSimulation.create()
        .catalog(catalog, "three-env-promotion")
        .products("cf-101")
        .seeds(500)
        .check();
  }
}
