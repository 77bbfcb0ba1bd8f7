package dev.promotion.yaml.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

  @Test
  void aTextOfEightyCharactersIsShownWhole() {
    String text = "x".repeat(80);

    assertThat(Wording.quoted(text)).isEqualTo("'" + text + "'");
  }

  @Test
  void aLongerTextIsCutAndItsLengthTold() {
    assertThat(Wording.quoted("x".repeat(81)))
        .isEqualTo("'" + "x".repeat(80) + "…' (81 characters)");
  }

  @Test
  void aTextIsNeverCutInsideACharacter() {
    assertThat(Wording.quoted("x".repeat(79) + "\uD83D\uDE80 and on"))
        .isEqualTo("'" + "x".repeat(79) + "…' (88 characters)");
  }

  @Test
  void wordsAreListedInTheirOrder() {
    assertThat(Wording.list(List.of("qa", "dev"))).isEqualTo("qa, dev");
  }

  @Test
  void aCharacterIsNamedAsUnicodeDoes() {
    assertThat(Wording.codePoint(0xB)).isEqualTo("U+000B");
    assertThat(Wording.codePoint(0x1F680)).isEqualTo("U+1F680");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u200Bb", "a\uD800b"})
  void theFirstCharacterThatCannotBeSeenIsFound(String text) {
    assertThat(Wording.invisible(text)).hasValue(text.codePointAt(1));
  }

  @Test
  void inAVisibleTextNoneIsFound() {
    assertThat(Wording.invisible("plain \uD83D\uDE80")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "stps, steps",
    "STEPS, steps",
    "s, a",
    "stageing, staging",
    "st\u200Beps, steps",
    "spteps, steps"
  })
  void aMisspeltWordIsTracedToTheNearest(String word, String meant) {
    assertThat(Wording.nearest(word, List.of("a", "steps", "staging", "timeout"))).hasValue(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy", "xyz", "te", "stepsandmore", "sxxxs"})
  void aWordTooFarFromAllIsTracedToNone(String word) {
    assertThat(Wording.nearest(word, List.of("steps", "staging", "timeout"))).isEmpty();
    assertThat(Wording.suggestion(word, List.of("steps", "staging", "timeout"))).isEmpty();
  }

  @Test
  void ofTwoEquallyNearTheFirstByNameIsMeant() {
    assertThat(Wording.nearest("aac", List.of("aab", "aaa"))).hasValue("aaa");
  }

  @Test
  void theLimitOfADistanceGrowsWithTheWordOnlyToAPoint() {
    String word = "x".repeat(90);

    assertThat(Wording.nearest(word, List.of("x".repeat(69)))).isPresent();
    assertThat(Wording.nearest(word, List.of("x".repeat(68)))).isEmpty();
  }

  @Test
  void aSuggestionIsAQuestion() {
    assertThat(Wording.suggestion("stps", List.of("steps"))).isEqualTo("; did you mean 'steps'?");
  }
}
