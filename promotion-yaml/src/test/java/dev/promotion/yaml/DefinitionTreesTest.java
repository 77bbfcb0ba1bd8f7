package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Documents.SEED_FLOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlParser;
import dev.promotion.yaml.internal.values.GeneratedFile;
import dev.promotion.yaml.internal.values.YamlFragments;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/**
 * What is read quickly is what the engine reads, to the column; what the engine refuses is never
 * read quickly.
 */
@AddLifecycleHook(ProofTries.class)
class DefinitionTreesTest {

  private static int texts;
  private static int quick;

  @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
  void definitionsAreReadAsTheEngineReadsThem(@ForAll("seeds") long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String text = definitions(seed, random);

    assertSame(random.nextBoolean() ? text : YamlFragments.spoilt(text, random));
  }

  @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
  void otherFilesAreReadAsTheEngineReadsThem(@ForAll("seeds") long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String text = new GeneratedFile(seed).text();

    assertSame(random.nextBoolean() ? text : YamlFragments.spoilt(text, random));
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void anyTextIsReadAsTheEngineReadsIt(@ForAll("seeds") long seed) {
    assertSame(YamlFragments.text(new SplittableRandom(seed)));
  }

  @Test
  void theCommonFormIsReadQuickly() {
    assertThat(DefinitionTrees.quick(ENVIRONMENTS + "---\n" + SEED_FLOW)).isPresent();
    assertThat(
            DefinitionTrees.quick("a: \uD83D\uDE80 # b\n\uD83D\uDE80: {c: \uD83D\uDE80, d: 1}\r\n"))
        .contains(
            engine("a: \uD83D\uDE80 # b\n\uD83D\uDE80: {c: \uD83D\uDE80, d: 1}\r\n").orElseThrow());
  }

  @Test
  void whatGoesBeyondALimitIsLeftToTheEngine() {
    for (String text :
        List.of(
            "[".repeat(YamlParser.MOST_DEPTH) + "]".repeat(YamlParser.MOST_DEPTH),
            "- ".repeat(YamlParser.MOST_DEPTH - 1) + "a",
            "[" + "a, ".repeat(YamlParser.MOST_NODES - 1) + "]",
            "- a\n".repeat(YamlParser.MOST_NODES - 1),
            ("- a\n".repeat(YamlParser.MOST_NODES - 1) + "---\n").repeat(2) + "[]",
            "[]\n---\n".repeat(YamlParser.MOST_DOCUMENTS - 1) + "[]")) {
      assertThat(DefinitionTrees.quick(text)).isPresent().isEqualTo(engine(text));
    }
    for (String text :
        List.of(
            "[".repeat(YamlParser.MOST_DEPTH + 1) + "]".repeat(YamlParser.MOST_DEPTH + 1),
            "- ".repeat(YamlParser.MOST_DEPTH) + "a",
            "[" + "a, ".repeat(YamlParser.MOST_NODES) + "]",
            "[]\n---\n" + "- a\n".repeat(YamlParser.MOST_NODES) + "---\n[]",
            "[]\n---\n".repeat(YamlParser.MOST_DOCUMENTS) + "[]",
            "a: 1\na: 2",
            "a: &b 1",
            "a: [*b]",
            "a: !b 1")) {
      assertThat(DefinitionTrees.quick(text)).isEmpty();
    }
  }

  @AfterContainer
  static void manyTextsAreReadQuickly() {
    assertThat(quick).as("of %s texts", texts).isGreaterThan(texts / 5);
  }

  private static void assertSame(String text) {
    Optional<List<YamlNode>> read = DefinitionTrees.quick(text);

    texts++;
    quick += read.isPresent() ? 1 : 0;
    read.ifPresent(trees -> assertThat(engine(text)).as(text).contains(trees));
  }

  /** Returns the documents of a text, or empty if something is wrong with it. */
  private static Optional<List<YamlNode>> engine(String text) {
    Findings findings = new Findings();
    List<YamlNode> documents = YamlParser.parse(text, findings);
    return findings.none() ? Optional.of(documents) : Optional.empty();
  }

  private static String definitions(long seed, SplittableRandom random) {
    RandomDefinitions definitions = new RandomDefinitions(new Random(seed));
    DefinitionWriter writer = DefinitionWriter.ofPromotion();
    return switch (random.nextInt(6)) {
      case 0 -> SEED_FLOW + "---\n" + writer.write(definitions.product());
      case 1 -> writer.write(definitions.flow());
      case 2 -> writer.write(definitions.policy());
      case 3 -> writer.write(definitions.template());
      case 4 -> writer.write(definitions.environment()) + "---\n" + Documents.flow("timeout: 1h");
      default -> ENVIRONMENTS + "# end\n---\n" + Documents.application("source: {repoURL: x}");
    };
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }
}
