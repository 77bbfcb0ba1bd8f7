package dev.promotion.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is built with stays the same until somebody changes it. */
class PinnedVersionsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern VERSION = Pattern.compile("<(\\S*version)>([^<]*)</\\1>");

  @Test
  void everyVersionIsFixed() throws IOException {
    List<String> versions =
        poms().flatMap(pom -> VERSION.matcher(pom).results()).map(each -> each.group(2)).toList();

    assertThat(versions)
        .hasSizeGreaterThan(40)
        .noneMatch(
            each ->
                each.matches(".*[\\[(,)\\]].*|LATEST|RELEASE")
                    && !each.equals("[17,)")
                    && !each.equals("[3.8.6,)"))
        .filteredOn(each -> each.endsWith("-SNAPSHOT"))
        .containsOnly("0.1.0-SNAPSHOT");
  }

  @Test
  void onlyTheParentFixesVersions() throws IOException {
    assertThat(poms().skip(1))
        .isNotEmpty()
        .allSatisfy(
            pom ->
                assertThat(VERSION.matcher(pom).results().map(each -> each.group(2)))
                    .allMatch(each -> each.equals("0.1.0-SNAPSHOT") || each.startsWith("${")));
  }

  @Test
  void theBuildRefusesVersionsThatDoNotAgree() throws IOException {
    assertThat(poms().findFirst().orElseThrow())
        .contains(
            "<dependencyConvergence/>", "<requireUpperBoundDeps/>", "<requirePluginVersions/>");
  }

  @Test
  void theBuildListsItsPartsWithoutANumberOrTimeOfItsOwn() throws IOException {
    assertThat(poms().findFirst().orElseThrow())
        .contains(
            "<goal>makeAggregateBom</goal>",
            "<includeBomSerialNumber>false</includeBomSerialNumber>",
            "<project.build.outputTimestamp>");
  }

  /** The parent comes first. */
  private static Stream<String> poms() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 3)) {
      return files
          .filter(file -> file.endsWith("pom.xml") && !file.toString().contains("target"))
          .sorted(Comparator.comparingInt(Path::getNameCount))
          .map(PinnedVersionsTest::text)
          .toList()
          .stream();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
