package dev.promotion.yaml.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Finding;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.finding.Position;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxFaultTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultIsToldInPlainWords(String text, String place, ProblemCode code, String words) {
    Findings findings = new Findings();

    YamlParser.parse(text, findings);

    assertThat(findings.in("f"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.place()).isEqualTo("f:" + place);
              assertThat(problem.message()).isEqualTo(words);
            });
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(
            "a: 1\nb: {{ .Values.x }}: c",
            "2:19",
            ProblemCode.TEMPLATE_SYNTAX,
            "this is a template, not plain YAML; render it first"),
        arguments("a: [b\nc", "1:4", ProblemCode.UNCLOSED, "'[' opened at 1:4 is not closed"),
        arguments(
            "\uD83D\uDE80: &x {b: 1",
            "1:4",
            ProblemCode.UNCLOSED,
            "'{' opened at 1:4 is not closed"),
        arguments(
            "a: %b",
            "1:4",
            ProblemCode.YAML_SYNTAX,
            "not YAML: found character '%' that cannot start any token. (Do not use % for"
                + " indentation); correct it"),
        arguments(
            "? " + "k".repeat(1_030) + "\n" + "k".repeat(1_030) + ": v",
            "2:1",
            ProblemCode.KEY_TOO_LONG,
            "the key is longer than 1024 characters"),
        arguments(
            "a: !<x",
            "1:7",
            ProblemCode.TAG_NOT_ALLOWED,
            "a YAML tag is not allowed here; remove it"),
        arguments(
            "a: 'b\n---\n",
            "1:4",
            ProblemCode.UNCLOSED_QUOTE,
            "the quote opened at 1:4 is not closed"));
  }

  @Test
  void whatTheParserLetsOutByMistakeIsStillAFinding() {
    SyntaxFault fault = new SyntaxFault("a: b", new Position(1, 4), Optional.empty());

    assertThat(fault.finding(new IllegalStateException("of the parser")))
        .isEqualTo(
            new Finding(
                new Position(1, 4),
                "",
                ProblemCode.YAML_SYNTAX,
                "not YAML from here on; correct it"));
  }

  @Test
  void aCutOffEscapeIsPlacedAtItsQuoteOrElseWhereTheTextWasReached() {
    NumberFormatException cut = new NumberFormatException();

    assertThat(fault("a: b \"\\x", 1, 5).finding(cut).position()).hasToString("1:6");
    assertThat(fault("a:\n  b \"\\x", 1, 3).finding(cut).position()).hasToString("2:5");
    assertThat(fault("a: b", 1, 5).finding(cut).position()).hasToString("1:5");
  }

  private static SyntaxFault fault(String text, int line, int column) {
    return new SyntaxFault(text, new Position(line, column), Optional.empty());
  }
}
