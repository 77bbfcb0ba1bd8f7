package dev.promotion.yaml.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.PromotedValue;
import dev.promotion.template.NormalizedPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueEditorTest {

  private static final String VALUES =
      """
      # Chart values
      image:
        repository: "nginx" # from hub
        tag: 1.0   # {"$imagepolicy": "x"}
      args: [ '-v', {p: 1} ]
      hosts:
      - a.example
      - name: b
        paths:
          - /
      empty:
      selector: {} # none yet
      script: |
        echo 1

        echo 2

      last: end
      """;

  @Nested
  class SingleValues {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "0.1",
          "1.10",
          "\"3.0\"",
          "~",
          "NO",
          "0x1F",
          "'it''s'",
          "v1 # no",
          "\uD83D\uDE80"
        })
    void arriveExactlyAsTheyStand(String source) {
      if (source.contains(" #")) {
        assertThat(codes(VALUES, "$['image']['tag']", source))
            .containsExactly(ProblemCode.VALUE_SYNTAX);
      } else {
        assertThat(yaml(VALUES, "$['image']['tag']", source))
            .isEqualTo(VALUES.replace("tag: 1.0 ", "tag: " + source + " "));
        assertThat(source(yaml(VALUES, "$['image']['tag']", source), "$['image']['tag']"))
            .isEqualTo(source);
      }
    }

    @Test
    void severalAreReplacedAtOnce() {
      String edited =
          yaml(
              VALUES,
              "$['last']",
              "'x'",
              "$['image']['tag']",
              "2",
              "$['args'][1]['p']",
              "\"q\"",
              "$['hosts'][0]",
              "c");

      assertThat(edited)
          .isEqualTo(
              VALUES
                  .replace("last: end", "last: 'x'")
                  .replace("tag: 1.0", "tag: 2")
                  .replace("p: 1", "p: \"q\"")
                  .replace("- a.example", "- c"));
    }

    @Test
    void textOverSeveralLinesIsIndentedLikeItsNewPlace() {
      assertThat(yaml("a:\n  b: 1 # c\nd: 2\n", "$['a']['b']", "one\n  two\n\n  three"))
          .isEqualTo("a:\n  b: one\n    two\n\n    three # c\nd: 2\n");
      assertThat(source("a:\n  b: one\n    two\n\n    three # c\n", "$['a']['b']"))
          .isEqualTo("one\n  two\n\n  three");
    }

    @Test
    void anEmptyValueLeavesNoBlank() {
      assertThat(yaml("a: 1\nb: 2 # c\nc:\n", "$['a']", "", "$['b']", "", "$['c']", "3"))
          .isEqualTo("a:\nb:  # c\nc: 3\n");
      assertThat(yaml("a: \nb:   # c\n- 1\n".replace("- 1\n", ""), "$['a']", "1", "$['b']", "2"))
          .isEqualTo("a: 1\nb: 2   # c\n");
      assertThat(yaml("-\n- \n- &x\n", "$[0]", "1", "$[1]", "2", "$[2]", "3"))
          .isEqualTo("- 1\n- 2\n- &x 3\n");
      assertThat(yaml("{a: , b:}", "$['a']", "1", "$['b']", "2")).isEqualTo("{a: 1 , b: 2}");
    }

    @Test
    void anAnchorStaysAndATagBelongsToTheValue() {
      assertThat(yaml("a: &x 1\nb: !!str 2\nc: &y !!str 3\n", "$['a']", "!!str 4", "$['b']", "5"))
          .isEqualTo("a: &x !!str 4\nb: 5\nc: &y !!str 3\n");
      assertThat(source("c: &y !!str 3\n", "$['c']")).isEqualTo("!!str 3");
      assertThat(yaml("c: &y !!str 3\nd: !!str\n", "$['c']", "4", "$['d']", "x"))
          .isEqualTo("c: &y 4\nd: x\n");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1\nb: 2",
          "a\n---\nb",
          "--- a",
          "a\n...",
          "a ",
          " a",
          "a # c",
          "# c",
          "%YAML 1.2",
          "[1",
          "\"x",
          "'a' b",
          "&x a",
          "- 1\nb: 2",
          "|\n  x\ny: 1\n z",
          "|x\ny",
          "a: 1\na: 2",
          "\t",
          "x\u0000"
        })
    void moreOrLessThanOneValueIsRefused(String source) {
      assertThat(codes(VALUES, "$['last']", source)).containsExactly(ProblemCode.VALUE_SYNTAX);
    }
  }

  @Nested
  class BlocksOfText {

    @Test
    void standBelowTheLineOfTheirKeyWhichKeepsItsComment() {
      assertThat(yaml(VALUES, "$['image']['tag']", "|-\none\n  two\n\nthree"))
          .isEqualTo(
              VALUES.replace(
                  "tag: 1.0   # {\"$imagepolicy\": \"x\"}\n",
                  "tag: |-   # {\"$imagepolicy\": \"x\"}\n    one\n      two\n\n    three\n"));
    }

    @Test
    void areReplacedWithoutTheEmptyLinesAfterThem() {
      assertThat(yaml(VALUES, "$['script']", "x"))
          .isEqualTo(VALUES.replace("|\n  echo 1\n\n  echo 2\n", "x\n"));
      assertThat(yaml("a: | # why\n   x\n   y\n\nb: 1\n", "$['a']", ">-\nz"))
          .isEqualTo("a: >- # why\n   z\n\nb: 1\n");
      assertThat(yaml("a: | # why\n   x\n   y\n\nb: 1\n", "$['a']", "z"))
          .isEqualTo("a: z # why\n\nb: 1\n");
    }

    @Test
    void keepTheirIndicators() {
      assertThat(yaml("a:\n  b: 1\n", "$['a']['b']", "|2-\n  x\ny"))
          .isEqualTo("a:\n  b: |2-\n      x\n    y\n");
      assertThat(source("a:\n  b: |2-\n      x\n    y\n", "$['a']['b']")).isEqualTo("|2-\n  x\ny");
      assertThat(source("a:\n  b: |+ # c\n     x\n\n   \nc: 1\n", "$['a']['b']"))
          .isEqualTo("|+\nx\n\n");
      assertThat(source("a: |\n", "$['a']")).isEqualTo("|");
      assertThat(source("a: |+\n  \n \n", "$['a']")).isEqualTo("|+\n\n");
    }

    @Test
    void endWithALineBreakAlsoAtTheEndOfTheFile() {
      assertThat(yaml("a: 1", "$['a']", "|\nx")).isEqualTo("a: |\n  x\n");
      assertThat(yaml("a: 1", "$['a']", "|-\nx")).isEqualTo("a: |-\n  x");
      assertThat(yaml("- {}", "$[0]", "a: |\n  x")).isEqualTo("- a: |\n    x\n");
      assertThat(codes("a: |\n  x", "source")).containsExactly(ProblemCode.VALUE_NOT_PORTABLE);
      assertThat(source("a: |-\n  x", "$['a']")).isEqualTo("|-\nx");
    }

    @Test
    void areRefusedWhereWhatFollowsWouldBecomeAPartOfThem() {
      assertThat(codes("a: 1\n\nb: 2\n", "$['a']", "|+\nx"))
          .containsExactly(ProblemCode.VALUE_STYLE);
      assertThat(codes("a: 1\n    # c\nb: 2\n", "$['a']", "|\nx"))
          .containsExactly(ProblemCode.VALUE_STYLE);
    }

    @Test
    void mayHaveATag() {
      assertThat(yaml("a: 1\n", "$['a']", "!!str |\nx")).isEqualTo("a: !!str |\n  x\n");
      assertThat(source("a: !!str | # c\n  x\n", "$['a']")).isEqualTo("!!str |\nx");
    }
  }

  @Nested
  class MapsAndLists {

    @Test
    void areReplacedAsAWholeWithTheirComments() {
      String value = "tag: 2 # two\n# three\nextra:\n  - x\n  -  y: >\n       t\n     z: u";

      String edited = yaml(VALUES, "$['image']", value, "$['hosts']", "- z");

      assertThat(edited)
          .isEqualTo(
              VALUES
                  .replace(
                      "repository: \"nginx\" # from hub\n  tag: 1.0 ",
                      "tag: 2 # two\n  # three\n  extra:\n    - x\n    -  y: >\n         t\n"
                          .concat("       z: u "))
                  .replace("- a.example\n- name: b\n  paths:\n    - /\n", "- z\n"))
          .doesNotContain("nginx");
      assertThat(codes(VALUES, "$['image']", "a: |\n  t"))
          .as("a comment after a block of text")
          .containsExactly(ProblemCode.VALUE_STYLE);
    }

    @Test
    void travelWithoutTheIndentationOfTheirPlace() {
      assertThat(source(VALUES, "$['hosts'][1]")).isEqualTo("name: b\npaths:\n  - /");
      assertThat(source(VALUES, "$['image']"))
          .isEqualTo("repository: \"nginx\" # from hub\ntag: 1.0");
      assertThat(source("a:\n    b:\n# out\n      - 1\n\n      - 2 # c\n", "$['a']"))
          .isEqualTo("b:\n# out\n  - 1\n\n  - 2");
      assertThat(source("a:\n  - {\n      b: 1,\n\n    c: 2\n  }\n", "$['a'][0]"))
          .isEqualTo("{\n    b: 1,\n\n  c: 2\n}");
    }

    @Test
    void fillAnEmptyPlaceInTheStyleOfTheFile() {
      assertThat(yaml(VALUES, "$['empty']", "a: 1\nb: 2", "$['selector']", "k: v"))
          .isEqualTo(
              VALUES
                  .replace("empty:\n", "empty:\n  a: 1\n  b: 2\n")
                  .replace("selector: {} # none yet\n", "selector: # none yet\n  k: v\n"));
      assertThat(yaml(VALUES, "$['empty']", "- 1\n- 2"))
          .isEqualTo(VALUES.replace("empty:\n", "empty:\n- 1\n- 2\n"));
      assertThat(yaml("a:\nb:\n    c:\n        - 1\n", "$['a']", "- x: 1"))
          .isEqualTo("a:\n    - x: 1\nb:\n    c:\n        - 1\n");
      assertThat(yaml("a: []\n", "$['a']", "- 1")).isEqualTo("a:\n  - 1\n");
      assertThat(yaml("- {}\n- &x {}\n-\n", "$[0]", "a: 1\nb: 2", "$[1]", "c: 3", "$[2]", "- 4"))
          .isEqualTo("- a: 1\n  b: 2\n- &x\n  c: 3\n- - 4\n");
      assertThat(yaml("{}\n", "$", "a: 1\nb: 2")).isEqualTo("a: 1\nb: 2\n");
    }

    @Test
    void inBracketsTakeThePlaceOfThoseWithout() {
      assertThat(yaml(VALUES, "$['image']", "{}", "$['hosts']", "[\n  1\n]"))
          .contains("image: {}   # {\"$imagepolicy\"", "\nhosts: [\n  1\n]\nempty:");
      assertThat(yaml("a: # c\n  b: 1\nd: &x\n- 1\n", "$['a']", "{}", "$['d']", "[]"))
          .isEqualTo("a: # c\n  {}\nd: &x []\n");
      assertThat(yaml("a: # c\n- 1\n", "$['a']", "[]")).isEqualTo("a: # c\n []\n");
    }

    @Test
    void withoutBracketsAreRefusedInBrackets() {
      String text = "a: {b: {}, c: 1}\n";

      assertThatThrownBy(() -> yaml(text, "$['a']['b']", "x: 1", "$['a']['c']", "|\nx"))
          .isInstanceOfSatisfying(
              ValuesRefusedException.class,
              refused ->
                  assertThat(refused.problems())
                      .extracting(Problem::code, Problem::place)
                      .containsExactly(
                          tuple(ProblemCode.VALUE_STYLE, "1:8"),
                          tuple(ProblemCode.VALUE_STYLE, "1:15")));
      assertThat(codes(text, "$['a']['c']", "x, y")).containsExactly(ProblemCode.VALUE_STYLE);
      assertThat(yaml("a: {b: {}}\n", "$['a']", "b:\n  x: 1")).isEqualTo("a:\n  b:\n    x: 1\n");
    }

    @Test
    void withATagAreReplacedToo() {
      assertThat(yaml("a: !!map\n  b: 1\nc: 2\n", "$['a']", "d: 3"))
          .isEqualTo("a:\n  d: 3\nc: 2\n");
      assertThat(
              yaml("a: !!map\n  b: 1\nc: {}\n", "$['a']", "!!map\nd: 3", "$['c']", "!!map\ne: 4"))
          .isEqualTo("a:\n  !!map\n  d: 3\nc:\n  !!map\n  e: 4\n");
    }

    @Test
    void cannotTakeThePlaceOfAnotherKind() {
      assertThat(codes(VALUES, "$['image']", "1", "$['hosts']", "{}", "$['last']", "[]"))
          .containsOnly(ProblemCode.PATH_TYPE_CHANGE)
          .hasSize(3);
      assertThatThrownBy(() -> yaml(VALUES, "$['image']", "1"))
          .hasMessage(
              "3:3: $['image'] is a map, the new value is a single value [PATH_TYPE_CHANGE]");
    }
  }

  @Nested
  class TheRestOfTheFile {

    /** The engine refuses each of these tabs but the first. */
    private static final String ALIGNED =
        """
        image:\t\t# what runs
          tag: 1.0\t# by hand
          repository: 'shop'\t\t# quoted
        \t# between
          args: [a, b]\t
        \t
        hosts:
        - "a.example"\t# first
        script: |\t# text
          echo\t1
        last: end
        """;

    @Test
    void tabsBeforeCommentsStay() {
      assertThat(
              yaml(
                  ALIGNED,
                  "$['image']['tag']",
                  "2",
                  "$['image']['repository']",
                  "\"x\"",
                  "$['image']['args'][1]",
                  "c",
                  "$['hosts'][0]",
                  "d",
                  "$['last']",
                  "e"))
          .isEqualTo(
              ALIGNED
                  .replace("tag: 1.0", "tag: 2")
                  .replace("'shop'", "\"x\"")
                  .replace("b]", "c]")
                  .replace("\"a.example\"", "d")
                  .replace("end", "e"));
      assertThat(source(ALIGNED, "$['script']")).isEqualTo("|\necho\t1");
    }

    @Test
    void mapWithTabsBeforeCommentsArrivesWithThem() {
      String source = source(ALIGNED, "$['image']");

      assertThat(source).contains("repository: 'shop'\t\t# quoted");
      assertThat(yaml("image:\n  tag: 2\nlast: 1\n", "$['image']", source))
          .contains("\n  repository: 'shop'\t\t# quoted\n")
          .endsWith("\nlast: 1\n");
    }

    @Test
    void placesAreMadeInFilesWithTabs() {
      assertThat(created(ALIGNED, "$['image']['pull']", "Always"))
          .isEqualTo(ALIGNED.replace("args: [a, b]\t\n", "args: [a, b]\t\n  pull: Always\n"));
    }

    @Test
    void tabForIndentationIsRefused() {
      assertThat(codes("a: 'x'\t# c\nb:\n\tc: 1\n", "$['a']", "2"))
          .containsExactly(ProblemCode.NOT_YAML);
    }

    @Test
    void lineEndsStayAndNewLinesTakeThoseAroundThem() {
      assertThat(yaml("a: 1\r\nb: 2\nc: 3\r\n", "$['a']", "|\nx\ny", "$['b']", "|\r\nx\r\ny"))
          .isEqualTo("a: |\r\n  x\r\n  y\r\nb: |\n  x\n  y\nc: 3\r\n");
      assertThat(source("a: |\r\n  x\r\n  y\r\n", "$['a']")).isEqualTo("|\nx\ny");
      assertThat(yaml("a: 1\r\nb: 2", "$['b']", "x\n  y")).isEqualTo("a: 1\r\nb: x\r\n  y");
      assertThat(yaml("a: 1\rb: 2", "$['b']", "x\n  y")).isEqualTo("a: 1\rb: x\r  y");
      assertThat(yaml("b: 2", "$['b']", "x\n  y")).isEqualTo("b: x\n  y");
    }

    @Test
    void aByteOrderMarkStays() {
      assertThat(yaml("\uFEFFa: 1\n", "$['a']", "2")).isEqualTo("\uFEFFa: 2\n");
    }

    @Test
    void whatIsThereAlreadyChangesNothing() {
      byte[] content = VALUES.getBytes(StandardCharsets.UTF_8);

      byte[] edited =
          ValueEditor.put(
              content, ValueFormat.YAML, List.of(value("$['image']['tag']", "1.0", false)));

      assertThat(edited).isEqualTo(content).isNotSameAs(content);
    }

    @Test
    void aPathMeansTheOneDocumentThatHasIt() {
      String text = "a: 1\n---\nb: 2\n---\n# none\n---\na: 3\nc: 4\n";

      assertThat(yaml(text, "$['b']", "5", "$['c']", "6"))
          .isEqualTo(text.replace("b: 2", "b: 5").replace("c: 4", "c: 6"));
      assertThatThrownBy(() -> yaml(text, "$['a']", "5"))
          .hasMessage(
              "1:4: $['a'] is in 2 documents of the file (line 1, line 7); use one that is in"
                  + " exactly one [PATH_MANY]");
    }
  }

  @Nested
  class MissingPlaces {

    @Test
    void areRefusedWithTheNearestKeys() {
      assertThatThrownBy(() -> yaml(VALUES, "$['image']['tags']", "1"))
          .hasMessage(
              "3:3: $['image']['tags'] finds nothing; keys there: 'repository', 'tag'; did you mean"
                  + " 'tag'? [PATH_NO_MATCH_TARGET]");
      assertThatThrownBy(() -> yaml(VALUES, "$['last']['x']", "1"))
          .hasMessage(
              "18:7: $['last']['x'] finds nothing; keys there: none [PATH_NO_MATCH_TARGET]");
      assertThatThrownBy(() -> yaml("# nothing\n", "$['a']", "1"))
          .hasMessage("1:1: $['a'] finds nothing; keys there: none [PATH_NO_MATCH_TARGET]");
      assertThatThrownBy(() -> yaml("a: 1\n---\nb: 1\n", "$['c']", "1"))
          .hasMessage("1:1: $['c'] finds nothing; keys there: none [PATH_NO_MATCH_TARGET]");
      assertThatThrownBy(() -> yaml(VALUES, "$['hosts'][2]", "1"))
          .hasMessage(
              "7:1: $['hosts'][2] leads to an item that is not there: the list has 2; only keys are"
                  + " created, so promote the whole list [PATH_INDEX]");
      assertThat(codes(many(12), "$['x']", "1")).containsExactly(ProblemCode.PATH_NO_MATCH_TARGET);
      assertThatThrownBy(() -> yaml(many(12), "$['x']", "1")).hasMessageContaining(" and 2 more [");
    }

    @Test
    void areCreatedOnRequestInTheStyleOfTheirNeighbours() {
      assertThat(
              created(
                  VALUES,
                  "$['image']['pull']",
                  "Always",
                  "$['hosts'][1]['deep']['er']",
                  "- 1\n- 2",
                  "$['args'][1]['q']",
                  "'x'",
                  "$['selector']['k']['l']",
                  "v",
                  "$['empty']['m']['t']",
                  "|\nt",
                  "$['on']",
                  "{\n  a: 1\n}",
                  "$['new one']",
                  ""))
          .isEqualTo(
              VALUES
                  .replace("\"x\"}\n", "\"x\"}\n  pull: Always\n")
                  .replace("    - /\n", "    - /\n  deep:\n    er:\n      - 1\n      - 2\n")
                  .replace("{p: 1}", "{p: 1, q: 'x'}")
                  .replace("selector: {}", "selector: {k: {l: v}}")
                  .replace("empty:\n", "empty:\n  m:\n    t: |\n      t\n")
                  .concat("\"on\": {\n  a: 1\n}\n\"new one\":\n"));
    }

    @Test
    void areCreatedAtTheEndOfAnyText() {
      assertThat(created("a: 1", "$['b']", "2")).isEqualTo("a: 1\nb: 2");
      assertThat(created("a: 1\r\nc: 2", "$['b']", "|\nx"))
          .isEqualTo("a: 1\r\nc: 2\r\nb: |\r\n  x\r\n");
      assertThat(created("\"a\": 1 # c\n", "$['b']", "|2\nx"))
          .isEqualTo("\"a\": 1 # c\n\"b\": |2\n  x\n");
      assertThat(created("a: |+\n  x\n\nb: 1\n", "$['c']", "x: 1"))
          .isEqualTo("a: |+\n  x\n\nb: 1\nc:\n  x: 1\n");
      assertThat(created("{\n  a: 1, # one\n  b: 2\n}\n", "$['c']", "3"))
          .isEqualTo("{\n  a: 1, # one\n  b: 2,\n  c: 3\n}\n");
      assertThat(created("a: {b: }\n", "$['a']['b']['c']", "1")).isEqualTo("a: {b: {c: 1} }\n");
      assertThat(created("a: 1\n---\nb: {c: 1}\n", "$['b']['d']", "1"))
          .isEqualTo("a: 1\n---\nb: {c: 1, d: 1}\n");
    }

    @Test
    void thatCannotBeCreatedAreRefused() {
      assertThat(
              createdCodes(
                  VALUES,
                  "$['last']['x']",
                  "1",
                  "$['hosts']['x']",
                  "1",
                  "$['hosts'][2]",
                  "1",
                  "$['image'][0]",
                  "1",
                  "$['image']['l'][0]",
                  "1"))
          .containsExactly(
              ProblemCode.PATH_TYPE_CHANGE,
              ProblemCode.PATH_TYPE_CHANGE,
              ProblemCode.PATH_INDEX,
              ProblemCode.PATH_NO_MATCH_TARGET,
              ProblemCode.PATH_NO_MATCH_TARGET);
      assertThat(createdCodes("a: {b: 1}\n", "$['a']['c']", "x: 1"))
          .containsExactly(ProblemCode.VALUE_STYLE);
      assertThat(createdCodes("a: {b: 1}\n", "$['a']['c']", "x, y"))
          .containsExactly(ProblemCode.VALUE_STYLE);
      assertThat(createdCodes("a: 1\n---\nb: 1\n", "$['c']", "1"))
          .containsExactly(ProblemCode.PATH_NO_MATCH_TARGET);
      assertThat(createdCodes("a: |\n  x", "$['c']", "1")).containsExactly(ProblemCode.VALUE_STYLE);
    }
  }

  @Nested
  class SharedValues {

    private static final String SHARED =
        """
        base: &base
          tag: 1
          own: &own 2
        copy: *base
        merged:
          <<: *base
          mine: 3
        list:
          <<: [{x: 1}, *base]
        """;

    @ParameterizedTest
    @CsvSource({
      "$['base']['tag'], 1:7",
      "$['base'], 1:7",
      "$['copy'], 4:7",
      "$['copy']['tag'], 4:7",
      "$['merged']['tag'], 6:3",
      "$['list']['tag'], 9:3",
      "$['list']['x'], 9:3",
      "$['merged']['<<'], 6:7",
    })
    void areNotChanged(String path, String place) {
      String source = path.equals("$['base']") ? "{}" : "9";

      assertThatThrownBy(() -> yaml(SHARED, path, source))
          .isInstanceOfSatisfying(
              ValuesRefusedException.class,
              refused ->
                  assertThat(refused.problems())
                      .extracting(Problem::code, Problem::place)
                      .contains(tuple(ProblemCode.PATH_SHARED_ANCHOR, place)));
    }

    @Test
    void ownValuesBesideAMergeKeyAreChanged() {
      assertThat(yaml(SHARED, "$['merged']['mine']", "4"))
          .isEqualTo(SHARED.replace("mine: 3", "mine: 4"));
      assertThat(created(SHARED, "$['merged']['new']", "4"))
          .isEqualTo(SHARED.replace("mine: 3", "mine: 3\n  new: 4"));
      assertThat(createdCodes(SHARED, "$['merged']['tag']", "4", "$['base']['new']", "4"))
          .containsExactly(ProblemCode.PATH_SHARED_ANCHOR, ProblemCode.PATH_SHARED_ANCHOR);
    }

    @Test
    void anAnchorThatNobodyUsesIsNoHindrance() {
      assertThat(yaml("a: &x {b: &y 1}\n", "$['a']['b']", "2")).isEqualTo("a: &x {b: &y 2}\n");
    }

    @Test
    void aValueAroundAnAnchorThatIsUsedOutsideIsNotReplaced() {
      assertThat(codes("a: {b: &x 1}\nc: *x\n", "$['a']", "{}"))
          .containsExactly(ProblemCode.PATH_SHARED_ANCHOR);
      assertThat(yaml("a: {b: &x 1, c: *x}\n", "$['a']", "{}")).isEqualTo("a: {}\n");
    }

    @Test
    void aTagBeforeAnAnchorIsNotTakenApart() {
      assertThat(codes("a: !!str &x 1\n", "$['a']", "2"))
          .containsExactly(ProblemCode.PATH_SHARED_ANCHOR);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "z: &x 1\na: *x\n",
          "z: &x 1\na: [*x]\n",
          "a: [&x 1]\nz: *x\n",
          "z: &x {}\na:\n  <<: *x\n",
          "a: !!str &x 1\n",
          "a: !own!x 1\n"
        })
    void doNotTravel(String text) {
      if (text.contains("!own")) {
        assertThat(codes(text, "$['a']", "2")).containsExactly(ProblemCode.NOT_YAML);
      } else {
        assertThat(codes(text, "source")).containsExactly(ProblemCode.VALUE_NOT_PORTABLE);
      }
    }

    @Test
    void anchorsWithinAValueTravelUnlessTheNameIsTaken() {
      assertThat(source("a: &a {b: &x 1, c: *x}\n", "$['a']")).isEqualTo("{b: &x 1, c: *x}");
      assertThat(yaml("a: {}\nb: 1\n", "$['a']", "{b: &x 1, c: *x}"))
          .isEqualTo("a: {b: &x 1, c: *x}\nb: 1\n");
      assertThat(codes("x: &x 1\na: {}\nb: *x\n", "$['a']", "{b: &x 1, c: *x}"))
          .containsExactly(ProblemCode.VALUE_NOT_PORTABLE);
      assertThat(codes("a: {}\n", "$['a']", "{c: *x}"))
          .containsExactly(ProblemCode.VALUE_NOT_PORTABLE);
      assertThat(source("a: [b: 1]\n", "$['a']")).isEqualTo("[b: 1]");
      assertThatThrownBy(() -> source("a: [b: 1]\n", "$['a'][0]"))
          .hasMessageContaining("VALUE_NOT_PORTABLE");
      assertThat(yaml("a: [b: 1, 2]\n", "$['a'][0]", "{c: 1}", "$['a'][1]", "3"))
          .isEqualTo("a: [{c: 1}, 3]\n");
    }
  }

  @Nested
  class EncryptedValues {

    private static final String SEALED =
        "a: ENC[AES256_GCM,data:x,type:str]\nb: 1\nsops:\n  mac: ENC[x]\n";

    @Test
    void areNeitherReadNorWritten() {
      assertThat(codes("a: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  61\nb: 1\n", "$['a']", "2"))
          .containsExactly(ProblemCode.ENCRYPTED_VALUE);
      assertThat(codes("a:\n  b: \"ENC[x]\"\n", "$['a']", "{}", "$['a']['b']", "2"))
          .containsExactly(
              ProblemCode.ENCRYPTED_VALUE, ProblemCode.ENCRYPTED_VALUE, ProblemCode.PATH_OVERLAP);
      assertThat(codes("a:\n  b: \"ENC[x]\"\n", "source"))
          .containsExactly(ProblemCode.ENCRYPTED_VALUE);
      assertThat(codes("a: 1\n", "$['a']", "'ENC[x]'"))
          .containsExactly(ProblemCode.ENCRYPTED_VALUE);
    }

    @Test
    void sealTheirWholeDocument() {
      assertThat(codes(SEALED, "$['b']", "2")).containsExactly(ProblemCode.ENCRYPTED_VALUE);
      assertThat(createdCodes(SEALED, "$['c']", "2")).containsExactly(ProblemCode.ENCRYPTED_VALUE);
      assertThat(yaml("b: 1\nsops: {}\n", "$['b']", "2")).isEqualTo("b: 2\nsops: {}\n");
      assertThat(yaml("b: 1\nsops: x\n", "$['b']", "2")).isEqualTo("b: 2\nsops: x\n");
    }

    @Test
    void besideThoseThatAreNotAreNoHindranceWithoutASeal() {
      assertThat(yaml("a: !vault |\n  61\nb: 1\n", "$['b']", "2"))
          .isEqualTo("a: !vault |\n  61\nb: 2\n");
      assertThat(created("a: \"ENC[x]\"\nb: 1\n", "$['c']", "2"))
          .isEqualTo("a: \"ENC[x]\"\nb: 1\nc: 2\n");
    }
  }

  @Nested
  class Places {

    @Test
    void mayNotOverlap() {
      assertThatThrownBy(
              () ->
                  yaml(
                      VALUES,
                      "$['image']['tag']",
                      "1",
                      "$['image']",
                      "{}",
                      "$['last']",
                      "1",
                      "$['last']",
                      "1"))
          .hasMessage(
              """
              2 problems:
              - $['last'] is given twice; give it once [PATH_OVERLAP]
              - $['image']['tag'] is a part of $['image']; promote one of them [PATH_OVERLAP]\
              """);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "$a",
          "$.a",
          "$[",
          "$[]",
          "$[a]",
          "$[-1]",
          "$[01]",
          "$[1",
          "$[1234567890]",
          "$['a",
          "$['a'",
          "$[\"a\"]",
          "$['\\x']",
          "$['\\u0041']",
          "$['\\u001F']",
          "$['\\u00']",
          "$['\\u002",
          "$['\n']",
          "$['a']x"
        })
    void mustBeNormalizedPaths(String path) {
      assertThat(codes(VALUES, path, "1")).containsExactly(ProblemCode.PATH_SYNTAX);
    }

    @Test
    void mayHaveAnyName() {
      String text = "{\"a'\\\\\\b\\t\\n\\f\\r\\u0001 \uD83D\uDE80\": [1, 2]}";

      assertThat(
              new String(
                  ValueEditor.put(
                      text.getBytes(StandardCharsets.UTF_8),
                      ValueFormat.JSON,
                      List.of(
                          value(
                              "$['a\\'\\\\\\b\\t\\n\\f\\r\\u0001 \uD83D\uDE80'][1]", "3", false))),
                  StandardCharsets.UTF_8))
          .isEqualTo(text.replace("2", "3"));
    }
  }

  @Nested
  class Json {

    private static final String OBJECT =
        "{\n\t\"a\": {\n\t\t\"b\": 1\n\t},\n\t\"l\": [1, \"x\"],\n\t\"e\": {},\n\t\"n\": null\n}\n";

    @Test
    void staysJson() {
      assertThat(
              json(
                  OBJECT,
                  "$['a']['b']",
                  "\"3.0\"",
                  "$['l'][1]",
                  "-1e3",
                  "$['e']",
                  "{\n\t\"z\": 1\n}"))
          .isEqualTo(
              OBJECT
                  .replace("\"b\": 1", "\"b\": \"3.0\"")
                  .replace("\"x\"", "-1e3")
                  .replace("\"e\": {}", "\"e\": {\n\t\t\"z\": 1\n\t}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO", "1.10.1", "'x'", "~", "", "0x1F", "{a: 1}", "- 1", "|\nx", "1 "})
    void takesNothingThatIsNotJson(String source) {
      assertThatThrownBy(() -> json(OBJECT, "$['a']['b']", source))
          .isInstanceOfSatisfying(
              ValuesRefusedException.class,
              refused -> assertThat(refused.code()).isEqualTo(ProblemCode.VALUE_SYNTAX));
    }

    @Test
    void missingPlacesAreCreated() {
      assertThat(
              json(
                  true,
                  OBJECT,
                  "$['a']['c']",
                  "{\n\t\"z\": 1\n}",
                  "$['e']['f']",
                  "true",
                  "$['n']['m']['k \"']",
                  "0"))
          .isEqualTo(
              OBJECT
                  .replace("\"b\": 1", "\"b\": 1,\n\t\t\"c\": {\n\t\t\t\"z\": 1\n\t\t}")
                  .replace("\"e\": {}", "\"e\": {\"f\": true}")
                  .replace("\"n\": null", "\"n\": {\"m\": {\"k \\\"\": 0}}"));
      assertThat(
              json(
                  true,
                  "{\"a\": 1}",
                  "$['b\\n\\t\\r\\u0001\u2028\u2029\u007F\u0085\uFEFF\uFFFF\\\\']",
                  "2"))
          .isEqualTo(
              "{\"a\": 1, \"b\\n\\t\\r\\u0001\\u2028\\u2029\\u007f\\u0085\\ufeff\\uffff\\\\\": 2}");
    }

    @Test
    void travelsIntoYamlAndBack() {
      assertThat(yaml("a: {}\n", "$['a']", "{\n  \"b\": [1]\n}"))
          .isEqualTo("a: {\n  \"b\": [1]\n}\n");
      ValueFile file = ValueFile.read(OBJECT.getBytes(StandardCharsets.UTF_8), ValueFormat.JSON);
      ValueMap root = (ValueMap) file.documents().get(0);
      assertThat(file.source(List.of(root, root.get("a").orElseThrow())))
          .isEqualTo("{\n\t\"b\": 1\n}");
    }
  }

  private static String many(int size) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < size; index++) {
      text.append("key").append(index).append(": 1\n");
    }
    return text.toString();
  }

  private static String yaml(String text, String... placesAndValues) {
    return put(ValueFormat.YAML, text, false, placesAndValues);
  }

  private static String created(String text, String... placesAndValues) {
    return put(ValueFormat.YAML, text, true, placesAndValues);
  }

  private static String json(String text, String... placesAndValues) {
    return put(ValueFormat.JSON, text, false, placesAndValues);
  }

  private static String json(boolean create, String text, String... placesAndValues) {
    return put(ValueFormat.JSON, text, create, placesAndValues);
  }

  private static String put(
      ValueFormat format, String text, boolean create, String... placesAndValues) {
    List<PromotedValue> values = new ArrayList<>();
    for (int index = 0; index < placesAndValues.length; index += 2) {
      values.add(value(placesAndValues[index], placesAndValues[index + 1], create));
    }
    byte[] edited = ValueEditor.put(text.getBytes(StandardCharsets.UTF_8), format, values);
    return new String(edited, StandardCharsets.UTF_8);
  }

  private static PromotedValue value(String path, String source, boolean create) {
    return new PromotedValue(new NormalizedPath(path), source, create);
  }

  /** Returns how the value at a path is written. */
  private static String source(String text, String path) {
    ValueFile file = ValueFile.of(text, false, ValueFormat.YAML);
    return file.source(
        new PlaceFinder(file)
            .find(Place.of(new NormalizedPath(path)), new ArrayList<>())
            .orElseThrow()
            .spot()
            .chain());
  }

  /** Returns why values are refused, or why the source of {@code $['a']} is. */
  private static List<ProblemCode> codes(String text, String... placesAndValues) {
    return codes(
        () -> {
          if (placesAndValues.length == 1) {
            ValueFile file = ValueFile.of(text, false, ValueFormat.YAML);
            ValueMap root = (ValueMap) file.documents().get(0);
            file.source(List.of(root, root.get("a").orElseThrow()));
          } else {
            yaml(text, placesAndValues);
          }
        });
  }

  private static List<ProblemCode> createdCodes(String text, String... placesAndValues) {
    return codes(() -> created(text, placesAndValues));
  }

  private static List<ProblemCode> codes(Runnable refused) {
    try {
      refused.run();
    } catch (ValuesRefusedException refusal) {
      return refusal.problems().stream().map(Problem::code).toList();
    }
    return List.of();
  }
}
