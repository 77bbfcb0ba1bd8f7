package dev.promotion.yaml.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueFileTest {

  @Nested
  class Yaml {

    @Test
    void everyValueKnowsWhereItStands() {
      String text =
          """
          # chart
          image: &img !!str "a:1" # pinned
          list:
          - x
          -   - 'y'
              - {p: 1, q: [2, 3]}
          deep: &d
            # first
            k: v
            none:
          block: |
            one

            two

          kept: >+
            three

          last: *d
          """;

      assertThat(slices(text))
          .containsExactly(
              "\"a:1\"",
              "- x\n-   - 'y'\n    - {p: 1, q: [2, 3]}",
              "x",
              "- 'y'\n    - {p: 1, q: [2, 3]}",
              "'y'",
              "{p: 1, q: [2, 3]}",
              "1",
              "[2, 3]",
              "2",
              "3",
              "k: v\n  none:",
              "v",
              "",
              "|\n  one\n\n  two",
              ">+\n  three\n",
              "*d");
    }

    @Test
    void positionsCountCharsAlsoAfterCharactersBeyondTheFirstPlane() {
      assertThat(slices("a: \uD83D\uDE80 # \uD83D\uDE80\nb: \"\uD83D\uDE80x\"\nc: 1\n"))
          .containsExactly("\uD83D\uDE80", "\"\uD83D\uDE80x\"", "1");
    }

    @Test
    void aBlockEndsWithItsLastLineWhateverItsIndentation() {
      assertThat(slices("a: |1\n    \nb: >2-\n    x\n  y\n   \n\nc: |\n  z"))
          .containsExactly("|1\n    ", ">2-\n    x\n  y\n   ", "|\n  z");
      assertThat(slices("a: |\r\n  x\r\n\r\n  y\r\n\r\nb: |+\r\n  z\r\n\r\nc: |\n"))
          .containsExactly("|\r\n  x\r\n\r\n  y", "|+\r\n  z\r\n", "|");
    }

    @Test
    void anchorAndTagStandBeforeTheValue() {
      ValueNode node = value("a: &x !!str 12\n");

      assertThat(node.outerStart()).isEqualTo(3);
      assertThat(node.portableStart()).isEqualTo(6);
      assertThat(node.start()).isEqualTo(12);
      assertThat(node.properties()).isEqualTo(new NodeProperties(3, 6, "x", "!!str"));
    }

    @Test
    void aPairInAListIsAMapWithoutBraces() {
      String text = "[a: b, {c: d}: e, {f: g}]";
      ValueList list = (ValueList) yaml(text).documents().get(0);

      assertThat(list.items())
          .extracting(item -> text.substring(item.start(), item.end()))
          .containsExactly("a: b", "{c: d}: e", "{f: g}");
      assertThat(list.items())
          .extracting(item -> ((ValueMap) item).isPair(text))
          .containsExactly(true, true, false);
    }

    @Test
    void eachDocumentHasItsOwnRootAndAnchors() {
      ValueFile file = yaml("a: &x 1\n---\n# none\n---\nb: 2\n...\n");

      assertThat(file.documents()).hasSize(3);
      assertThat(yaml("# nothing\n").documents()).isEmpty();
      assertRefused("a: &x 1\n---\nb: *x\n", ProblemCode.UNDEFINED_ALIAS, "3:4");
    }

    @ParameterizedTest
    @CsvSource(
        nullValues = "-",
        value = {
          "~, NULL",
          "null, NULL",
          "Null, NULL",
          "NULL, NULL",
          "true, BOOLEAN",
          "False, BOOLEAN",
          "TRUE, BOOLEAN",
          "NO, STRING",
          "yes, STRING",
          "tRUE, STRING",
          "012, INTEGER",
          "-3, INTEGER",
          "+3, INTEGER",
          "0x1F, INTEGER",
          "0o17, INTEGER",
          "0o18, STRING",
          "0xG, STRING",
          "0x, STRING",
          "1_000, STRING",
          "1.10, FLOAT",
          "1., FLOAT",
          ".5, FLOAT",
          "-.5, FLOAT",
          "., STRING",
          "+, STRING",
          "1e5, FLOAT",
          "1.5E-3, FLOAT",
          "1e, STRING",
          "1e+, STRING",
          ".e3, STRING",
          "e3, STRING",
          "-.inf, FLOAT",
          ".NaN, FLOAT",
          ".iNF, STRING",
          "1.2.3, STRING",
          "12:30, STRING",
          "2024-01-01, STRING",
          "v1, STRING",
          "١, STRING",
          "1١, STRING",
          "\"1\", STRING",
          "!!str 1, STRING",
          "!!int \"1\", INTEGER",
          "!!float 1, FLOAT",
          "!!bool true, BOOLEAN",
          "!!null x, NULL",
          "!own 1, STRING",
          "! 1, STRING"
        })
    void aSingleValueHasTheKindOfTheCoreSchema(String written, ValueKind kind) {
      assertThat(((ValueScalar) value("a: " + written + "\n")).kind()).isEqualTo(kind);
    }

    @Test
    void anAliasLeadsToItsTarget() {
      ValueMap root = (ValueMap) yaml("a: &x {b: 1}\nc: *x\nd: {<<: *x}\n").documents().get(0);

      ValueAlias alias = (ValueAlias) root.get("c").orElseThrow();
      ValueMember merge = ((ValueMap) root.get("d").orElseThrow()).members().get(0);

      assertThat(alias.target()).isSameAs(root.get("a").orElseThrow());
      assertThat(alias).hasToString("*x").isEqualTo(alias).isNotEqualTo(merge.value());
      assertThat(alias).hasSameHashCodeAs(new ValueAlias(16, 18, "x", root));
      assertThat(alias)
          .isNotEqualTo(alias.toString())
          .isNotEqualTo(new ValueAlias(16, 19, "x", root))
          .isNotEqualTo(new ValueAlias(16, 18, "y", root));
      assertThat(merge.isMerge()).isTrue();
      assertThat(root.members()).noneMatch(ValueMember::isMerge);
    }

    @Test
    void aKeyHasANameUnlessItIsMoreThanASingleValue() {
      ValueMap root = (ValueMap) yaml("1: a\n~: b\n? [c]\n: d\n'<<': e\n").documents().get(0);

      assertThat(root.members()).extracting(ValueMember::name).containsExactly("1", "~", "", "<<");
      assertThat(root.members())
          .extracting(ValueMember::isNamed)
          .containsExactly(true, true, false, true);
      assertThat(root.members()).noneMatch(ValueMember::isMerge);
      assertThat(root.get("none")).isEmpty();
    }

    @Test
    void whatIsNotYamlIsRefusedWhereItStopsToBe() {
      assertRefused("a: [1\nb: 2\n", ProblemCode.NOT_YAML, "1:4");
      assertRefused("a: 1\n  b: 2\n", ProblemCode.NOT_YAML, "2:4");
      assertRefused("a: \u0000\n", ProblemCode.NOT_YAML, "1:1");
      assertRefused("a: \"\\x", ProblemCode.NOT_YAML, "1:4");
      assertRefused("%TAG ! tag:x,2000:\n---\na: 1\n", ProblemCode.TAG_NOT_ALLOWED, "1:1");
      assertRefused("a: &x [1, *x]\n", ProblemCode.RECURSIVE_ALIAS, "1:11");
      assertRefused("a: 1\nb: 2\na: 3\n", ProblemCode.DUPLICATE_KEY, "3:1");
      assertRefused("k: 0\n" + many() + "m7: 3\n", ProblemCode.DUPLICATE_KEY, "12:1");
    }

    @Test
    void mergeKeysMayBeRepeated() {
      assertThat(yaml("a: &x {b: 1}\nc:\n  <<: *x\n  <<: *x\n").documents()).hasSize(1);
      assertThat(yaml("a: &x {b: 1}\nc:\n  <<: *x\n  <<: *x\n" + many("  ")).documents())
          .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a: {{ .Values.x }}\n",
          "{{- if .x }}\na: 1\n{{- end }}\n",
          "a: {{.x}}-{{.y}}\n"
        })
    void aTemplateIsRefused(String text) {
      assertThatThrownBy(() -> yaml(text))
          .isInstanceOfSatisfying(
              ValuesRefusedException.class,
              refused -> assertThat(refused.code()).isEqualTo(ProblemCode.TEMPLATE_SYNTAX));
    }

    @Test
    void bracesInTextsAreNoTemplate() {
      assertThat(yaml("a: '{{ .x }}'\nb: |\n  {{ .y }}\n# {{ z }}\nc: {d: {e: f}}\n").documents())
          .hasSize(1);
    }

    private String many() {
      return many("");
    }

    private String many(String indent) {
      StringBuilder text = new StringBuilder();
      for (int index = 0; index < 10; index++) {
        text.append(indent).append('m').append(index).append(": 1\n");
      }
      return text.toString();
    }
  }

  @Nested
  class Json {

    @Test
    void everyValueKnowsWhereItStands() {
      String text =
          "{\"a\": [1, -2.5e+3, null, true, false, \"x\\u0041\\n\\uD83D\\uDE80\"], \"b\": {}}";
      ValueMap root = (ValueMap) json(text).documents().get(0);

      assertThat(slices(text, root))
          .containsExactly(
              "[1, -2.5e+3, null, true, false, \"x\\u0041\\n\\uD83D\\uDE80\"]",
              "1",
              "-2.5e+3",
              "null",
              "true",
              "false",
              "\"x\\u0041\\n\\uD83D\\uDE80\"",
              "{}");
      assertThat(((ValueScalar) ((ValueList) root.members().get(0).value()).items().get(5)).text())
          .isEqualTo("xA\n\uD83D\uDE80");
    }

    @Test
    void escapesAreUndone() {
      ValueScalar scalar = (ValueScalar) json("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"").documents().get(0);

      assertThat(scalar.text()).isEqualTo("\"\\/\b\f\n\r\t");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        ignoreLeadingAndTrailingWhitespace = false,
        value = {
          "|1:1",
          "{|1:2",
          "{\"a\":1,}|1:8",
          "{a: 1}|1:2",
          "{\"a\" 1}|1:6",
          "[1,]|1:4",
          "[1 2]|1:4",
          "[1|1:3",
          "[01]|1:3",
          "[+1]|1:2",
          "[1.]|1:4",
          "[1e]|1:4",
          "[.5]|1:2",
          "[-]|1:3",
          "nul|1:1",
          "True|1:1",
          "\"a|1:3",
          "\"\\x\"|1:3",
          "\"\\u12G4\"|1:6",
          "\"\\u\u0661234\"|1:4",
          "\"\t\"|1:2",
          "'a'|1:1",
          "{} {}|1:4",
          "1 # c|1:3"
        })
    void whatIsNotJsonIsRefusedWhereItStopsToBe(String text, String place) {
      assertThatThrownBy(() -> json(text == null ? "" : text))
          .isInstanceOfSatisfying(
              ValuesRefusedException.class,
              refused -> {
                assertThat(refused.code()).isEqualTo(ProblemCode.NOT_YAML);
                assertThat(refused.problems().get(0).place()).isEqualTo(place);
              });
    }

    @Test
    void aKeyStandsOnce() {
      assertThatThrownBy(() -> json("{\"a\": 1, \"\\u0061\": 2}"))
          .hasMessage("1:10: key 'a' appears twice in this map; remove one [DUPLICATE_KEY]");
    }
  }

  @Nested
  class Bytes {

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
      ValueFile file = ValueFile.read(bytes("\uFEFFa: 1\n"), ValueFormat.YAML);

      assertThat(file.text()).isEqualTo("a: 1\n");
      assertThat(file.isMarked()).isTrue();
      assertThat(file.format()).isEqualTo(ValueFormat.YAML);
      assertThat(file.position(3)).hasToString("1:4");
    }

    @Test
    void bytesThatAreNotTextAreRefused() {
      assertThatThrownBy(() -> ValueFile.read(new byte[] {'a', ':', (byte) 0xFF}, ValueFormat.YAML))
          .hasMessage("1:1: byte 3 of the file is not UTF-8; save it as UTF-8 [NOT_YAML]");
      assertThat(ValueFile.read(bytes("a: \uFFFD"), ValueFormat.YAML).text())
          .isEqualTo("a: \uFFFD");
    }

    @Test
    void aFileBeyondTheLimitsIsRefused() {
      assertThatThrownBy(() -> ValueFile.read(new byte[ValueFile.MOST_BYTES + 1], ValueFormat.YAML))
          .hasMessage(
              "1:1: the file has 8,000,001 bytes, the limit is 8,000,000; split it [SIZE_LIMIT]");
      assertRefused("[".repeat(101) + "]".repeat(101), ProblemCode.DEPTH_LIMIT, "1:101");
      assertThat(yaml("[".repeat(100) + "]".repeat(100)).documents()).hasSize(1);
      assertThatThrownBy(() -> json("[0" + ",0".repeat(ValueFile.MOST_NODES - 1) + "]"))
          .hasMessage("1:1000000: more than 500,000 values; split the file [NODE_LIMIT]");
      assertThat(json("[0" + ",0".repeat(ValueFile.MOST_NODES - 2) + "]").documents()).hasSize(1);
    }

    @Test
    void anEncryptedOrUnfinishedFileIsRefused() {
      assertRefused("$ANSIBLE_VAULT;1.1;AES256\n6162\n", ProblemCode.ENCRYPTED_VALUE, "1:1");
      assertRefused("a: 1\n<<<<<<< HEAD\nb: 2\n", ProblemCode.MERGE_CONFLICT_MARKERS, "2:1");
      assertRefused("<<<<<<< HEAD\n", ProblemCode.MERGE_CONFLICT_MARKERS, "1:1");
    }

    @ParameterizedTest
    @CsvSource({
      "values.yaml, YAML",
      "values.yml, YAML",
      "package.json, JSON",
      "A.JSON, JSON",
      "json, YAML"
    })
    void theNameTellsTheFormat(String name, ValueFormat format) {
      assertThat(ValueFormat.of(name)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"0, 1:1", "2, 1:3", "3, 2:1", "5, 3:1", "8, 4:1", "10, 4:2", "11, 4:3"})
    void aPositionCountsLinesAndCharacters(int index, String position) {
      assertThat(Refusals.position("ab\nc\rd\r\n\uD83D\uDE80x", index)).hasToString(position);
    }
  }

  private static void assertRefused(String text, ProblemCode code, String place) {
    assertThatThrownBy(() -> yaml(text))
        .isInstanceOfSatisfying(
            ValuesRefusedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.problems().get(0).place()).isEqualTo(place);
            });
  }

  private static ValueFile yaml(String text) {
    return ValueFile.of(text, false, ValueFormat.YAML);
  }

  private static ValueFile json(String text) {
    return ValueFile.of(text, false, ValueFormat.JSON);
  }

  private static ValueNode value(String text) {
    return ((ValueMap) yaml(text).documents().get(0)).members().get(0).value();
  }

  private static List<String> slices(String text) {
    return slices(text, yaml(text).documents().get(0));
  }

  private static List<String> slices(String text, ValueNode node) {
    List<String> slices = new ArrayList<>();
    if (node instanceof ValueMap map) {
      map.members().forEach(member -> collect(text, member.value(), slices));
    }
    return slices;
  }

  private static void collect(String text, ValueNode node, List<String> slices) {
    slices.add(text.substring(node.start(), node.end()));
    if (node instanceof ValueMap map) {
      map.members().forEach(member -> collect(text, member.value(), slices));
    } else if (node instanceof ValueList list) {
      list.items().forEach(item -> collect(text, item, slices));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
