package dev.promotion.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

  @ParameterizedTest
  @CsvSource({
    "*deploy*, 'please deploy\nnow', true",
    "*deploy*, deploy, true",
    "*deploy*, Deploy, false",
    "hotfix, hotfix, true",
    "hotfix, a hotfix, false",
    "release/*, release/1, true",
    "release/*, release/, true",
    "release/*, release, false",
    "*.x, 1.x, true",
    "*.x, 1.xx, false",
    "ab*ba, aba, false",
    "ab*ba, abba, true",
    "a*b*b, ab, false",
    "a**b, ab, true",
    "*, '', true",
    "'', '', true",
    "'', a, false"
  })
  void theWholeTextMustMatchCharacterByCharacter(String pattern, String text, boolean matches) {
    assertThat(new TextPattern(pattern).matches(text)).isEqualTo(matches);
    assertThat(new TextPattern(pattern)).hasToString(pattern);
  }

  /** 1,000 tries; regular expressions, which say the same more slowly, are the model. */
  @Property(tries = 1_000)
  void aStarStandsForAnyRunOfCharacters(@ForAll long seed) {
    Random random = new Random(seed);
    String pattern = word(random, "ab*", 8);
    String text = word(random, "ab\n", 10);
    Pattern model = Pattern.compile(pattern.replace("*", ".*"), Pattern.DOTALL);

    assertThat(new TextPattern(pattern).matches(text)).isEqualTo(model.matcher(text).matches());
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 200})
  void tooManyStarsAreRefused(int stars) {
    refused("*".repeat(stars));
  }

  @Test
  void aPatternThatIsTooLongIsRefused() {
    assertThat(new TextPattern("*" + "a".repeat(254)).matches("a".repeat(254))).isTrue();
    refused("a".repeat(256));
  }

  /** The best of several runs, for others may use the processor meanwhile. */
  @Test
  void manyStarsOnALongTextAreAnsweredAtOnce() {
    TextPattern pattern = new TextPattern("*a*a*a*a*a*a*a*b");
    String text = "a".repeat(100_000) + "c";
    long best = Long.MAX_VALUE;

    for (int run = 0; run < 20; run++) {
      long start = System.nanoTime();
      assertThat(pattern.matches(text)).isFalse();
      best = Math.min(best, System.nanoTime() - start);
    }

    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(1));
  }

  private static void refused(String pattern) {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(() -> new TextPattern(pattern))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(ProblemCode.PATTERN_LIMIT));
  }

  private static String word(Random random, String letters, int most) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(most + 1); length > 0; length--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }
}
