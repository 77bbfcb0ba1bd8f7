package dev.promotion.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * A repository may be checked out on any file system. Each fake folds the name of an entry as one
 * of them does; what passes as a path must be harmless on all of them.
 */
class FoldingFileSystemsTest {

  private static final Set<String> GITS_OWN = Set.of(".git", ".gitmodules", ".gitattributes");

  private static final Map<String, UnaryOperator<String>> FILE_SYSTEMS =
      Map.of(
          "as Linux",
          name -> name,
          "without case",
          name -> name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT),
          "as macOS",
          FoldingFileSystemsTest::decomposedWithoutInvisibles,
          "as Windows",
          FoldingFileSystemsTest::withoutStreamsAndTail);

  @Property(tries = 5_000)
  void noFileSystemTakesAPathForOneOfGitsOwnFiles(@ForAll("paths") String text) {
    boolean safe = RepositoryPath.fault(text).isEmpty();
    Statistics.label("path").collect(safe ? "taken" : "refused");
    Statistics.label("path")
        .coverage(
            seen -> {
              seen.check("taken").percentage(share -> share > 5.0);
              seen.check("refused").percentage(share -> share > 20.0);
            });

    if (safe) {
      for (UnaryOperator<String> fold : FILE_SYSTEMS.values()) {
        assertThat(folded(text, fold)).doesNotContainAnyElementsOf(GITS_OWN);
      }
    }
  }

  @Property(tries = 5_000)
  void noFileSystemLeadsAPathOutOfItsFolder(@ForAll("paths") String text) {
    if (RepositoryPath.fault(text).isEmpty() && !text.isEmpty()) {
      FILE_SYSTEMS.forEach(
          (name, fold) -> {
            Deque<String> walked = new ArrayDeque<>();
            for (String part : folded(text, fold)) {
              assertThat(part).as(name).isNotEmpty().isNotIn(".", "..");
              walked.push(part);
            }
            assertThat(walked).as(name).hasSameSizeAs(List.of(text.split("/", -1)));
          });
    }
  }

  /** The names that a file system goes down, each as it reads it. */
  private static List<String> folded(String path, UnaryOperator<String> fold) {
    return List.of(path.split("/", -1)).stream().map(fold).collect(Collectors.toList());
  }

  private static String decomposedWithoutInvisibles(String name) {
    StringBuilder visible = new StringBuilder();
    name.codePoints()
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .forEach(visible::appendCodePoint);
    return Normalizer.normalize(visible, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
  }

  private static String withoutStreamsAndTail(String name) {
    String main = name.split(":", 2)[0].replaceAll("[. ]+$", "").toLowerCase(Locale.ROOT);
    return main.replaceFirst("^git~1$", ".git").replaceFirst("^gitmod~1$", ".gitmodules");
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            ".",
            "..",
            "...",
            ".git",
            ".GIT",
            ".Git",
            ".g\u200Cit",
            ".gi\u0131t",
            ".g\u0130t",
            "git~1",
            "GIT~1",
            "gitmod~1",
            ".gitmodules",
            ".gitattributes",
            " ",
            "\u00A0",
            ":",
            "::$DATA",
            "\\",
            "a",
            "B",
            "caf\u00E9",
            "cafe\u0301",
            "values.yaml",
            "~",
            "\u202E",
            "\u017Fh",
            "\uFF0E",
            "\uFF0Fgit",
            "con",
            "C:",
            "\uFEFF",
            "\u3164",
            "-x",
            "\0",
            "\n");
    Arbitrary<String> part =
        pieces.list().ofMinSize(1).ofMaxSize(3).map(each -> String.join("", each));
    return part.list().ofMinSize(1).ofMaxSize(4).map(each -> String.join("/", each));
  }
}
