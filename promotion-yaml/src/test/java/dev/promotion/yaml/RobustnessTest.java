package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Documents.SEED_FLOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.problem.InvalidDefinitionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read, the outcome is a catalog or one exception of our own. */
class RobustnessTest {

  private static final String TEXT =
      ENVIRONMENTS
          + "---\n"
          + SEED_FLOW
          + "---\n"
          + Documents.application("source: {repoURL: https://h/a, path: b}");

  @Property(tries = 200)
  void anEditOfGoodDocumentsGivesACatalogOrProblems(
      @ForAll("places") int place,
      @ForAll @IntRange(max = 12) int removed,
      @ForAll("fragments") String inserted) {
    int end = Math.min(TEXT.length(), place + removed);

    assertThat(outcome(TEXT.substring(0, place) + inserted + TEXT.substring(end)))
        .isBetween(0, 100);
  }

  @Property(tries = 200)
  void anyTextGivesACatalogOrProblems(@ForAll("texts") String text) {
    assertThat(outcome(text)).isBetween(0, 100);
  }

  @Property(tries = 50)
  void anyBytesGiveACatalogOrProblems(@ForAll byte[] bytes) throws IOException {
    Path file = Files.createTempFile("promotion", ".yaml");
    try {
      Files.write(file, bytes);
      Files.write(file, SEED_FLOW.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);

      assertThat(outcome(() -> PromotionYaml.readCatalog(file))).isBetween(0, 100);
    } finally {
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"- a\n", "---\na: 1\n", "\"x\n", "'a': \"b\" # c\r\n"})
  void aMegabyteOfAnythingGivesProblems(String piece) {
    String much = piece.repeat(990_000 / piece.getBytes(StandardCharsets.UTF_8).length);

    assertThat(outcome(much)).isBetween(1, 100);
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, TEXT.length());
  }

  @Provide
  Arbitrary<String> fragments() {
    Arbitrary<String> marks =
        Arbitraries.of(
            "",
            "\n",
            " ",
            "\t",
            ":",
            ": ",
            "- ",
            "? ",
            "&a ",
            "*a",
            "!!x ",
            "<<: ",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "|\n",
            ">-\n",
            "#",
            "%YAML 1.2\n",
            "---\n",
            "...\n",
            "~",
            "0x1",
            "NO",
            "\\x",
            "\u0000",
            "\u200B",
            "\u202E",
            "\uFEFF",
            "\uD800",
            "\uD83D\uDE00",
            "@",
            "`",
            ",");
    return marks.list().ofMaxSize(4).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> lines =
        Arbitraries.of(
            "apiVersion: promotion.dev/v1",
            "kind: PromotionFlow",
            "kind: Product",
            "metadata:",
            "  name: a",
            "spec:",
            "  steps:",
            "  - environment: b",
            "    dependsOn:",
            "    - c",
            "  triggerEnvironment: c",
            "---",
            "  x: &y [*y]",
            "  ? - z",
            "  : w",
            "",
            "# v");
    return lines.list().ofMaxSize(20).map(each -> String.join("\n", each));
  }

  private static int outcome(String text) {
    return outcome(() -> PromotionYaml.readCatalog(text));
  }

  /** Returns the number of problems; any other exception fails the test. */
  private static int outcome(Runnable reading) {
    try {
      reading.run();
      return 0;
    } catch (InvalidDefinitionException refused) {
      assertThat(refused.problems())
          .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(2_000));
      return refused.problems().size();
    }
  }
}
