package dev.promotion.yaml.internal.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the public compliance suite of JSONPath wherever it lies beside the project, or where the
 * system property {@code promotion.corpus} says; elsewhere there is nothing to test.
 */
class ComplianceSuiteTest {

  private static final Path SUITE =
      Path.of(System.getProperty("promotion.corpus", "../../shared/corpus"), "jsonpath/cts.json");

  @TestFactory
  Stream<DynamicTest> everyCaseOfTheSuiteIsMet() {
    return cases().map(each -> dynamicTest(each.get("name").stringValue(), () -> assertMet(each)));
  }

  private static void assertMet(JsonNode each) {
    String path = each.get("selector").stringValue();
    if (each.has("invalid_selector")) {
      assertThat(
              catchThrowableOfType(InvalidDefinitionException.class, () -> PathQuery.parse(path)))
          .extracting(InvalidDefinitionException::code)
          .isEqualTo(ProblemCode.PATH_SYNTAX);
      return;
    }
    PathQuery query = PathQuery.parse(path);
    List<Node> found = query.find(JsonTree.of(each.get("document")));

    assertThat(query.warnings()).isEmpty();
    assertThat(List.of(values(found), paths(found))).isIn(allowed(each));
    assertThat(PathQuery.parse(query.toString())).hasToString(query.toString());
  }

  private static String values(List<Node> found) {
    return found.stream().map(node -> (JsonTree) node.value()).toList().toString();
  }

  private static String paths(List<Node> found) {
    return found.stream().map(Node::path).toList().toString();
  }

  /** Returns values and paths of every outcome that is right; members of an object may be mixed. */
  private static List<List<String>> allowed(JsonNode each) {
    if (each.has("result")) {
      return List.of(allowed(each.get("result"), each.get("result_paths")));
    }
    JsonNode results = each.get("results");
    JsonNode paths = each.get("results_paths");
    return Stream.iterate(0, index -> index + 1)
        .limit(results.size())
        .map(index -> allowed(results.get(index), paths.get(index)))
        .toList();
  }

  private static List<String> allowed(JsonNode values, JsonNode paths) {
    return List.of(
        elements(values).map(JsonTree::of).toList().toString(),
        elements(paths).map(JsonNode::stringValue).toList().toString());
  }

  private static Stream<JsonNode> cases() {
    return Files.isRegularFile(SUITE)
        ? elements(new JsonMapper().readTree(SUITE.toFile()).get("tests"))
        : Stream.empty();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
