package dev.promotion.yaml.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Findings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

  private final Findings findings = new Findings();

  @Test
  void aTextOfTheLargestSizeIsReadAndOneByteMoreIsNot() {
    String largest = "# 34567890\n".repeat(90_909) + "#";

    assertThat(largest).hasSize(SourceText.MOST_BYTES);
    assertThat(SourceText.decode(bytes(largest), findings)).hasValue(largest);
    assertThat(SourceText.check(largest, findings)).hasValue(largest);
    assertThat(SourceText.decode(bytes(largest + "#"), findings)).isEmpty();
    assertThat(SourceText.check(largest + "#", new Findings())).isEmpty();
    assertThat(problems())
        .containsExactly("f:1:1: 1.1 MB, the limit is 1 MB; split it [SIZE_LIMIT]");
  }

  @Test
  void aLineOfTheLargestLengthIsReadAndOneCharacterMoreIsNot() {
    String longest = "x".repeat(SourceText.LONGEST_LINE);

    assertThat(SourceText.check("a\n" + longest, findings)).isPresent();
    assertThat(SourceText.check("a\n" + longest + "x", findings)).isEmpty();
    assertThat(problems())
        .containsExactly("f:2:1: the line has 300001 characters, the limit is 300000 [LINE_LIMIT]");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x0, 0x8, 0xB, 0x1B, 0x7F, 0x85, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xFFFE, 0xFFFF
      })
  void aCharacterThatHidesOrReordersIsRefusedWhereItStands(int point) {
    assertThat(SourceText.check("a: b\n\uD83D\uDE80c" + Character.toString(point), findings))
        .isEmpty();
    assertThat(findings.in("f"))
        .extracting(Problem::code, Problem::place)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ProblemCode.CONTROL_CHARACTER, "f:2:3"));
  }

  @ParameterizedTest
  @ValueSource(ints = {'\t', ' ', 0xA0, 0x2029, 0x202F, 0x2065, 0x206A, 0xFFFD, 0x1F680})
  void anyOtherCharacterIsRead(int point) {
    assertThat(SourceText.check("a: b" + Character.toString(point), findings)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: \uD800", "a: \uDC00", "a: \uDC00\uD800"})
  void halfACharacterIsRefused(String text) {
    assertThat(SourceText.check(text, findings)).isEmpty();
    assertThat(findings.in("f")).extracting(Problem::code).containsOnly(ProblemCode.ENCODING);
  }

  @Test
  void aByteOrderMarkIsLeftOut() {
    assertThat(SourceText.check("\uFEFFa: b", findings)).hasValue("a: b");
    assertThat(SourceText.decode(bytes("\uFEFFa: b"), findings)).hasValue("a: b");
  }

  @Test
  void utf16IsNamed() {
    for (byte[] mark : List.of(new byte[] {-1, -2, 'a', 0}, new byte[] {-2, -1, 0, 'a'})) {
      Findings each = new Findings();

      assertThat(SourceText.decode(mark, each)).isEmpty();
      assertThat(each.in("f"))
          .extracting(Problem::toString)
          .containsExactly("f:1:1: the file is UTF-16; save it as UTF-8 [ENCODING]");
    }
  }

  @Test
  void bytesThatAreNoUtf8AreToldByPlaceAndNumber() {
    byte[] latin = "a: b\n\u00E9: d".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(SourceText.decode(latin, findings)).isEmpty();
    assertThat(problems())
        .containsExactly("f:2:1: byte 6 of the file is not UTF-8; save it as UTF-8 [ENCODING]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "\u00E9"})
  void aShortTextIsReadAsItIs(String text) {
    assertThat(SourceText.decode(bytes(text), findings)).hasValue(text);
  }

  @Test
  void aSizeIsRoundedUpSoThatItIsNeverSaidToBeTheLimit() {
    SourceText.tooLarge(1_000_001, findings);
    SourceText.tooLarge(2_500_000, findings);

    assertThat(problems())
        .containsExactlyInAnyOrder(
            "f:1:1: 1.1 MB, the limit is 1 MB; split it [SIZE_LIMIT]",
            "f:1:1: 2.5 MB, the limit is 1 MB; split it [SIZE_LIMIT]");
  }

  @Test
  void marksOfAnUnfinishedMergeAreFoundAtTheStartOfALineOnly() {
    assertThat(SourceText.check("a: <<<<<<<", findings)).isPresent();
    assertThat(SourceText.check("a: b\n<<<<<<< HEAD", findings)).isEmpty();
    assertThat(findings.in("f")).extracting(Problem::place).containsExactly("f:2:1");
  }

  private List<String> problems() {
    return findings.in("f").stream().map(Problem::toString).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
