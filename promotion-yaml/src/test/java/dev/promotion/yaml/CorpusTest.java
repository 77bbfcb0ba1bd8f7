package dev.promotion.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads the vendor's own documents wherever a folder of them lies beside the project, or where the
 * system property {@code promotion.corpus} says; elsewhere there is nothing to test.
 */
class CorpusTest {

  private static final Path CORPUS =
      Path.of(System.getProperty("promotion.corpus", "../../shared/corpus"));

  @TestFactory
  Stream<DynamicTest> everyDocumentOfTheVendorIsReadOrIsOnlyNotSupportedYet() throws IOException {
    return files("codefresh")
        .map(file -> dynamicTest(file.getFileName().toString(), () -> readOrWaitFor(file)));
  }

  @TestFactory
  Stream<DynamicTest> theQuickStartOfTheVendorIsRead() throws IOException {
    return files("quickstart")
        .limit(1)
        .map(
            file ->
                dynamicTest(
                    "quickstart",
                    () ->
                        assertThat(
                                PromotionYaml.readCatalog(CORPUS.resolve("quickstart")).products())
                            .hasToString("[demo-trioapp]")));
  }

  /** The environments of a single document are not there, and some kinds are not followed yet. */
  private static void readOrWaitFor(Path file) {
    try {
      assertThat(PromotionYaml.readCatalog(file)).isNotNull();
    } catch (InvalidDefinitionException refused) {
      List<Problem> problems = refused.problems();
      assertThat(problems)
          .extracting(Problem::code)
          .isSubsetOf(ProblemCode.NOT_SUPPORTED_YET, ProblemCode.UNKNOWN_ENVIRONMENT);
    }
  }

  private static Stream<Path> files(String folder) throws IOException {
    Path root = CORPUS.resolve(folder);
    if (!Files.isDirectory(root)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }
}
