package dev.promotion.yaml.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.ValuesRefusedException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** What the quick reader reads is what the engine reads, or it gives up. */
class QuickYamlReaderTest {

  private static final List<String> FRAGMENTS =
      List.of(
          "a",
          "b: ",
          "c:",
          "- ",
          "-",
          "-1",
          "  ",
          " ",
          "\n",
          "\n  ",
          "\n- ",
          "\n    ",
          "\r\n",
          "\r",
          "\t",
          "#",
          " # x",
          "'",
          "''",
          "\"",
          "\\",
          "\\n",
          "[",
          "]",
          "{",
          "}",
          ", ",
          ",",
          ": ",
          ":",
          "|",
          ">",
          "|-\n  x",
          "|+\n x\n\n",
          ">\n  y\n  z",
          "|2\n",
          "&x ",
          "*x",
          "!t ",
          "? ",
          "<<: ",
          "---",
          "\n---\n",
          "...",
          "%YAML 1.2",
          "~",
          "null",
          "\u00e9",
          "\uD83D\uDE80",
          "\uD83D",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\u0001",
          "@",
          "`",
          "=",
          "a: 1\n",
          "k:\n  - v\n",
          "{a: 1}",
          "[x, y]",
          "'q'",
          "\"d\"",
          "x: 'y' # z\n",
          "\n\n",
          "{{",
          "}}");

  private static int files;
  private static int certain;

  @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
  void realFilesAreReadAsTheEngineReadsThem(@ForAll("seeds") long seed) {
    String text = new GeneratedFile(seed).text();
    Optional<ValueTrees> quick = QuickYamlReader.read(text);

    files++;
    certain += quick.isPresent() ? 1 : 0;
    quick.ifPresent(trees -> assertThat(trees).as(text).isEqualTo(YamlTreeReader.read(text)));
  }

  @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
  void spoiltFilesAreReadAsTheEngineReadsThem(@ForAll("seeds") long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(new GeneratedFile(seed).text());
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(6));
      text.replace(from, to, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
    }

    assertSame(text.toString());
  }

  @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
  void anyTextIsReadAsTheEngineReadsIt(@ForAll("seeds") long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(14); left > 0; left--) {
      text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
    }

    assertSame(text.toString());
  }

  @AfterContainer
  static void manyFilesAreCertain() {
    assertThat(certain).as("of %s files", files).isGreaterThan(files / 6);
  }

  private static void assertSame(String text) {
    QuickYamlReader.read(text).ifPresent(trees -> assertThat(trees).as(text).isEqualTo(read(text)));
  }

  private static Object read(String text) {
    try {
      return YamlTreeReader.read(text);
    } catch (ValuesRefusedException refused) {
      return refused.getMessage();
    }
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }
}
