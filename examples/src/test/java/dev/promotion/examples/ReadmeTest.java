package dev.promotion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.yaml.PromotionYaml;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that the README shows compile and run as they stand there. */
class ReadmeTest {

  private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  private static final String IMPORTS =
      """
      import static dev.promotion.testkit.ReleaseAssert.assertThat;
      import dev.promotion.catalog.Catalog;
      import dev.promotion.flow.FlowStep;
      import dev.promotion.flow.PromotionFlow;
      import dev.promotion.git.GitRepositories;
      import dev.promotion.port.Clock;
      import dev.promotion.port.Health;
      import dev.promotion.promoter.PromotionPlan;
      import dev.promotion.promoter.SequentialPromoter;
      import dev.promotion.promoter.Trigger;
      import dev.promotion.release.Release;
      import dev.promotion.release.ReleaseStatus;
      import dev.promotion.testkit.PromotionScenario;
      import dev.promotion.testkit.SimulatedCluster;
      import dev.promotion.view.ReleaseView;
      import dev.promotion.yaml.PromotionYaml;
      import java.nio.file.Path;
      import java.time.Duration;
      import org.junit.jupiter.api.Test;
      """;

  @TempDir Path folder;

  @Test
  void theProgramThatEmbedsThePromoterPromotes() throws Exception {
    prepareRepositories();

    String output =
        run(
            """
            public class Main {
              public static void main(String[] args) throws Exception {
                Health cluster =
                    SimulatedCluster.of(
                        PromotionYaml.readCatalog(Path.of("promotion")),
                        GitRepositories.open(Path.of("repositories")),
                        Clock.system());
            %s
              }
            }
            """
                .formatted(program(0)));

    assertThat(output).contains("cf-101", "SUCCEEDED", "✓ production");
  }

  @Test
  void theProgramThatPlansShowsWhatWouldChange() throws Exception {
    prepareRepositories();

    String output =
        run(
            """
            public class Main {
              public static void main(String[] args) throws Exception {
                Catalog catalog = PromotionYaml.readCatalog(Path.of("promotion"));
                GitRepositories repositories = GitRepositories.open(Path.of("repositories"));
                SequentialPromoter promoter =
                    SequentialPromoter.builder()
                        .catalog(catalog)
                        .repositories(repositories)
                        .health(SimulatedCluster.of(catalog, repositories, Clock.system()))
                        .build();
            %s
              }
            }
            """
                .formatted(program(1)));

    assertThat(output)
        .contains(
            "qa: action commit (the default)", "environments/qa/values.yaml", "-tag: 1", "+tag: 2")
        .doesNotContain("refused");
  }

  @Test
  void theTemplateIsRead() throws IOException {
    Matcher yaml =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../README.md")));
    assertThat(yaml.find()).isTrue();

    assertThat(PromotionYaml.readCatalog(yaml.group(1)).templates())
        .singleElement()
        .hasToString("image-tags");
  }

  @Test
  void theTestOfAFlowPasses() throws Exception {
    String output =
        run(
            """
            public class Main {
              final PromotionFlow flow =
                  PromotionFlow.of(
                      "three-env-promotion",
                      "dev",
                      FlowStep.of("qa", "dev"),
                      FlowStep.of("production", "qa"));
            %s
              public static void main(String[] args) {
                new Main().productionWaitsForQa();
                System.out.println("passed");
              }
            }
            """
                .formatted(program(2)));

    assertThat(output.strip()).endsWith("passed");
  }

  private static String program(int index) throws IOException {
    Matcher programs = PROGRAM.matcher(Files.readString(Path.of("../README.md")));
    List<String> found = new ArrayList<>();
    while (programs.find()) {
      found.add(programs.group(1));
    }
    assertThat(found).hasSize(3);
    return found.get(index);
  }

  /** Makes the folders that the program expects beside it: its documents and its repositories. */
  private void prepareRepositories() throws IOException {
    Path examples = Path.of("").toAbsolutePath();
    Files.createSymbolicLink(folder.resolve("promotion"), examples.resolve("promotion"));
    Path repositories = Files.createDirectory(folder.resolve("repositories"));
    try (BareRepository main = BareRepository.create(repositories.resolve("acme/cf-101.git"));
        BareRepository production =
            BareRepository.create(repositories.resolve("acme/cf-101-production.git"))) {
      byte[] tag = "tag: 1\n".getBytes(StandardCharsets.UTF_8);
      main.file("environments/dev/values.yaml", "tag: 2\n".getBytes(StandardCharsets.UTF_8))
          .file("environments/qa/values.yaml", tag)
          .commit("Deploy\n");
      production.file("environments/production/values.yaml", tag).commit("Deploy\n");
    }
  }

  private String run(String source) throws Exception {
    compile(source);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-ea",
                "-Dfile.encoding=UTF-8",
                "-cp",
                CLASS_PATH + System.getProperty("path.separator") + folder,
                "Main")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private void compile(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("Main.java"), IMPORTS + source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("-proc:none", "-cp", CLASS_PATH, "-d", folder.toString()),
                  null,
                  files.getJavaFileObjects(file))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }
}
