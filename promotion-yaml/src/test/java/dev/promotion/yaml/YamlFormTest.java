package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Documents.flow;
import static dev.promotion.yaml.Refusal.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a text must be like before its fields matter. */
class YamlFormTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTexts")
  void aTextOfBadFormIsRefusedWhereItIsBad(
      String what, String text, ProblemCode code, String place) {
    List<Problem> problems = Refusal.of(text);

    assertThat(problems).extracting(Problem::code, Problem::place).contains(at(code, place));
  }

  static Stream<Arguments> badTexts() {
    return Stream.of(texts(), syntax(), aliasesAndTags(), keys(), characters())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> texts() {
    return Stream.of(
        arguments("1 empty file", "", ProblemCode.EMPTY_DOCUMENT, "text:1:1"),
        arguments("2 only a comment", "# later\n", ProblemCode.EMPTY_DOCUMENT, "text:1:1"),
        arguments("only empty documents", "---\n---\n", ProblemCode.EMPTY_DOCUMENT, "text:1:1"),
        arguments("3 scalar root", "hello", ProblemCode.ROOT_NOT_MAPPING, "text:1:1"),
        arguments("4 list root", "# x\n[a, b]", ProblemCode.ROOT_NOT_MAPPING, "text:2:1"),
        arguments("14 flow depth", "[".repeat(10_000), ProblemCode.DEPTH_LIMIT, "text:1:51"),
        arguments("15 block depth", nested(1_000, 1), ProblemCode.DEPTH_LIMIT, "text:50:50"),
        arguments("16 4 MB", " ".repeat(4_000_000), ProblemCode.SIZE_LIMIT, "text:1:1"),
        // The size of the whole is looked at first, so a line of 2 MB never gets this far.
        arguments(
            "17 long line", flow("# " + "x".repeat(400_000)), ProblemCode.LINE_LIMIT, "text:10:1"),
        arguments("many values", "- a\n".repeat(100_001), ProblemCode.NODE_LIMIT, "text:100000:3"),
        arguments("many documents", "---\n".repeat(10_001), ProblemCode.LIMIT, "text:10001:1"),
        arguments(
            "36 conflict marks",
            flow("timeout: 5m").replace("  timeout", "<<<<<<< HEAD\n  timeout"),
            ProblemCode.MERGE_CONFLICT_MARKERS,
            "text:10:1"));
  }

  private static Stream<Arguments> syntax() {
    return Stream.of(
        arguments("6 tab", "spec:\n\tsteps: []", ProblemCode.TAB_INDENT, "text:2:1"),
        arguments("7 open list", "a: [1, 2", ProblemCode.UNCLOSED, "text:1:4"),
        arguments("open list before a line", "a: [1\nb: 2\n", ProblemCode.UNCLOSED, "text:1:4"),
        arguments("open map", "a: &x {b: 1", ProblemCode.UNCLOSED, "text:1:4"),
        arguments("nothing after bracket", "a: [b, [", ProblemCode.UNCLOSED, "text:1:8"),
        arguments("8 open quote", "a: \"x", ProblemCode.UNCLOSED_QUOTE, "text:1:4"),
        arguments("open single quote", "a: 'x\nb: c", ProblemCode.UNCLOSED_QUOTE, "text:1:4"),
        arguments("9 key in value", "a: b: c", ProblemCode.MAPPING_IN_SCALAR, "text:1:5"),
        arguments("22 cut escape", "a: b\nc:\n  \"\\x", ProblemCode.BAD_ESCAPE, "text:3:3"),
        arguments("unknown escape", "a: \"\\q\"", ProblemCode.BAD_ESCAPE, "text:1:6"),
        arguments("23 version", "%YAML 3.0\n---\na: 1", ProblemCode.YAML_VERSION, "text:1:1"),
        arguments("38 template", "{{- if x }}\na: 1\n", ProblemCode.TEMPLATE_SYNTAX, "text:1:3"),
        arguments("line without key", "a: 1\nb\nc: 2", ProblemCode.YAML_SYNTAX, "text:2:1"),
        arguments("indentation", "a:\n  - b\n c: d", ProblemCode.YAML_SYNTAX, "text:3:2"),
        arguments("reserved character", "a: @b", ProblemCode.YAML_SYNTAX, "text:1:4"));
  }

  private static Stream<Arguments> aliasesAndTags() {
    return Stream.of(
        arguments("10 no anchor", "a: *nope", ProblemCode.UNDEFINED_ALIAS, "text:1:4: a"),
        arguments("11 itself", "&a [*a]", ProblemCode.RECURSIVE_ALIAS, "text:1:5: [0]"),
        // Part 5 would allow some aliases; a definition has none at all, so none can multiply.
        arguments("12 laughs", laughs(9), ProblemCode.ALIAS_NOT_ALLOWED, "text:2:10: a1[0]"),
        arguments("13 many", laughs(25), ProblemCode.ALIAS_NOT_ALLOWED, "text:2:10: a1[0]"),
        arguments(
            "18 class tag",
            flow("hooks: !!javax.script.ScriptEngineManager [a]"),
            ProblemCode.TAG_NOT_ALLOWED,
            "text:10:10: spec.hooks"),
        arguments(
            "19 own tag",
            flow("timeout: !foo bar"),
            ProblemCode.TAG_NOT_ALLOWED,
            "text:10:12: spec.timeout"),
        arguments(
            "20 binary",
            flow("timeout: !!binary '*'"),
            ProblemCode.TAG_NOT_ALLOWED,
            "text:10:12: spec.timeout"),
        arguments("tag of nobody", "a: !x!y b", ProblemCode.TAG_NOT_ALLOWED, "text:1:4"),
        arguments(
            "tag of the document", "--- !flow\n" + flow(), ProblemCode.TAG_NOT_ALLOWED, "text:1:5"),
        arguments(
            "31 merge key",
            flow("<<: {timeout: 5m}"),
            ProblemCode.MERGE_KEY_NOT_ALLOWED,
            "text:10:3: spec"));
  }

  private static Stream<Arguments> keys() {
    return Stream.of(
        arguments("5 twice", "a: 1\na: 2", ProblemCode.DUPLICATE_KEY, "text:2:1"),
        arguments(
            "21 not a number",
            flow() + "6666666666666666666666:1: a",
            ProblemCode.UNKNOWN_FIELD,
            "text:10:1"),
        arguments(
            "30 zero width",
            flow().replace("spec:", "sp\u200Bec:"),
            ProblemCode.UNKNOWN_FIELD,
            "text:5:1"),
        arguments("32 list", flow() + "? [a]\n: 1\n", ProblemCode.KEY_NOT_TEXT, "text:10:3"),
        arguments("33 nothing", flow() + "~: a\n", ProblemCode.KEY_NOT_TEXT, "text:10:1"),
        arguments("34 number", flow() + "1: a\n", ProblemCode.KEY_NOT_TEXT, "text:10:1"),
        arguments("true", flow("true: a"), ProblemCode.KEY_NOT_TEXT, "text:10:3: spec"),
        arguments(
            "35 long", flow() + "k".repeat(2_000) + ": 1", ProblemCode.KEY_TOO_LONG, "text:10:1"),
        arguments("long first", "k".repeat(2_000) + ": 1", ProblemCode.KEY_TOO_LONG, "text:1:1"),
        arguments(
            "long in quotes",
            flow() + "? \"" + "k".repeat(2_000) + "\"\n: 1",
            ProblemCode.KEY_TOO_LONG,
            "text:10:3"));
  }

  private static Stream<Arguments> characters() {
    return Stream.of(
        arguments(
            "27 half a character, escaped",
            flow("timeout: \"\\ud800\""),
            ProblemCode.ENCODING,
            "text:10:12: spec.timeout"),
        arguments("half a character", "a: \uD800", ProblemCode.ENCODING, "text:1:4"),
        arguments("28 control", "a: \u0001", ProblemCode.CONTROL_CHARACTER, "text:1:4"),
        arguments("C1 control", "a: \u0085b", ProblemCode.CONTROL_CHARACTER, "text:1:4"),
        arguments("29 bidi", "name: a\u202Eb", ProblemCode.CONTROL_CHARACTER, "text:1:8"),
        arguments("isolate", "# a\u2066b", ProblemCode.CONTROL_CHARACTER, "text:1:4"),
        arguments("mark inside", "a: \uFEFFb", ProblemCode.CONTROL_CHARACTER, "text:1:4"));
  }

  @Test
  void bytesThatAreNoUtf8AreRefused(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("a.yaml"), new byte[] {'a', ':', '\n', 'b', ':', ' ', (byte) 0xFF});

    List<Problem> problems = Refusal.of(folder);

    assertThat(problems)
        .extracting(Problem::code, Problem::place)
        .containsExactly(at(ProblemCode.ENCODING, "a.yaml:2:4"));
    assertThat(problems.get(0).message())
        .isEqualTo("byte 7 of the file is not UTF-8; save it as UTF-8");
  }

  @ParameterizedTest
  @MethodSource("utf16")
  void utf16IsRefused(Charset charset, @TempDir Path folder) throws Exception {
    Files.write(folder.resolve("a.yaml"), ("\uFEFF" + flow()).getBytes(charset));

    assertThat(Refusal.of(folder))
        .extracting(Problem::code, Problem::message)
        .containsExactly(at(ProblemCode.ENCODING, "the file is UTF-16; save it as UTF-8"));
  }

  static Stream<Charset> utf16() {
    return Stream.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);
  }

  @Test
  void byteOrderMarkAndCarriageReturnsDoNoHarm() {
    String text = "\uFEFF" + (ENVIRONMENTS + "---\n" + flow()).replace("\n", "\r\n");

    assertThat(PromotionYaml.readCatalog(text).flows()).hasSize(1);
  }

  /** Part 5 (24) is about files for one document; these may hold several. */
  @Test
  void aTextMayHoldSeveralDocuments() {
    assertThat(PromotionYaml.readCatalog(ENVIRONMENTS + "---\n---\n" + flow() + "...\n").flows())
        .hasSize(1);
  }

  @Test
  void anAnchorThatNothingRepeatsDoesNoHarm() {
    String text = ENVIRONMENTS + "---\n" + flow().replace("[dev]", "&first [dev]");

    assertThat(PromotionYaml.readCatalog(text).flows()).hasSize(1);
  }

  @Test
  void anEmojiInAnAnnotationDoesNoHarm() {
    String family = "\uD83D\uDC69\u200D\uD83D\uDE80";
    String text =
        ENVIRONMENTS
            + "---\n"
            + flow().replace("name: flow", "name: flow\n  annotations: {who: " + family + "}");

    assertThat(PromotionYaml.readCatalog(text).flows()).hasSize(1);
  }

  @Test
  void fiftyLevelsAreFineAndOneMoreIsNot() {
    String fifty = "apiVersion: v1\nkind: ConfigMap\n" + nested(49, 1);
    String more = "apiVersion: v1\nkind: ConfigMap\n" + nested(50, 1);

    assertThat(PromotionYaml.readCatalog(fifty).flows()).isEmpty();
    assertThat(Refusal.of(more)).extracting(Problem::code).containsExactly(ProblemCode.DEPTH_LIMIT);
  }

  private static String nested(int levels, int indent) {
    return IntStream.range(0, levels)
        .mapToObj(level -> " ".repeat(level * indent) + "a:")
        .collect(Collectors.joining("\n"));
  }

  private static String laughs(int levels) {
    return "a0: &a0 [lol]\n"
        + IntStream.rangeClosed(1, levels)
            .mapToObj(n -> "a" + n + ": &a" + n + " [" + "*a" + (n - 1) + ", *a" + (n - 1) + "]\n")
            .collect(Collectors.joining());
  }

  /** The engine alone fails where such a character lies across the end of what it reads at once. */
  @Test
  void characterBeyondTheFirstPlaneMayStandAnywhere() {
    for (int before = 1_000; before < 1_050; before++) {
      String text = "#" + "x".repeat(before) + "\uD83D\uDE80\n" + ENVIRONMENTS + "# &a\n";

      assertThat(PromotionYaml.readCatalog(text).environments()).as("%s", before).isNotEmpty();
      assertThat(
              PromotionYaml.fileValues()
                  .find(
                      new RepositoryPath("values.yaml"),
                      ("a: &b 1 " + text).getBytes(StandardCharsets.UTF_8),
                      List.of(new JsonPath("$.a")))
                  .problems())
          .as("%s", before)
          .extracting(Problem::code)
          .doesNotContain(ProblemCode.NOT_YAML);
    }
  }
}
