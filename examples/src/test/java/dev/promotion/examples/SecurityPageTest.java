package dev.promotion.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/security.md} to the tests that it names. */
class SecurityPageTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:#(\\w+))?`");
  private static final List<String> FEATURES =
      List.of(
          "access port",
          "approvals",
          "HTML view",
          "publishing",
          "pull requests",
          "rules on values",
          "signing",
          "view of values",
          "webhooks",
          "workflows");
  private static final List<String> KINDS =
      List.of(
          "path traversal",
          "symbolic links",
          "large files",
          "secrets in errors and logs",
          "script links",
          "expressions that never end",
          "command and argument injection",
          "several documents in one file",
          "alias bombs",
          "deserialization",
          "hooks and configuration of repositories");

  private static final Map<String, String> SOURCES = new HashMap<>();
  private static final List<List<String>> ROWS = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(SecurityPageTest::isTest).toList()) {
        // Two modules may have tests of one name.
        SOURCES.merge(
            file.getFileName().toString().replace(".java", ""),
            Files.readString(file, UTF_8),
            String::concat);
      }
    }
    for (String line : Files.readAllLines(ROOT.resolve("docs/security.md"), UTF_8)) {
      if (line.startsWith("|") && !line.startsWith("|---")) {
        ROWS.add(Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList());
      }
    }
  }

  private static boolean isTest(Path file) {
    return file.toString().endsWith("Test.java") && !file.toString().contains("target");
  }

  @Test
  void everyRequirementHasOneRow() {
    assertThat(ROWS.stream().map(row -> row.get(0)).filter(each -> each.matches("S\\d+")))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).mapToObj(n -> "S" + n).toList());
  }

  @Test
  void everyRequirementNamesATestOrTheFeatureThatItWaitsFor() {
    for (List<String> row : requirements()) {
      String proof = row.get(3);

      assertThat(TEST.matcher(proof).find() || FEATURES.stream().anyMatch(feature(proof)))
          .as("%s: %s", row.get(0), proof)
          .isTrue();
      assertThat(proof.contains("ait for:") || proof.contains("aits for:"))
          .as("%s names a feature where it waits for one", row.get(0))
          .isEqualTo(FEATURES.stream().anyMatch(feature(proof)));
    }
  }

  @Test
  void everyTestThatIsNamedIsThere() {
    List<String> named = new ArrayList<>();
    for (List<String> row : ROWS) {
      TEST.matcher(String.join(" ", row))
          .results()
          .forEach(
              test -> {
                named.add(test.group());
                assertThat(SOURCES).as("in %s", row).containsKey(test.group(1));
                if (test.group(2) != null) {
                  assertThat(SOURCES.get(test.group(1)))
                      .as("%s in %s", test.group(), row)
                      .containsPattern(
                          "(void|ArchRule|Stream<DynamicTest>)\\s+" + test.group(2) + "\\b");
                }
              });
    }
    assertThat(named).hasSizeGreaterThan(80);
  }

  @Test
  void everyKindOfAttackNamesATest() {
    for (String kind : KINDS) {
      assertThat(ROWS)
          .filteredOn(row -> row.get(0).equals(kind))
          .as(kind)
          .singleElement()
          .satisfies(row -> assertThat(row.get(1)).containsPattern(TEST));
    }
  }

  private static List<List<String>> requirements() {
    return ROWS.stream().filter(row -> row.get(0).matches("S\\d+")).toList();
  }

  private static Predicate<String> feature(String proof) {
    return feature -> proof.contains("for: " + feature);
  }
}
