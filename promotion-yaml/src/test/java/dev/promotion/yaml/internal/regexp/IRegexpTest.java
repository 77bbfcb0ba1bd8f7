package dev.promotion.yaml.internal.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IRegexpTest {

  private static boolean matches(String expression, String text) {
    return IRegexp.parse(expression).orElseThrow().matches(text, cost -> {});
  }

  private static boolean isIn(String expression, String text) {
    return IRegexp.parse(expression).orElseThrow().isIn(text, cost -> {});
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      textBlock =
          """
          ``            -> ``
          abc           -> abc
          a|b           -> b
          a|            -> ``
          |a            -> a
          ab|cd|ef      -> cd
          a(b|c)d       -> acd
          ()            -> ``
          a*            -> ``
          a*            -> aaaa
          a+            -> aaa
          ab?c          -> ac
          ab?c          -> abc
          a{2}          -> aa
          a{2,}         -> aaaaa
          a{2,3}        -> aaa
          a{0}b         -> b
          a{0,1}b       -> ab
          (ab){2}       -> abab
          (a*)*         -> aaa
          (a*)*b        -> b
          (a|b)*c       -> ababc
          .             -> x
          .             -> 🚀
          a.b           -> a🚀b
          🚀+           -> 🚀🚀
          [abc]         -> b
          [a-c]         -> b
          [^a-c]        -> d
          [a-c-]        -> -
          [-a]          -> -
          [-]           -> -
          [^-]          -> a
          [.]           -> .
          [(*+?{|}$)]   -> *
          [a^]          -> ^
          [\\]]         -> ]
          [\\n\\t]      -> `\t`
          [\\p{Lu}x]    -> É
          [^\\p{Lu}]    -> é
          [b-da-c]      -> a
          [a-cb-d]      -> d
          [🚀-🚂]       -> 🚁
          \\.           -> .
          \\\\          -> \\
          \\(\\)\\*\\+\\-\\?\\[\\]\\^\\{\\|\\} -> ()*+-?[]^{|}
          \\p{L}        -> é
          \\p{Ll}       -> é
          \\p{Nd}+      -> 42
          \\P{L}        -> 1
          \\p{Zs}       -> ` `
          \\p{Cc}       -> `\t`
          \\P{Cc}       -> a
          ^abc$         -> abc
          (^a|b)c       -> ac
          a-b           -> a-b
          a,b/c         -> a,b/c
          """)
  void aWholeTextIsMatched(String expression, String text) {
    assertThat(matches(expression, text)).isTrue();
    assertThat(isIn(expression, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      textBlock =
          """
          ``            -> a
          abc           -> ab
          abc           -> abcd
          a|b           -> ab
          a+            -> ``
          a{2}          -> a
          a{2}          -> aaa
          a{2,}         -> a
          a{2,3}        -> aaaa
          ab?c          -> abbc
          .             -> ``
          .             -> `\n`
          .             -> `\r`
          [a-c]         -> d
          [^a-c]        -> a
          [^a]          -> ``
          [a\\-c]       -> b
          \\p{Lu}       -> é
          \\P{Lu}       -> É
          \\p{Lu}       -> EE
          A             -> a
          b^a           -> ba
          a$b           -> ab
          (b|^a)c       -> xac
          """)
  void anotherTextIsNotMatched(String expression, String text) {
    assertThat(matches(expression, text)).isFalse();
  }

  @Test
  void aDotIsNoEndOfALineAndEverythingElse() {
    assertThat(matches(".*", "a\u0085\u2028\u2029\u0000")).isTrue();
    assertThat(isIn(".", "\n\r")).isFalse();
    assertThat(matches("[^x]", "\n")).isTrue();
  }

  @Test
  void aPartIsFoundAnywhere() {
    assertThat(isIn("b+", "aabbcc")).isTrue();
    assertThat(isIn("cc", "aabbcc")).isTrue();
    assertThat(isIn("^aa", "aabbcc")).isTrue();
    assertThat(isIn("^bb", "aabbcc")).isFalse();
    assertThat(isIn("cc$", "aabbcc")).isTrue();
    assertThat(isIn("bb$", "aabbcc")).isFalse();
    assertThat(isIn("ab|bc", "xxbcx")).isTrue();
    assertThat(isIn("d", "aabbcc")).isFalse();
    assertThat(isIn("", "abc")).isTrue();
    assertThat(isIn("$", "abc")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "a)",
        "(a",
        "*",
        "+a",
        "?",
        "a**",
        "a{",
        "a{}",
        "a{,2}",
        "a{2",
        "a{2,1}",
        "a{b}",
        "{",
        "}",
        "]",
        "[",
        "[]",
        "[^]",
        "[a",
        "[b-a]",
        "[a-",
        "[[a]]",
        "[a-b-c]",
        "[--a]",
        "\\",
        "\\d",
        "\\w",
        "\\s",
        "\\b",
        "\\$",
        "\\/",
        "\\x41",
        "\\u0041",
        "\\p",
        "\\p{",
        "\\p{}",
        "\\p{X}",
        "\\p{Lx}",
        "\\p{Cs}",
        "\\p{IsBasicLatin}",
        "\\pL",
        "(?:a)",
        "(?i)a",
        "a*?",
        "a++",
        "\\1",
        "[\\d]",
        "[\\p{X}]",
        "[a-\\p{L}]",
        "\uD800",
        "[\uDC00]"
      })
  void whatOtherDialectsKnowIsNoExpression(String text) {
    assertThat(IRegexp.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "L, Lu Ll Lt Lm Lo",
    "M, Mn Mc Me",
    "N, Nd Nl No",
    "P, Pc Pd Ps Pe Pi Pf Po",
    "Z, Zs Zl Zp",
    "S, Sm Sc Sk So",
    "C, Cc Cf Cn Co"
  })
  void aCategoryHoldsTheCharactersOfItsParts(String category, String parts) {
    IRegexp whole = IRegexp.parse("\\p{" + category + "}").orElseThrow();
    IRegexp others = IRegexp.parse("\\P{" + category + "}").orElseThrow();
    IRegexp oneOf = IRegexp.parse("\\p{" + parts.replace(" ", "}|\\p{") + "}").orElseThrow();
    Pattern known = Pattern.compile("\\p{" + category + "}");

    for (int point = 0; point < 0x30000; point += 7) {
      String text = Character.toString(point);
      boolean half = Character.getType(point) == Character.SURROGATE;
      boolean in = known.matcher(text).matches() && !half;
      assertThat(whole.matches(text, cost -> {})).as(text).isEqualTo(in);
      assertThat(oneOf.matches(text, cost -> {})).as(text).isEqualTo(in);
      assertThat(others.matches(text, cost -> {})).as(text).isEqualTo(!in && !half);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a*)*b", "(a|a)*b", "(a?){30}a{30}b", "(.*)(.*)(.*)(.*)x", "(a*a*)*b"})
  void noTextTakesMoreThanItsLengthTimesTheSizeOfTheExpression(String expression) {
    IRegexp regexp = IRegexp.parse(expression).orElseThrow();
    String text = "a".repeat(10_000);
    AtomicLong steps = new AtomicLong();

    assertThat(regexp.matches(text, steps::addAndGet)).isFalse();
    assertThat(regexp.isIn(text, steps::addAndGet)).isFalse();
    assertThat(steps.get()).isLessThan(2L * (text.length() + 1) * (2L * regexp.size() + 1));
  }

  @Test
  void aSearchEndsAsSoonAsNothingCanMatchAnyMore() {
    AtomicLong steps = new AtomicLong();

    assertThat(IRegexp.parse("b.*").orElseThrow().matches("a".repeat(10_000), steps::addAndGet))
        .isFalse();
    assertThat(IRegexp.parse("a").orElseThrow().isIn("a".repeat(10_000), steps::addAndGet))
        .isTrue();
    assertThat(steps.get()).isLessThan(50);
  }

  @Test
  void aSearchCanBeStopped() {
    IRegexp regexp = IRegexp.parse("a*").orElseThrow();

    assertThatThrownBy(
            () ->
                regexp.matches(
                    "aaa",
                    cost -> {
                      throw new IllegalStateException("enough");
                    }))
        .hasMessage("enough");
  }

  @Test
  void anExpressionIsOnlySoLarge() {
    String longest = "a".repeat(IRegexp.MOST_LENGTH);

    assertThat(IRegexp.parse(longest).orElseThrow().size()).isEqualTo(IRegexp.MOST_LENGTH + 1);
    assertThatThrownBy(() -> IRegexp.parse(longest + "a"))
        .isInstanceOf(RegexpLimitException.class)
        .hasMessage("it has 2001 characters, the limit is 2000");
    assertThat(IRegexp.parse("a{9999}").orElseThrow().size()).isEqualTo(IRegexp.MOST_INSTRUCTIONS);
    for (String large :
        new String[] {
          "a{10000}", "a{99999999999}", "(a{500}){500}", "a{0,5000}", "((a*)*){3000}"
        }) {
      assertThatThrownBy(() -> IRegexp.parse(large))
          .isInstanceOf(RegexpLimitException.class)
          .hasMessage("its repetitions make it too large");
    }
  }

  @Test
  void groupsAreNestedOnlySoDeep() {
    assertThat(matches("(".repeat(50) + "a" + ")".repeat(50), "a")).isTrue();
    assertThatThrownBy(() -> IRegexp.parse("(".repeat(51) + "a" + ")".repeat(51)))
        .hasMessage("its groups are nested deeper than 50 levels");
    assertThat(matches("(a)".repeat(100), "a".repeat(100))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(){99999}", "((){999}){999}", "(a{0}){999999}", "(((){9}){9}){9,}"})
  void nothingMayBeRepeatedHoweverOften(String expression) {
    assertThat(matches(expression, "")).isTrue();
    assertThat(matches(expression, "a")).isFalse();
  }

  @Property(tries = 2_000)
  void theAnswerIsThatOfTheJdkWhichGoesBack(
      @ForAll("expressions") String expression, @ForAll("texts") String text) {
    Pattern known = Pattern.compile(expression);

    assertThat(matches(expression, text)).isEqualTo(known.matcher(text).matches());
    assertThat(isIn(expression, text)).isEqualTo(known.matcher(text).find());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("abc1").ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> expressions() {
    return expressions(4);
  }

  private static Arbitrary<String> expressions(int depth) {
    Arbitrary<String> one =
        Arbitraries.of("a", "b", "c", ".", "[ab]", "[^a]", "[a-c]", "\\p{L}", "\\P{L}", "");
    if (depth == 0) {
      return one;
    }
    Arbitrary<String> part = expressions(depth - 1);
    Arbitrary<String> many =
        Arbitraries.of("*", "+", "?", "{0}", "{1}", "{2}", "{0,2}", "{1,}", "{2,3}");
    return Arbitraries.oneOf(
        one,
        Combinators.combine(part, part).as((left, right) -> left + right),
        Combinators.combine(part, part).as((left, right) -> "(" + left + "|" + right + ")"),
        Combinators.combine(part, many).as((inner, times) -> "(" + inner + ")" + times));
  }
}
