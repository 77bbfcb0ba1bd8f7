package dev.promotion.yaml.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.PromotedValue;
import dev.promotion.template.NormalizedPath;
import dev.promotion.yaml.internal.values.GeneratedFile.Kind;
import dev.promotion.yaml.internal.values.GeneratedFile.Site;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Edits files made by chance, as many as the system property {@code promotion.values.files} says.
 */
class EditedFilesTest {

  private static final int TRIES = 100;

  private static final int FILES_A_TRY =
      Integer.getInteger("promotion.values.files", 50_000) / TRIES;

  private static final Map<Kind, List<String>> VALUES =
      Map.of(
          Kind.SCALAR,
          List.of(
              "0.1",
              "1.10",
              "\"3.0\"",
              "~",
              "NO",
              "0x1F",
              "\"a, b] {c: d} # e\"",
              "'x: y'",
              "\uD83D\uDE80",
              "p:\"q",
              "one\n  two\n\n  three",
              "\"one\n  two\\\n  three\"",
              "|\necho 'a: b'\n\n  deeper\n# text",
              "|-\nx",
              ">\nfolded\ntext\n\n  more",
              "|2-\n  led\nback",
              "|+\nkept"),
          Kind.NULL,
          List.of("v", "", "null", "k: v", "- 1\n- 2"),
          Kind.MAP,
          List.of(
              "{}",
              "{a: 1, b: [x, 'y']}",
              "{\n  a: 1,\n  b: 2\n}",
              "a: 1",
              "a: 1 # one\n# two\nb:\n- x\n- y: |\n    text\n\n  z: 'q'\n\n\"c\":",
              "a:\n  b: {c: d}"),
          Kind.LIST,
          List.of(
              "[]",
              "[1, {a: b}]",
              "[\n  1,\n  2\n]",
              "- 1",
              "- a: 1\n  b: 2\n\n- - x\n  - |\n    t"));

  private static int files;
  private static int edits;
  private static int refused;

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void onlyTheValuesChangeAndTheFileSaysWhatWasIntended(@ForAll("seeds") long seed) {
    for (int index = 0; index < FILES_A_TRY; index++) {
      assertEdited(seed + index);
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void valuesAreFoundWhereTheyStandAndPutThereChangeNothing(@ForAll("seeds") long seed) {
    for (int index = 0; index < FILES_A_TRY / 10; index++) {
      assertUnchanged(seed + index);
    }
  }

  @AfterContainer
  static void nearlyAllEditsWereMade() {
    assertThat(refused).as("refused of %s files, %s edits", files, edits).isLessThan(files / 5 + 1);
  }

  private static void assertEdited(long seed) {
    GeneratedFile file = new GeneratedFile(seed);
    SplittableRandom random = new SplittableRandom(~seed);
    List<Site> chosen = chosen(file, random);
    if (chosen.isEmpty()) {
      return;
    }
    List<PromotedValue> values = new ArrayList<>();
    for (Site site : chosen) {
      List<String> all = VALUES.get(site.kind());
      values.add(value(site.path(), all.get(random.nextInt(all.size()))));
    }
    files++;
    edits += values.size();
    try {
      new Oracle(file.text()).checkEdit(chosen, values, put(file.text(), values));
    } catch (ValuesRefusedException expected) {
      refused++;
      assertThat(expected.problems())
          .as("seed %s", seed)
          .allMatch(problem -> mayBeRefused(problem.code(), chosen, values));
    }
  }

  private static void assertUnchanged(long seed) {
    GeneratedFile file = new GeneratedFile(seed);
    new Oracle(file.text()).checkSites(file.sites());
    ValueFile read = ValueFile.of(file.text(), false, ValueFormat.YAML);
    PlaceFinder finder = new PlaceFinder(read);
    for (Site site : chosen(file, new SplittableRandom(~seed))) {
      Place place = Place.of(new NormalizedPath(site.path()));
      finder
          .find(place, new ArrayList<>())
          .filter(way -> Portability.problem(way.spot()).isEmpty())
          .ifPresent(
              way -> {
                String source = read.source(way.spot().chain());
                assertThat(NewValue.of(source, ValueFormat.YAML).text()).isEqualTo(source);
                assertThat(put(file.text(), List.of(value(site.path(), source))))
                    .isEqualTo(file.text());
              });
    }
  }

  private static List<Site> chosen(GeneratedFile file, SplittableRandom random) {
    List<Site> free = new ArrayList<>(file.freeSites());
    List<Site> chosen = new ArrayList<>();
    for (int left = 1 + random.nextInt(3); left > 0 && !free.isEmpty(); left--) {
      Site site = free.get(random.nextInt(free.size()));
      chosen.add(site);
      free.removeIf(
          each -> each.path().startsWith(site.path()) || site.path().startsWith(each.path()));
    }
    return chosen;
  }

  private static boolean mayBeRefused(
      ProblemCode code, List<Site> sites, List<PromotedValue> values) {
    if (code == ProblemCode.PATH_MANY) {
      return sites.stream().anyMatch(site -> site.path().matches("\\$(\\[\\d+])*"));
    }
    return code == ProblemCode.VALUE_STYLE
        && (sites.stream().anyMatch(Site::inBrackets)
            || values.stream().anyMatch(value -> value.source().contains("|"))
            || values.stream().anyMatch(value -> value.source().startsWith(">")));
  }

  private static PromotedValue value(String path, String source) {
    return new PromotedValue(new NormalizedPath(path), source, false);
  }

  private static String put(String text, List<PromotedValue> values) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return new String(ValueEditor.put(content, ValueFormat.YAML, values), StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }
}
