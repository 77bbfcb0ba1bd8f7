package dev.promotion.yaml.internal.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is written in a path or a document takes more than a bounded time and memory. */
class PathLimitsTest {

  private static final JsonTree LEAF = JsonTree.of("\"a\"");

  private static String refused(String path) {
    return refused(() -> PathQuery.parse(path));
  }

  private static String refused(String path, JsonTree document) {
    PathQuery query = PathQuery.parse(path);
    return refused(() -> query.find(document));
  }

  private static String refused(Runnable search) {
    InvalidDefinitionException refused =
        catchThrowableOfType(InvalidDefinitionException.class, search::run);
    assertThat(refused.code()).isEqualTo(ProblemCode.PATH_LIMIT);
    return refused.problems().get(0).message();
  }

  private static JsonTree wide(int size) {
    return JsonTree.list(Collections.nCopies(size, LEAF));
  }

  private static JsonTree deep(int levels) {
    JsonTree tree = LEAF;
    for (int level = 0; level < levels; level++) {
      tree = JsonTree.list(List.of(tree));
    }
    return tree;
  }

  @Test
  void theLongestPathIsReadAndOneCharacterMoreIsNot() {
    String longest = "$." + "a".repeat(PathQuery.MOST_LENGTH - 2);

    assertThat(PathQuery.parse(longest)).hasToString(longest);
    assertThat(refused(longest + "a"))
        .endsWith(
            "is beyond the limits of a path (position 10001):"
                + " it has 10001 characters, the limit is 10000");
  }

  @Test
  void thePathWithTheMostStepsIsReadAndOneStepMoreIsNot() {
    String most = "$" + ".a".repeat(PathQuery.MOST_SEGMENTS);

    assertThat(PathQuery.parse(most)).hasToString(most);
    assertThat(refused(most + ".b"))
        .contains("(position 402)")
        .endsWith("it has more than 200 steps, which is the limit");
    assertThat(refused("$" + ".a".repeat(4_999))).contains("steps");
    assertThat(refused("$[?@" + "[0]".repeat(201) + "]")).contains("steps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "!(", "@[?", "$[?@[?", "count(@[?", "length(value(@[?("})
  void conditionsAreNestedOnlySoDeep(String part) {
    assertThat(refused("$[?" + part.repeat(400))).endsWith("it is nested deeper than 32 levels");
  }

  @Test
  void theDeepestConditionIsReadAndOneLevelMoreIsNot() {
    String inner = "@.a";
    String deepest = "$[?" + "(".repeat(31) + inner + ")".repeat(31) + "]";

    assertThat(PathQuery.parse(deepest)).hasToString("$[?@.a]");
    assertThat(refused("$[?(" + deepest.substring(3, deepest.length() - 1) + ")]"))
        .contains("nested deeper");
  }

  @Test
  void conditionsBesideEachOtherDoNotCountAsDepth() {
    String many = "$[?" + "(@.a) && length(@.a) == 1 || ".repeat(100) + "@.b]";

    assertThat(PathQuery.parse(many).find(wide(2))).isEmpty();
  }

  @Test
  void theMostValuesAreFoundAndOneMoreIsNot() {
    assertThat(PathQuery.parse("$[*]").find(wide(PathQuery.MOST_RESULTS)))
        .hasSize(PathQuery.MOST_RESULTS);
    assertThat(refused("$[*]", wide(PathQuery.MOST_RESULTS + 1)))
        .isEqualTo("'$[*]' finds more than 10000 values; promote what holds them");
  }

  @Test
  void aSearchStopsAfterTheMostSteps() {
    assertThat(refused("$..*..*..*..*..[?@.a]", deep(200)))
        .endsWith("lead to the values more directly");
    assertThat(refused("$[?$[?$[?@ == 'b']]]", wide(200)))
        .isEqualTo(
            "'$[?$[?$[?@ == 'b']]]' takes more than 250000 steps;"
                + " lead to the values more directly");
  }

  @Test
  void aDocumentOfManyValuesIsSearchedAsAWhole() {
    assertThat(PathQuery.parse("$..x").find(wide(240_000))).isEmpty();
    assertThat(PathQuery.parse("$..[?@.x]").find(wide(80_000))).isEmpty();
  }

  @Test
  void aDocumentIsSearchedOnlySoDeep() {
    assertThat(PathQuery.parse("$..x").find(deep(PathQuery.MOST_DEPTH - 1))).isEmpty();
    assertThat(refused("$..x", deep(PathQuery.MOST_DEPTH)))
        .isEqualTo("'$..x' leads deeper than 250 levels; nest the values less");
    assertThat(refused("$..x", deep(20_000))).contains("levels");
    assertThat(refused("$[?@ == $[0]]", deep(20_000))).contains("levels");
  }

  @Test
  void filtersThatHaveEnoughDoNotCountAsDepth() {
    JsonTree many = wide(2_000);

    assertThat(PathQuery.parse("$[?$[*]]").find(many)).hasSize(2_000);
    assertThat(PathQuery.parse("$[?$..[0] && value($..*) == 1]").find(many)).isEmpty();
  }

  @Test
  void longTextsCostMoreThanShortOnes() {
    JsonTree text = JsonTree.of("\"" + "x".repeat(100_000) + "\"");
    JsonTree document =
        new JsonTree(
            JsonValue.Kind.OBJECT,
            Map.of("all", JsonTree.list(Collections.nCopies(1_000, text)), "one", text),
            List.of(),
            "");

    assertThat(refused("$.all[?@ == $.one]", document)).contains("steps");
    assertThat(refused("$.all[?@ < $.one]", document)).contains("steps");
    assertThat(refused("$.all[?search(@, 'y')]", document)).contains("steps");
    assertThat(refused("$.all[?match($.one, '(x*)*y')]", document)).contains("steps");
  }

  @Test
  void aRegularExpressionIsOnlySoLarge() {
    assertThat(refused("$[?match(@, '(a{200}){200}')]"))
        .endsWith("the regular expression is beyond the limits: its repetitions make it too large");
    assertThat(refused("$[?match(@, $[0])]", JsonTree.of("[\"(a{200}){200}\"]")))
        .isEqualTo(
            "'$[?match(@, $[0])]' has the regular expression '(a{200}){200}': its repetitions make"
                + " it too large; make it shorter");
  }

  @Test
  void manyLargeRegularExpressionsOfADocumentCostTime() {
    String large =
        IntStream.range(0, 2_000)
            .mapToObj(each -> "\"a{9000}" + each + "\"")
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(refused("$[?match('', @)]", JsonTree.of(large))).contains("steps");
  }
}
