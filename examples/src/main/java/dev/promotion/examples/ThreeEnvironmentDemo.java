package dev.promotion.examples;

import dev.promotion.catalog.Catalog;
import dev.promotion.git.GitRepositories;
import dev.promotion.port.Clock;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.promoter.Trigger;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.EnvironmentProgress;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.repository.CommitId;
import dev.promotion.testkit.SimulatedCluster;
import dev.promotion.yaml.PromotionYaml;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Moves the product {@code cf-101} through {@code dev}, {@code qa} and {@code production}, over
 * real Git repositories in a temporary folder, and shows it.
 */
public final class ThreeEnvironmentDemo {

  private static final String VALUES = "environments/dev/values.yaml";

  private final PrintStream out;
  private final boolean terminal;
  private final Path examples;

  ThreeEnvironmentDemo(PrintStream out, boolean terminal, Path examples) {
    this.out = out;
    this.terminal = terminal;
    this.examples = examples;
  }

  /**
   * Runs the demo.
   *
   * @param args the folder with the documents and the chart; {@code examples} if there is none
   * @throws IOException if the temporary folder cannot be used
   */
  public static void main(String[] args) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path examples = Path.of(args.length == 0 ? "examples" : args[0]);
    Path folder = Files.createTempDirectory("promotion-demo-");
    new ThreeEnvironmentDemo(out, terminal(), examples).run(folder);
  }

  /** A JDK from 22 on may have a console without a terminal; then TERM tells the two apart. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean terminal() {
    String kind = System.getenv().getOrDefault("TERM", "dumb");
    return System.console() != null && !kind.equals("dumb");
  }

  Release run(Path folder) throws IOException {
    out.println(
        "Promotion moves a product through its environments, each only after the one before");
    out.println("is really healthy. Here: flow three-env-promotion, product cf-101.");
    out.println();
    try (BareRepository main = repository(folder, "acme/cf-101.git", "dev", "qa");
        BareRepository production = repository(folder, "acme/cf-101-production.git", "production");
        GitRepositories repositories = GitRepositories.open(folder)) {
      out.println("1. Two bare Git repositories in " + folder);
      out.println("   acme/cf-101.git             environments/dev, environments/qa");
      out.println("   acme/cf-101-production.git  environments/production");
      out.println();
      changeImage(main);
      Catalog catalog = PromotionYaml.readCatalog(examples.resolve("promotion"));
      Release release = promote(catalog, repositories);
      out.println();
      out.println("4. What was committed");
      show(release, "qa", main);
      show(release, "production", production);
      farewell(release, folder);
      return release;
    }
  }

  private void changeImage(BareRepository repository) throws IOException {
    String values = repository.text(VALUES).replace("1.16.2", "1.17.0");
    CommitId commit =
        repository
            .file(VALUES, values.getBytes(StandardCharsets.UTF_8))
            .commit("Update image tag to 1.17.0\n");
    out.println(
        "2. Dana commits to dev: image tag 1.16.2 -> 1.17.0, commit " + commit.abbreviated());
    out.println();
  }

  private Release promote(Catalog catalog, GitRepositories repositories) {
    SimulatedCluster cluster =
        SimulatedCluster.of(catalog, repositories, Clock.system())
            .syncAfter(Duration.ofMillis(300))
            .healthyAfter(Duration.ofMillis(400));
    LiveView view = new LiveView(out, terminal);
    SequentialPromoter promoter =
        SequentialPromoter.builder()
            .catalog(catalog)
            .repositories(repositories)
            .health(cluster)
            .stableFor(Duration.ofMillis(300))
            .pollEvery(Duration.ofMillis(50))
            .onChange(view::show)
            .build();
    out.println("3. alice triggers the flow; the cluster is simulated, the commits are real");
    Release started =
        promoter.trigger(Trigger.flow("three-env-promotion").product("cf-101").by("alice"));
    return promoter.await(started.id(), Duration.ofMinutes(1));
  }

  private void show(Release release, String environment, BareRepository repository)
      throws IOException {
    EnvironmentProgress progress =
        release.environments().stream()
            .filter(each -> each.name().value().equals(environment))
            .findFirst()
            .orElseThrow();
    for (ApplicationProgress application : progress.applications()) {
      if (application.commit().isPresent()) {
        CommitId commit = application.commit().get();
        out.println();
        out.println("   " + environment + "  commit " + commit);
        repository.show(commit).lines().map(line -> "   | " + line).forEach(out::println);
      }
    }
  }

  private void farewell(Release release, Path folder) {
    out.println();
    out.println(
        "Release "
            + release.id()
            + " "
            + release.status()
            + (release.status() == ReleaseStatus.SUCCEEDED
                ? ": production runs what dev and qa ran."
                : "; see the reason above."));
    out.println("Look around with: git --git-dir " + folder + "/acme/cf-101.git log -p");
  }

  /** Makes a repository with the chart once for each environment, and the values of its own. */
  private BareRepository repository(Path folder, String name, String... environments)
      throws IOException {
    BareRepository repository = BareRepository.create(folder.resolve(name));
    Path chart = examples.resolve("chart");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(chart)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (String environment : environments) {
      String base = "environments/" + environment + "/";
      for (Path file : files) {
        String path = chart.relativize(file).toString().replace('\\', '/');
        repository.file(base + path, Files.readAllBytes(file));
      }
      if (!environment.equals("dev")) {
        repository.file(base + "values-" + environment + ".yaml", own(environment));
      }
    }
    repository.commit("Deploy cf-101 1.16.2\n");
    return repository;
  }

  private static byte[] own(String environment) {
    String text =
        "# Only " + environment + " has this file, so no promotion touches it.\nreplicaCount: 3\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
