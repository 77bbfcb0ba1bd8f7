package dev.promotion.yaml.internal.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What filters ask of each child, section by section of the standard. */
class FilterTest {

  private static String found(String document, String filter) {
    return PathQuery.parse("$[?" + filter + "]").find(JsonTree.of(document)).stream()
        .map(node -> node.value().toString())
        .collect(Collectors.joining(" "));
  }

  private static boolean holds(String document, String filter) {
    return !PathQuery.parse("$[?" + filter + "]").find(JsonTree.of("[" + document + "]")).isEmpty();
  }

  @Nested
  class Comparisons {

    private static final String VALUES =
        """
        {"list": [1, [2]], "same": [1, [2]], "more": [1, [2], 3], "turned": [[2], 1],
         "map": {"x": 1, "y": {"z": null}}, "mixed": {"y": {"z": null}, "x": 1},
         "less": {"x": 1}, "other": {"x": 1, "w": {"z": null}},
         "one": 1, "two": 2, "text": "b", "empty": "", "yes": true, "no": false, "none": null}
        """;

    @ParameterizedTest
    @ValueSource(
        strings = {
          "@.absent == @.gone",
          "@.absent <= @.gone",
          "@.absent >= @.gone",
          "@.absent != 'x'",
          "@.absent != null",
          "@.list != @.absent",
          "1 == 1",
          "1 <= 2",
          "2 > 1",
          "@.one < @.two",
          "@.two >= @.one",
          "@.two >= 2",
          "1 == 1.0",
          "10 == 1e1",
          "100 == 1E+2",
          "0.01 == 1e-2",
          "0 == -0",
          "-0 == 0.000e5",
          "-1 < 0",
          "-2 < -1",
          "-1.5 < -1.4",
          "9 < 10",
          "0.9 < 0.95",
          "0.10 == 0.1",
          "9007199254740993 != 9007199254740992",
          "9007199254740993 > 9007199254740992",
          "1e400 > 1e399",
          "1e-400 < 1e-399",
          "1e99999999999999999999 > 1e400",
          "1e-99999999999999999999 < 1e-400",
          "-1e99999999999999999999 < 0",
          "1e00000000000000000001 == 10",
          "0e99999999999999999999 == 0",
          "'a' < 'b'",
          "'a' < 'aa'",
          "'' < 'a'",
          "'b' >= 'a'",
          "'10' < '9'",
          "'\\uFF5E' < '\\uD83D\\uDE80'",
          "'\\uD83D\\uDE80' < '\\uD83D\\uDE81'",
          "@.text == 'b'",
          "@.text == \"b\"",
          "@.empty == ''",
          "@.yes == true",
          "@.yes != false",
          "@.no == false",
          "@.no != @.none",
          "@.yes <= true",
          "@.none == null",
          "@.none >= null",
          "@.list == @.same",
          "@.list <= @.same",
          "@.list != @.more",
          "@.list != @.turned",
          "@.map == @.mixed",
          "@.map >= @.mixed",
          "@.map != @.less",
          "@.map != @.other",
          "@.list[0] == 1",
          "@.list[-1][0] == 2",
          "@['list'][0] == @['map'][\"x\"]",
          "$[0].one == 1",
          "@ == $[0]"
        })
    void valuesCompareSo(String comparison) {
      assertThat(holds(VALUES, comparison)).isTrue();
      assertThat(holds(VALUES, "!(" + comparison + ")")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "@.absent < @.gone",
          "@.absent > @.gone",
          "@.absent != @.gone",
          "@.absent == null",
          "@.absent < 1",
          "@.absent >= 1",
          "1 == '1'",
          "1 < '2'",
          "1 >= '1'",
          "'a' > 1",
          "true < 2",
          "false < true",
          "null < 1",
          "null == false",
          "@.no == 0",
          "@.none == ''",
          "@.list < @.more",
          "@.list > 1",
          "@.map < @.mixed",
          "@.map >= @.less",
          "@.list == @.more",
          "@.list == @.map",
          "1 != 1.0",
          "'a' == 'A'",
          "'a' < 'a'",
          "'a' > 'a'"
        })
    void valuesDoNotCompareSo(String comparison) {
      assertThat(holds(VALUES, comparison)).isFalse();
      assertThat(holds(VALUES, "!(" + comparison + ")")).isTrue();
    }
  }

  @Nested
  class Tests {

    private static final String LIST =
        """
        [{"a": 1}, {"a": null}, {"a": false, "b": 1}, {"b": 2, "c": [1, 2]}, [7], 5, "a"]
        """;

    @ParameterizedTest
    @CsvSource(
        delimiterString = "->",
        quoteCharacter = '`',
        textBlock =
            """
            @.a                 -> {"a":1} {"a":null} {"a":false,"b":1}
            !@.a                -> {"b":2,"c":[1,2]} [7] 5 "a"
            ! @.a               -> {"b":2,"c":[1,2]} [7] 5 "a"
            @.a && @.b          -> {"a":false,"b":1}
            @.a || @.b          -> {"a":1} {"a":null} {"a":false,"b":1} {"b":2,"c":[1,2]}
            @.*                 -> {"a":1} {"a":null} {"a":false,"b":1} {"b":2,"c":[1,2]} [7]
            @[0]                -> [7]
            @..[1]              -> {"b":2,"c":[1,2]}
            @ == 5              -> 5
            @[?@ > 1]           -> {"b":2,"c":[1,2]} [7]
            @[?@.x || @[?@==2]] -> {"b":2,"c":[1,2]}
            $[5] == @           -> 5
            @.b > 1 || @.a == 1 -> {"a":1} {"b":2,"c":[1,2]}
            """)
    void whatExistsIsTold(String filter, String expected) {
      assertThat(found(LIST, filter)).isEqualTo(expected);
    }

    @Test
    void everyNodeIsAChildOfTheRootThatIsFiltered() {
      assertThat(found("{\"x\": 1, \"y\": 2, \"z\": 3}", "@ >= 2")).isEqualTo("2 3");
      assertThat(found("3", "@ >= 2")).isEmpty();
      assertThat(found("[1, 2]", "$")).isEqualTo("1 2");
    }

    @ParameterizedTest
    @CsvSource({
      "@.t || @.t && @.f, true",
      "(@.t || @.t) && @.f, false",
      "@.f && @.f || @.t, true",
      "@.f && (@.f || @.t), false",
      "!@.f && @.t, true",
      "!(@.f && @.t), true",
      "!(@.f || @.t), false",
      "!(@.t) || @.f, false",
      "((@.t)), true",
      "@.t && @.t && @.t, true",
      "@.t && @.t && @.f, false",
      "@.f || @.f || @.t, true",
      "@.t&&@.t||@.f, true",
    })
    void notBindsTighterThanAndAndAndTighterThanOr(String filter, boolean expected) {
      assertThat(holds("{\"t\": 1}", filter)).isEqualTo(expected);
    }

    @Test
    void filtersMayStandBesideOtherSelectors() {
      JsonTree list = JsonTree.of("[1, 2, 3]");

      assertThat(PathQuery.parse("$[?@ > 2, 0, ?@ < 2, 0:1]").find(list))
          .extracting(Node::path)
          .containsExactly("$[2]", "$[0]", "$[0]", "$[0]");
    }
  }

  @Nested
  class Functions {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "length(@.text) == 4",
          "length(@.list) == 2",
          "length(@.map) == 3",
          "length('') == 0",
          "length(@.list) > length(@.one)",
          "length(value(@.*.x)) == 1",
          "count(@.*) == 5",
          "count(@.list[*]) == 2",
          "count(@.absent) == 0",
          "count(@..x) == 1",
          "count($.*) == 1",
          "value(@..x) == 'v'",
          "value(@.absent) == @.gone",
          "value(@.list.*) == @.gone",
          "match(@.text, 't.*')",
          "match(@.text, 'te🚀t')",
          "!match(@.text, 'te')",
          "search(@.text, 'e.')",
          "!search(@.text, 'x')",
          "!match(@.number, '.*')",
          "!match('1', @.number)",
          "!match(@.absent, '.*')",
          "!match('a', @.absent)",
          "!search(@.text, '[')",
          "match(value(@..x), @.map.pattern)",
          "length( @.text )==4",
          "match( @.text , 't.*' ) && true == true"
        })
    void functionsTellOfTheirArguments(String filter) {
      assertThat(holds(DOCUMENT, filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "length(@.number) == 1",
          "length(@.absent) == 0",
          "length(null) == 0",
          "length(true) == 4",
          "length(@.number) > 0",
          "value(@.list.*) == 1",
          "match(@.number, '1')",
          "match(@.text, 'T.*')"
        })
    void whatAFunctionCannotTellIsNothing(String filter) {
      assertThat(holds(DOCUMENT, filter)).isFalse();
    }

    private static final String DOCUMENT =
        """
        {"text": "te🚀t", "list": [1, 2], "map": {"x": "v", "pattern": "[u-w]", "y": 0},
         "number": 1, "one": [0]}
        """;

    @Test
    void whatIsNoRegularExpressionIsToldInAWarning() {
      assertThat(PathQuery.parse("$[?match(@, '\\\\d') || search(@.a, 'a')]").warnings())
          .singleElement()
          .hasToString(
              "'\\d' is no regular expression as paths know it (RFC 9485), so it matches nothing;"
                  + " correct it [PATH_REGEXP]");
    }

    @Test
    void manyRegularExpressionsOfADocumentAreReadOneAfterTheOther() {
      String pairs =
          IntStream.range(0, 100)
              .mapToObj(each -> "{\"p\": \"a{" + each % 20 + "}\", \"t\": \"aaa\"}")
              .collect(Collectors.joining(",", "[", "]"));

      assertThat(PathQuery.parse("$[?match(@.t, @.p)]").find(JsonTree.of(pairs)))
          .extracting(Node::path)
          .containsExactly("$[3]", "$[23]", "$[43]", "$[63]", "$[83]");
    }
  }
}
