package dev.promotion.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static final int LONG = 10_000;

  @Property
  void everyNumberIsReadAgain(@ForAll long number) {
    String text = new JsonWriter().number("n", number).end();

    assertThat(new JsonReader(text, LONG).number("n")).isEqualTo(number);
  }

  @Nested
  class AnObject {

    private final String text =
        new JsonWriter()
            .text("a", "x")
            .number("b", Long.MIN_VALUE)
            .object("c", "inside", (json, value) -> json.text("d", value))
            .list("e", List.of(1, 2), (json, value) -> json.number("f", value))
            .texts("g", List.of("h", "i"))
            .texts("j", List.of())
            .end();

    @Test
    void isWrittenInTheOrderOfItsNamesWithoutBlanks() {
      assertThat(text)
          .isEqualTo(
              "{\"a\":\"x\",\"b\":-9223372036854775808,\"c\":{\"d\":\"inside\"},"
                  + "\"e\":[{\"f\":1},{\"f\":2}],\"g\":[\"h\",\"i\"],\"j\":[]}");
    }

    @Test
    void isReadInThatOrder() {
      JsonReader json = new JsonReader(text, text.length());

      assertThat(json.text("a")).isEqualTo("x");
      assertThat(json.number("b")).isEqualTo(Long.MIN_VALUE);
      assertThat(json.has("c")).isTrue();
      assertThat(json.has("d")).isFalse();
      String inside = json.object("c", each -> each.text("d"));
      assertThat(inside).isEqualTo("inside");
      assertThat(json.list("e", each -> each.number("f"))).containsExactly(1L, 2L);
      assertThat(json.texts("g")).containsExactly("h", "i");
      assertThat(json.texts("j")).isEmpty();
      json.end();
    }

    @Test
    void isNotReadIfItIsTooLong() {
      assertThatExceptionOfType(JsonException.class)
          .isThrownBy(() -> new JsonReader(text, text.length() - 1))
          .withMessage("is longer than " + (text.length() - 1) + " characters");
    }

    @Test
    void isRefusedWhereverItIsCutOff() {
      for (int length = 0; length < text.length(); length++) {
        String cut = text.substring(0, length);
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> readAll(cut));
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", " {}", "[]", "null", "\ufeff{}", "{} ", "{}\n", "{}{}", "{\"a\":1}"})
    void isAllThereIs(String other) {
      assertThatExceptionOfType(JsonException.class)
          .isThrownBy(() -> new JsonReader(other, LONG).end());
    }

    private static void readAll(String text) {
      JsonReader json = new JsonReader(text, LONG);
      json.text("a");
      json.number("b");
      json.object("c", inside -> inside.text("d"));
      json.list("e", inside -> inside.number("f"));
      json.texts("g");
      json.texts("j");
      json.end();
    }
  }

  @Nested
  class AText {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"a\":\"",
          "{\"a\":\"x",
          "{\"a\":\"x\n\"}",
          "{\"a\":\"\u0000\"}",
          "{\"a\":\"\\",
          "{\"a\":\"\\x\"}",
          "{\"a\":\"\\/\"}",
          "{\"a\":\"\\u0009\"}",
          "{\"a\":\"\\u0020\"}",
          "{\"a\":\"\\u001F\"}",
          "{\"a\":\"\\u00",
          "{\"a\":\"\ud800\"}",
          "{\"a\":\"\udc00\ud800\"}",
          "{\"a\":\"\ud83d",
          "{\"a\":'x'}",
          "{\"a\":1}",
          "{\"a\":null}",
          "{'a':\"x\"}",
          "{\"A\":\"x\"}"
        })
    void hasOneFormOnly(String other) {
      assertThatExceptionOfType(JsonException.class)
          .isThrownBy(() -> new JsonReader(other, LONG).text("a"))
          .withMessageMatching("lacks .+ at character [0-9]+");
    }
  }

  @Nested
  class ANumber {

    @ParameterizedTest
    @CsvSource({
      "9223372036854775807",
      "-9223372036854775808",
      "0",
      "-1",
    })
    void isWhole(long number) {
      assertThat(new JsonReader("{\"n\":" + number + "}", LONG).number("n")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "-",
          "--1",
          "+1",
          "01",
          "-0",
          "00",
          " 1",
          "9223372036854775808",
          "-9223372036854775809",
          "11111111111111111111111111111111",
          "\"1\"",
          "/",
          ":",
          "true"
        })
    void hasOneFormOnly(String other) {
      assertThatExceptionOfType(JsonException.class)
          .isThrownBy(() -> new JsonReader("{\"n\":" + other, LONG).number("n"))
          .withMessage("lacks a whole number at character 6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e0", "1 ", "1_0"})
    void endsWithItsDigits(String other) {
      JsonReader json = new JsonReader("{\"n\":" + other + "}", LONG);
      assertThat(json.number("n")).isEqualTo(1);

      assertThatExceptionOfType(JsonException.class)
          .isThrownBy(json::end)
          .withMessage("lacks '}' at character 7");
    }
  }
}
