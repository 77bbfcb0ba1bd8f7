package dev.promotion.yaml.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.release.PromotedValue;
import dev.promotion.template.NormalizedPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, paths and values are: there is a result, or one exception of our own. */
class AnyBytesTest {

  private static final List<String> SOURCES =
      List.of(
          "1", "", "'x'", "|\nx", "- 1", "a: 1", "{a: 1}", "\"\\x", "*x", "&x", "!!y z", "\n", "?");

  private static final List<String> PATHS =
      List.of("$", "$['a']", "$['a']['b']", "$[0]", "$['a'][0]", "$['<<']", "$['']", "$x", "$[9]");

  @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
  void anyBytesAreEditedOrRefused(@ForAll("seeds") long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] content = new byte[random.nextInt(60)];
    for (int index = 0; index < content.length; index++) {
      boolean mark = random.nextInt(3) == 0;
      content[index] =
          (byte)
              (mark
                  ? ":-[]{}\n \"'|>&*!?#%,a".charAt(random.nextInt(20))
                  : random.nextInt(random.nextInt(8) == 0 ? 256 : 128));
    }

    assertEditedOrRefused(content, random);
  }

  @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
  void spoiltFilesAreEditedOrRefused(@ForAll("seeds") long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] content = new GeneratedFile(seed).text().getBytes(StandardCharsets.UTF_8);
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      content[random.nextInt(content.length)] = (byte) random.nextInt(256);
    }

    assertEditedOrRefused(content, random);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "- ",
        "? ",
        "a: ",
        "\"",
        "'",
        "&a ",
        "!a ",
        "*a ",
        "|\n",
        ">\n x",
        "{a: ",
        "[a, ",
        "#",
        "a\n",
        "a: 1\n",
        "\n",
        " ",
        "\t",
        "x",
        "\\",
        "<<: ",
        "---\n",
        "%A\n",
        "\"\\",
        "a:\n ",
        "- a\n",
        "\uD83D\uDE80",
        "'a': \"b\" # c\r\n",
        "{{ x }}",
        "[[],",
        "{\"a\":1,"
      })
  void muchOfAnythingIsReadOrRefusedSoon(String piece) {
    byte[] content = piece.repeat(200_000 / piece.length()).getBytes(StandardCharsets.UTF_8);

    for (ValueFormat format : ValueFormat.values()) {
      assertThat(
              assertTimeoutPreemptively(
                  Duration.ofSeconds(20), () -> outcome(content, format, "$['a']", "1")))
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\n", "- a\n", "x ", "\"x\n", "# c\n", "[1,\n", "- |\n  x\n"})
  void aMegabyteOfAnythingIsReadOrRefused(String piece) {
    byte[] content = piece.repeat(1_000_000 / piece.length()).getBytes(StandardCharsets.UTF_8);

    for (ValueFormat format : ValueFormat.values()) {
      assertThat(outcome(content, format, "$['a']", "1")).isEqualTo("refused");
    }
  }

  @ParameterizedTest
  @EnumSource(ValueFormat.class)
  void manyAliasesAreNotFollowed(ValueFormat format) {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int index = 1; index < 60; index++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(index, index, index - 1, index - 1));
    }

    assertThat(
            outcome(
                text.append("b: 1\n").toString().getBytes(StandardCharsets.UTF_8),
                format,
                "$['b']",
                "2"))
        .isEqualTo(format == ValueFormat.YAML ? "done" : "refused");
  }

  private static void assertEditedOrRefused(byte[] content, SplittableRandom random) {
    byte[] before = content.clone();
    ValueFormat format = random.nextInt(4) == 0 ? ValueFormat.JSON : ValueFormat.YAML;
    String path = PATHS.get(random.nextInt(PATHS.size()));
    String source = SOURCES.get(random.nextInt(SOURCES.size()));

    assertThat(outcome(content, format, path, source)).isIn("done", "refused");
    assertThat(content).isEqualTo(before);
  }

  /** Returns what became of an edit; any exception that is not ours fails the test. */
  private static String outcome(byte[] content, ValueFormat format, String path, String source) {
    PromotedValue value = new PromotedValue(new NormalizedPath(path), source, source.length() > 2);
    try {
      ValueEditor.put(content, format, List.of(value));
      return "done";
    } catch (ValuesRefusedException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(2_000));
      return "refused";
    }
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }
}
