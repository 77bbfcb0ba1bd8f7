package dev.promotion.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @Property
  void escapedTextHasNothingInvisibleAndIsEscapedOnlyOnce(@ForAll String text) {
    String escaped = Texts.escaped(text);

    assertThat(escaped.codePoints()).noneMatch(Texts::invisible);
    assertThat(Texts.escaped(escaped)).isEqualTo(escaped);
  }

  @Property
  void quotedTextIsShort(@ForAll String text) {
    assertThat(Texts.quoted(text).length()).isLessThan(80 * 2 + 30);
  }

  @Nested
  class EscapedText {

    @Test
    void keepsWhatCanBeSeen() {
      assertThat(Texts.escaped("Größe 5 µm — 漢字 🚀 'x' \\n"))
          .isEqualTo("Größe 5 µm — 漢字 🚀 'x' \\n");
    }

    @Test
    void writesLineBreaksAndTabsAsPeopleKnowThem() {
      assertThat(Texts.escaped("a\nb\r\nc\td")).isEqualTo("a\\nb\\r\\nc\\td");
    }

    @ParameterizedTest
    @CsvSource({
      "0000, NUL",
      "0007, bell",
      "001B, escape of terminals",
      "007F, delete",
      "0085, next line",
      "00AD, soft hyphen",
      "034F, grapheme joiner",
      "061C, Arabic letter mark",
      "115F, Hangul filler",
      "200B, zero-width space",
      "200D, zero-width joiner",
      "200E, left-to-right mark",
      "2028, line separator",
      "2029, paragraph separator",
      "202E, right-to-left override",
      "2060, word joiner",
      "2066, left-to-right isolate",
      "3164, Hangul filler",
      "D83D, lone high surrogate",
      "DC00, lone low surrogate",
      "FEFF, byte order mark",
      "FFF9, interlinear annotation"
    })
    void writesWhatCannotBeSeenByItsNumber(String hex, String name) {
      String text = "a" + (char) Integer.parseInt(hex, 16) + "b";

      assertThat(Texts.escaped(text)).as(name).isEqualTo("a\\u" + hex + "b");
    }

    @Test
    void writesCharactersOutsideTheBasicPlaneByTheirNumber() {
      assertThat(Texts.escaped("a" + Character.toString(0xE0041))).isEqualTo("a\\uE0041");
    }
  }

  @Nested
  class QuotedText {

    @Test
    void standsInSingleQuotes() {
      assertThat(Texts.quoted("a\nb")).isEqualTo("'a\\nb'");
    }

    @Test
    void isShownInFullUpToEightyCharacters() {
      assertThat(Texts.quoted("x".repeat(80))).isEqualTo("'" + "x".repeat(80) + "'");
    }

    @Test
    void isCutAndCountedBeyondThat() {
      assertThat(Texts.quoted("x".repeat(81)))
          .isEqualTo("'" + "x".repeat(80) + "…' (81 characters)");
    }

    @Test
    void isNeverCutInsideACharacter() {
      assertThat(Texts.quoted("x" + "🚀".repeat(90)))
          .isEqualTo("'x" + "🚀".repeat(79) + "…' (91 characters)");
    }
  }

  @Nested
  class KnownNames {

    @Test
    void areListedWithTheOneThatWasMeant() {
      assertThat(Texts.known("prodution", List.of("dev", "production")))
          .isEqualTo("known: dev, production; did you mean 'production'?");
    }

    @Test
    void areNotListedWhereThereAreNone() {
      assertThat(Texts.known("qa", List.of())).isEqualTo("known: none");
    }

    @Test
    void areListedUpToTwenty() {
      List<String> names = IntStream.range(100, 120).mapToObj(each -> "env-" + each).toList();

      assertThat(Texts.known("something-else", names)).endsWith(", env-118, env-119");
    }

    @Test
    void areOnlyCountedBeyondTwenty() {
      List<String> names = IntStream.range(100, 123).mapToObj(each -> "env-" + each).toList();

      assertThat(Texts.known("something-else", names))
          .startsWith("known: env-100, env-101, ")
          .endsWith(", env-119 and 3 more");
    }
  }

  @Nested
  class ASpanOfTime {

    @ParameterizedTest
    @CsvSource({
      "PT-1H, 0s",
      "PT0S, 0s",
      "PT0.099S, 0s",
      "PT0.1S, 0.1s",
      "PT1.55S, 1.5s",
      "PT10S, 10s",
      "PT59.999S, 59.9s",
      "PT60S, 1m",
      "PT61.5S, 1m 1s",
      "PT90M, 1h 30m",
      "PT10H, 10h",
      "PT24H, 1d",
      "P2DT3H4M5S, 2d 3h 4m 5s",
      "P90D, 90d"
    })
    void isWrittenAsPeopleDo(String duration, String text) {
      assertThat(Texts.span(Duration.parse(duration))).isEqualTo(text);
    }
  }

  @Nested
  class Suggestion {

    @ParameterizedTest
    @CsvSource({
      "prod, prd",
      "production, prodcution",
      "qa, QA",
      "staging, stagin",
      "staging, sttaging",
      "staging, ztaging"
    })
    void namesTheNearest(String meant, String written) {
      List<String> candidates = List.of("dev", "qa", "prod", "production", "staging");

      assertThat(Texts.suggestion(written, candidates))
          .isEqualTo("; did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "europe", "xyz", "d", "a-name-that-is-much-longer-than-the-others"})
    void isLeftOutWhereNothingIsNear(String written) {
      assertThat(Texts.suggestion(written, List.of("dev", "stage", "production"))).isEmpty();
    }

    @Test
    void prefersTheNearer() {
      assertThat(Texts.suggestion("production2", List.of("productio", "production")))
          .isEqualTo("; did you mean 'production'?");
    }

    @Test
    void countsWhatIsTooMuchAtTheStart() {
      assertThat(Texts.suggestion("production", List.of("abcproductxyz"))).isEmpty();
    }

    @Test
    void isTheFirstByNameOfSeveralThatAreEquallyNear() {
      assertThat(Texts.suggestion("env-x", List.of("env-b", "env-a", "env-c")))
          .isEqualTo("; did you mean 'env-a'?");
    }
  }
}
