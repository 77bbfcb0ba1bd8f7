package dev.promotion.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  /** As Kubernetes has it in {@code apimachinery/pkg/util/validation}. */
  private static final Pattern DNS_1123 =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  @Property
  void whatKubernetesTakesIsTakenAndNothingElse(
      @ForAll @StringLength(min = 1, max = 8) @Chars({'a', 'z', '0', '9', '-', '.', 'A', '_'})
          String name) {
    boolean taken;
    try {
      taken = Names.kubernetes("name", name).equals(name);
    } catch (InvalidDefinitionException refused) {
      taken = false;
    }

    assertThat(taken).isEqualTo(DNS_1123.matcher(name).matches());
  }

  @Nested
  class KubernetesName {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "qa",
          "three-env-promotion",
          "cf-101",
          "7",
          "a.b-c.d",
          "null",
          "condor",
          "com10",
          "a--b",
          "xn--bcher-kva.example"
        })
    void isKeptAsItIs(String name) {
      assertThat(Names.kubernetes("name", name)).isEqualTo(name);
    }

    @Test
    void mayHave253CharactersInLabelsOfAnyLength() {
      String name = "x".repeat(253);

      assertThat(Names.kubernetes("name", name)).isEqualTo(name);
    }

    @Test
    void mayNotHaveMore() {
      refusal("x".repeat(254))
          .hasMessage(
              "environment name: '%s…' (254 characters) is longer than 253 characters; shorten it"
                  + " [ID_LENGTH]",
              "x".repeat(80));
    }

    @Test
    void mayNotBeEmpty() {
      refusal("")
          .hasMessage("environment name: the name is empty; give it one, like 'qa' [ID_EMPTY]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "prn", "aux", "nul", "com1", "lpt9"})
    void mayNotBeADevice(String name) {
      refusal(name)
          .hasMessage(
              "environment name: '%s' is the name of a device on some file systems; choose another"
                  + " [ID_RESERVED]",
              name);
    }

    @Test
    void mayNotBeMissing() {
      assertThatNullPointerException()
          .isThrownBy(() -> Names.kubernetes("environment name", null))
          .withMessage("environment name");
    }

    static Stream<Arguments> badNames() {
      return Stream.of(
          arguments("Prod", "'Prod' has 'P' (U+0050) at 1"),
          arguments("-prod", "'-prod' has '-' (U+002D) at 1"),
          arguments("prod-", "'prod-' has '-' (U+002D) at 5"),
          arguments("prod env", "'prod env' has ' ' (U+0020) at 5"),
          arguments("prod_env", "'prod_env' has '_' (U+005F) at 5"),
          arguments("пrod", "'пrod' has 'п' (U+043F) at 1"),
          arguments("caf\u00e9", "'café' has 'é' (U+00E9) at 4"),
          arguments("cafe\u0301", "has '\u0301' (U+0301) at 5"),
          arguments(".", "'.' has '.' (U+002E) at 1"),
          arguments("..", "'..' has '.' (U+002E) at 1"),
          arguments("a..b", "'a..b' has '.' (U+002E) at 2"),
          arguments("a.-b", "'a.-b' has '.' (U+002E) at 2"),
          arguments("a-.b", "'a-.b' has '-' (U+002D) at 2"),
          arguments("a.", "'a.' has '.' (U+002E) at 2"),
          arguments("a/b", "'a/b' has '/' (U+002F) at 2"),
          arguments("../../etc", "has '.' (U+002E) at 1"),
          arguments("dev\nprod", "'dev\\nprod' has '\\n' (U+000A) at 4"),
          arguments("dev\0", "'dev\\u0000' has '\\u0000' (U+0000) at 4"),
          arguments("dev\u202eprod", "'dev\\u202Eprod' has '\\u202E' (U+202E) at 4"),
          arguments("sp\u200bec", "'sp\\u200Bec' has '\\u200B' (U+200B) at 3"),
          arguments("a🚀", "'a🚀' has '🚀' (U+1F680) at 2"),
          arguments("$(id)", "'$(id)' has '$' (U+0024) at 1"),
          arguments("`id`", "'`id`' has '`' (U+0060) at 1"),
          arguments(";rm", "';rm' has ';' (U+003B) at 1"),
          arguments("--upload-pack=x", "has '-' (U+002D) at 1"),
          arguments("<script>", "'<script>' has '<' (U+003C) at 1"),
          arguments("%s%n", "'%s%n' has '%' (U+0025) at 1"),
          arguments("${jndi:ldap://x}", "'${jndi:ldap://x}' has '$' (U+0024) at 1"));
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void namesTheFirstCharacterThatDoesNotBelong(String name, String message) {
      refusal(name)
          .hasMessageContaining(message)
          .hasMessageEndingWith(
              "; only a–z, 0–9, '-' and '.' between labels, first and last a letter or digit"
                  + " [ID_CHARSET]");
    }

    private Refusal refusal(String name) {
      return new Refusal(() -> Names.kubernetes("environment name", name));
    }
  }

  @Nested
  class LineOfText {

    @Test
    void losesTheBlanksAroundIt() {
      assertThat(Names.line("who", "  Alice  B. \t\n", 20)).isEqualTo("Alice  B.");
    }

    @Test
    void mayBeAsLongAsAllowed() {
      assertThat(Names.line("who", "x".repeat(20), 20)).hasSize(20);
    }

    @Test
    void mayNotBeLonger() {
      refusal("x".repeat(21)).hasMessage("who: is longer than 20 characters; shorten it [LIMIT]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "\u2007 \u202f"})
    void mayNotBeBlank(String text) {
      refusal(text).hasMessage("who: is empty; say who or what it is [REQUIRED]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\0b", "a\u202eb", "a\u2028b", "a\ud800b", "a\u3164b"})
    void mayNotHaveAnythingInvisible(String text) {
      refusal(text)
          .hasMessageContaining("has a line break or another invisible character; remove it")
          .hasMessageEndingWith("[" + ProblemCode.TEXT_CHARSET + "]");
    }

    @Test
    void mayNotBeMissing() {
      assertThatNullPointerException()
          .isThrownBy(() -> Names.line("who", null, 20))
          .withMessage("who");
    }

    private Refusal refusal(String text) {
      return new Refusal(() -> Names.line("who", text, 20));
    }
  }

  /** What is said of something that is refused. */
  private record Refusal(Runnable attempt) {

    Refusal hasMessage(String message, Object... parts) {
      thrown().withMessage(message, parts);
      return this;
    }

    Refusal hasMessageContaining(String part) {
      thrown().withMessageContaining(part);
      return this;
    }

    Refusal hasMessageEndingWith(String end) {
      thrown().withMessageEndingWith(end);
      return this;
    }

    private ThrowableAssertAlternative<InvalidDefinitionException> thrown() {
      return assertThatExceptionOfType(InvalidDefinitionException.class).isThrownBy(attempt::run);
    }
  }
}
