package dev.promotion.yaml.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.ValuesRefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** What the quick reader reads is what the engine reads, or it gives up. */
class QuickYamlReaderTest {

  private static final List<String> CERTAIN =
      List.of(
          "",
          "# c",
          "a: b c#d -e:f\n",
          "a: -1\nb: -.5\n",
          "a: \"\\u00e9\\\"\\\\\\/\\n\\t\" # c\n'b': 'c''d'\n",
          "a: {b: [c, 'd'], \"e\": f#g}\n",
          "a: [\n  1,\n\n  2,\n]\n",
          "{}\n# c\n",
          "[]",
          "a:\n- 1\n-\n- b: 2\n  c:\n- - x\n  - y\n- [z]\nd:\n",
          "---\na: 1\n---\n- b\n",
          "a: |\n  b\n\n   c\n\nd: >-\n  e\n  f\ng: |2+\n    h\n\n",
          "a: |\r\n  b\r\nc: 1\r\n",
          "a: # b\n  c: 1\n",
          "\uD83D\uDE80: \u00e9\n");

  private static final List<String> UNCERTAIN =
      List.of(
          "a",
          " a: 1",
          "a: b: c",
          "a: b:",
          "a : 1",
          "a: 1\n  b",
          "a: 1\n- b",
          "- a\nb: 1",
          "- a\n - b",
          "a:\n  b",
          "a: &x 1",
          "a: *x",
          "a: !t b",
          "? a",
          "%YAML 1.2\n",
          "a: 1\n...",
          "{\n... a: 1}",
          "a: {b: 1,\n...}",
          "a: [\n---\n]",
          "[\n%a]",
          "--- a",
          "---",
          "---\n---\na: 1",
          "a: 1\n---",
          "--a: 1",
          "a: \"b",
          "a: 'b",
          "a: \"\\x41\"",
          "a: \"\\u00g0\"",
          "a: \"\\ud83d\"",
          "a: \"\\u00\"",
          "a: \"\\u\u0661234\"",
          "a: \"b\" c",
          "a: 'b':",
          "\"a\":1",
          "a: {b}",
          "a: {b: }",
          "a: {b :c}",
          "a: {b : c}",
          "a: [b: c]",
          "a: [b",
          "a: [b # c\n]",
          "a: [b[c]]",
          "a: [b{c}]",
          "a: [b?c]",
          "a: [b\tc]",
          "a: [b c\n d]",
          "a: {b: c d: e}",
          "a: [1] b",
          "a: [1",
          "a: |",
          "a: |\n",
          "a: |\nb: 1",
          "a: |\n  b",
          "a: |x\n  b\n",
          "a: |--\n  b\n",
          "a: |11\n  b\n",
          "a: |0\n b\n",
          "a: |\n\n  b\n",
          "a: |\n\tb\n",
          "a: >\n  b\n\n  c\n",
          "a: >\n  b\n   c\n",
          "a: >\n  b\n  \tc\n",
          "a: |2\n  \nb: 1\n",
          "a: 1\na: 2",
          "{a: 1, a: 2}",
          "a:\tb",
          "\ta: 1",
          "a: b\tc\n",
          "a: 1\rb: 2",
          "a: \u0001",
          "a: \u007f",
          "a: \u2028",
          "a: \u2029",
          "a: \uFEFF",
          "a: \uFFFE",
          "a: \uD83D",
          "a: \uDE80",
          "\uDE80",
          "\uD83Da: 1",
          "a: @b",
          "- \u00e9\n- -\u00e9",
          "{{a}}",
          "x".repeat(1001) + ": 1",
          "[".repeat(101) + "]".repeat(101),
          "- ".repeat(101) + "a",
          "a: 1\nb: 1\nc: 1\nd: 1\ne: 1\nf: 1\ng: 1\nh: 1\ni: 1\na: 1\n");

  /** A tab stands for a blank, and the engine refuses all but the first. */
  private static final List<String> WITH_TABS =
      List.of(
          "a: 1\t# c\nb: 'x' # d\n",
          "a: 'x'\t# c\nb: 2\n",
          "a: \"x\" \t # c\r\nb: 2\r\n",
          "a: [1, 2]\t# c\nb: {c: 1}\t\n",
          "a:\t# c\n  b: 2\nc: \t# d\n- 1\n",
          "a: |\t# c\n  x\t\n  \ty\nb: 1\n",
          "- 'x'\t# c\n-\t# d\n  a: 1\n-\t\n",
          "\t# c\na: 1\n\t# d\n  \t\n\t\nb:\n\t# e\n  c: 1\n",
          "- a:\t# c\n    b: 1\n");

  /** A tab is for indentation, or between words; that it is a blank would be a guess. */
  private static final List<String> WITH_OTHER_TABS =
      List.of(
          "a:\tb\n",
          "a:\t'b'\n",
          "-\ta\n",
          "-\t- a\n",
          "- a:\tb\n",
          "\ta: 1\n",
          "a:\n\tb: 1\n",
          "a:\n  \tb: 1\n",
          "'a'\t: 1\n",
          "a: 'b'\tc\n",
          "a: [1]\tb\n",
          "a: {b:\t1}\n",
          "a: ['b'\t, 1]\n",
          "---\t# c\na: 1\n",
          "a: |\n  b\n\t# c\nd: 1\n",
          "a: |\n  b\n\t\nd: 1\n",
          "a: |\n  b\n \t# c\nd: 1\n",
          "a: >\n\t\n  b\n");

  private static int files;
  private static int certain;
  private static int aligned;

  @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
  void realFilesAreReadAsTheEngineReadsThem(@ForAll("seeds") long seed) {
    String text = new GeneratedFile(seed).text();
    Optional<ValueTrees> quick = QuickYamlReader.read(text);

    files++;
    certain += quick.isPresent() ? 1 : 0;
    quick.ifPresent(trees -> assertThat(trees).as(text).isEqualTo(YamlTreeReader.read(text)));
  }

  @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
  void spoiltFilesAreReadAsTheEngineReadsThem(@ForAll("seeds") long seed) {
    String text = new GeneratedFile(seed).text();

    assertSame(YamlFragments.spoilt(text, new SplittableRandom(seed)));
  }

  @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
  void anyTextIsReadAsTheEngineReadsIt(@ForAll("seeds") long seed) {
    assertSame(YamlFragments.text(new SplittableRandom(seed)));
  }

  /** A tab for a blank means what a blank means; where it does not, nothing is read. */
  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void filesWithTabsAreReadAsTheEngineReadsThemWithSpaces(@ForAll("seeds") long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(new GeneratedFile(seed).text());
    for (int left = random.nextInt(6); left > 0; left--) {
      int at = random.nextInt(text.length() + 1);
      boolean spaceOrEnd = at < text.length() && text.charAt(at) == ' ';
      text.replace(at, spaceOrEnd ? at + 1 : at, random.nextBoolean() ? "\t" : "\t# x");
    }
    int comment = text.indexOf(" #");
    if (comment >= 0) {
      text.setCharAt(comment, '\t');
    }

    assertSameWithTabs(text.toString());
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void anyTextWithTabsIsReadAsTheEngineReadsItWithSpaces(@ForAll("seeds") long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(YamlFragments.text(random));
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      text.insert(random.nextInt(text.length() + 1), "\t");
    }

    assertSameWithTabs(text.toString());
  }

  private static void assertSameWithTabs(String text) {
    Optional<ValueTrees> quick = QuickYamlReader.readWithTabs(text);
    quick.ifPresent(
        trees -> {
          aligned += read(text) instanceof ValueTrees ? 0 : 1;
          assertThat(read(withSpaces(text, trees))).as(text).isEqualTo(trees);
        });
  }

  /** Returns a text with a space for each tab that is not part of a value. */
  private static String withSpaces(String text, ValueTrees trees) {
    boolean[] inside = new boolean[text.length()];
    trees.documents().forEach(root -> mark(root, text, inside));
    StringBuilder spaced = new StringBuilder(text);
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) == '\t' && !inside[index]) {
        spaced.setCharAt(index, ' ');
      }
    }
    return spaced.toString();
  }

  private static void mark(ValueNode node, String text, boolean[] inside) {
    if (node instanceof ValueScalar scalar) {
      int from = scalar.style().isBlock() ? Lines.end(text, node.start()) : node.start();
      Arrays.fill(inside, from, Math.max(from, Math.min(node.end(), inside.length)), true);
    } else if (node instanceof ValueMap map) {
      map.members()
          .forEach(
              member -> {
                mark(member.key(), text, inside);
                mark(member.value(), text, inside);
              });
    } else if (node instanceof ValueList list) {
      list.items().forEach(item -> mark(item, text, inside));
    }
  }

  @Example
  void tabsBeforeCommentsAndAtTheEndOfALineAreBlanks() {
    for (String text : WITH_TABS) {
      assertThat(QuickYamlReader.readWithTabs(text)).as(text).isPresent();
      assertSameWithTabs(text);
    }
    assertThat(WITH_TABS.stream().skip(1))
        .allSatisfy(text -> assertThat(read(text)).isInstanceOf(String.class));
    assertThat(QuickYamlReader.readWithTabs("a: 1\n")).isEmpty();
  }

  @Example
  void otherTabsAreNotTakenForBlanks() {
    for (String text : WITH_OTHER_TABS) {
      assertThat(QuickYamlReader.readWithTabs(text)).as(text).isEmpty();
    }
  }

  @Example
  void whatIsCommonIsCertain() {
    for (String text : CERTAIN) {
      assertThat(QuickYamlReader.read(text))
          .as(text)
          .hasValueSatisfying(trees -> assertThat(trees).isEqualTo(YamlTreeReader.read(text)));
    }
  }

  @Example
  void whatIsUncommonIsLeftToTheEngine() {
    for (String text : UNCERTAIN) {
      assertThat(QuickYamlReader.read(text)).as(text).isEmpty();
    }
  }

  @AfterContainer
  static void manyFilesAreCertain() {
    assertThat(certain).as("of %s files", files).isGreaterThan(files / 6);
    assertThat(aligned).as("files with tabs that the engine refuses").isGreaterThan(files / 100);
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
