package dev.promotion.yaml.internal.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.ProofTries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** What holds for every path and every document, each made from a seed. */
@AddLifecycleHook(ProofTries.class)
class PathLawsTest {

  private static final JsonTree SMALL = JsonTree.of("[{\"a\": 1}]");

  /** Returns what is found, each value as itself with its place. */
  private static List<List<Object>> found(String path, JsonTree document) {
    return PathQuery.parse(path).find(document).stream()
        .map(node -> List.<Object>of(System.identityHashCode(node.value()), node.path()))
        .toList();
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theNormalizedPathOfANodeFindsExactlyThatNode(@ForAll long seed) {
    RandomPaths random = new RandomPaths(seed);
    JsonTree document = random.document();

    for (Node node : PathQuery.parse(random.path()).find(document)) {
      PathQuery normalized = PathQuery.parse(node.path());
      List<Node> again = normalized.find(document);

      assertThat(normalized.warnings()).isEmpty();
      assertThat(again).hasSize(1);
      assertThat(again.get(0).value()).isSameAs(node.value());
      assertThat(again.get(0).path()).isEqualTo(node.path());
    }
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aLongerPathFindsWhatItsLastStepFindsFromEachNodeInTurn(@ForAll long seed) {
    RandomPaths random = new RandomPaths(seed);
    JsonTree document = random.document();
    String path = random.path();
    String last = random.segment();

    List<List<Object>> stepByStep = new ArrayList<>();
    for (Node node : PathQuery.parse(path).find(document)) {
      stepByStep.addAll(found(node.path() + last, document));
    }

    assertThat(found(path + last, document)).isEqualTo(stepByStep);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void severalSelectorsFindWhatEachFindsInTurn(@ForAll long seed) {
    RandomPaths random = new RandomPaths(seed);
    JsonTree document = random.document();
    List<String> selectors = random.selectors();

    List<List<Object>> oneByOne = new ArrayList<>();
    selectors.forEach(each -> oneByOne.addAll(found("$[" + each + "]", document)));

    assertThat(found("$[" + String.join(",", selectors) + "]", document)).isEqualTo(oneByOne);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aConditionAndItsOppositeShareAllChildrenInTheirOrder(@ForAll long seed) {
    RandomPaths random = new RandomPaths(seed);
    JsonTree document = random.document();
    String segment = random.segment();

    List<List<Object>> yes = found("$[?@" + segment + "]", document);
    List<List<Object>> no = found("$[?!@" + segment + "]", document);
    List<List<Object>> all = found("$.*", document);

    assertThat(all.stream().filter(yes::contains).toList()).isEqualTo(yes);
    assertThat(all.stream().filter(each -> !yes.contains(each)).toList()).isEqualTo(no);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aSearchChangesNothingAndFindsTheSameAgain(@ForAll long seed) {
    RandomPaths random = new RandomPaths(seed);
    JsonTree document = random.document();
    String path = random.path();
    String before = document.toString();

    List<List<Object>> first = found(path, document);

    assertThat(found(path, document)).isEqualTo(first);
    assertThat(document).hasToString(before);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theStandardFormIsAFixedPointAndFindsTheSame(@ForAll long seed) {
    RandomPaths random = new RandomPaths(seed);
    JsonTree document = random.document();
    String path = random.path();
    PathQuery query = PathQuery.parse(path);

    assertThat(query.warnings()).isEmpty();
    assertThat(PathQuery.parse(query.toString())).hasToString(query.toString());
    assertThat(found(query.toString(), document)).isEqualTo(found(path, document));
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void aPathWithAnEditIsAPathOrIsRefused(@ForAll long seed) {
    RandomPaths random = new RandomPaths(seed);

    assertAnswered(random.edited(random.path()), SMALL);
    assertAnswered(random.edited(random.edited(random.path())), SMALL);
    assertAnswered("$" + random.marks(), SMALL);
  }

  @Property(tries = 500)
  void anyTextIsAPathOrIsRefused(@ForAll String text) {
    assertAnswered(text, SMALL);
    assertAnswered("$." + text, SMALL);
    assertAnswered("$['" + text, SMALL);
  }

  @Property(tries = 50)
  void aTextOfAMegabyteIsRefusedAtOnce(@ForAll long seed) {
    String part = new RandomPaths(seed).marks();
    String text = "$" + ("[" + part).repeat(1_000_000 / (part.length() + 1));

    assertThat(refusal(text)).isEqualTo(ProblemCode.PATH_LIMIT);
  }

  @Property(tries = 20)
  void aDocumentOfAMegabyteIsSearchedOrTheSearchIsStopped(@ForAll long seed) {
    RandomPaths random = new RandomPaths(seed);
    JsonTree part = random.document();
    int copies = 1_000_000 / (part.toString().length() + 1);

    assertAnswered(random.path(), JsonTree.list(Collections.nCopies(copies, part)));
  }

  private static void assertAnswered(String path, JsonTree document) {
    try {
      PathQuery query = PathQuery.parse(path);
      assertThat(PathQuery.parse(query.toString())).hasToString(query.toString());
      query.find(document);
    } catch (InvalidDefinitionException refused) {
      assertThat(refused.code()).isIn(ProblemCode.PATH_SYNTAX, ProblemCode.PATH_LIMIT);
      assertThat(refused.problems()).hasSize(1);
      assertThat(refused.getMessage()).hasSizeLessThan(1_000);
    }
  }

  private static ProblemCode refusal(String path) {
    try {
      PathQuery.parse(path);
      throw new AssertionError("a path: " + path);
    } catch (InvalidDefinitionException refused) {
      return refused.code();
    }
  }
}
