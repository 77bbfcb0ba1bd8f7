package dev.promotion.yaml.internal.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard, section by section: where a path leads in a document of our own. */
class StandardTest {

  private static final JsonTree VALUES =
      JsonTree.of(
          """
          {
            "image": {"repository": "shop/web", "tag": "1.10"},
            "replicas": 3,
            "hosts": ["a.example", "b.example", "c.example", "d.example"],
            "sidecars": [
              {"name": "proxy", "image": {"tag": "0.1"}, "port": 8080},
              {"name": "metrics", "image": {"tag": "2.0"}},
              {"name": "log", "port": 9000, "enabled": false, "note": null}
            ]
          }
          """);

  private static String paths(JsonTree document, String path) {
    String found =
        PathQuery.parse(path).find(document).stream()
            .map(Node::path)
            .collect(Collectors.joining(" "));
    return found.isEmpty() ? "nothing" : found;
  }

  private static String paths(String path) {
    return paths(VALUES, path);
  }

  @Nested
  class Basics {

    @Test
    void theRootIsTheDocumentWhateverItIs() {
      for (String document : new String[] {"{}", "[]", "1", "\"a\"", "true", "null"}) {
        assertThat(PathQuery.parse("$").find(JsonTree.of(document)))
            .singleElement()
            .satisfies(node -> assertThat(node.value()).hasToString(document))
            .hasToString("$");
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "$ .image .tag",
          "$\t[ 'image' ]\n[\r'tag' ]",
          "$[\n\"image\"].tag",
          "$ [ 'image']  .tag"
        })
    void blanksMayStandBetweenSegmentsAndInBrackets(String path) {
      assertThat(paths(path)).isEqualTo("$['image']['tag']");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"$.tag", "$.image.tag.more", "$.hosts.a", "$.replicas[0]", "$.image[0]"})
    void whatIsNotThereIsNotFound(String path) {
      assertThat(paths(path)).isEqualTo("nothing");
    }
  }

  @Nested
  class NameSelectors {

    private static final JsonTree ODD =
        JsonTree.of(
            """
            {"a-b": 1, "c.d": 2, "": 3, "'": 4, "\\"": 5, "é": 6, "🚀": 7, "\\u0001\\u001f": 8,
             "\\\\": 9, "\\b\\f\\n\\r\\t": 10, "_x1": 11, "/": 12, "\\u2028": 13, "e\\u0301": 14}
            """);

    @ParameterizedTest
    @CsvSource(
        delimiterString = "->",
        quoteCharacter = '`',
        textBlock =
            """
            $['a-b']                 -> $['a-b']
            $["a-b"]                 -> $['a-b']
            $['c.d']                 -> $['c.d']
            $['']                    -> $['']
            $['\\'']                 -> $['\\'']
            $["'"]                   -> $['\\'']
            $['"']                   -> $['"']
            $["\\""]                 -> $['"']
            $.é                      -> $['é']
            $['\\u00e9']             -> $['é']
            $['\\u00E9']             -> $['é']
            $.🚀                     -> $['🚀']
            $['\\uD83D\\uDE80']      -> $['🚀']
            $['\\ud83d\\ude80']      -> $['🚀']
            $['\\u0001\\u001F']      -> $['\\u0001\\u001f']
            $['\\\\']                -> $['\\\\']
            $['\\b\\f\\n\\r\\t']     -> $['\\b\\f\\n\\r\\t']
            $._x1                    -> $['_x1']
            $['\\/']                 -> $['/']
            $['e\\u0301']            -> $['e\u0301']
            """)
    void aNameIsFoundHoweverItIsWritten(String path, String found) {
      assertThat(paths(ODD, path)).isEqualTo(found);
    }

    @Test
    void namesAreComparedAsTheyAre() {
      assertThat(paths(JsonTree.of("{\"é\": 1}"), "$['e\\u0301']")).isEqualTo("nothing");
      assertThat(paths("$.Image")).isEqualTo("nothing");
      assertThat(paths(ODD, "$['\u2028']")).isEqualTo("$['\u2028']");
    }

    @Test
    void aNameIsNoIndex() {
      assertThat(paths("$.hosts['0']")).isEqualTo("nothing");
      assertThat(paths(JsonTree.of("{\"0\": 1}"), "$[0]")).isEqualTo("nothing");
    }
  }

  @Nested
  class WildcardSelectors {

    @ParameterizedTest
    @CsvSource(
        delimiterString = "->",
        quoteCharacter = '`',
        textBlock =
            """
            $.*              -> $['image'] $['replicas'] $['hosts'] $['sidecars']
            $[*]             -> $['image'] $['replicas'] $['hosts'] $['sidecars']
            $.image.*        -> $['image']['repository'] $['image']['tag']
            $.hosts[*]       -> $['hosts'][0] $['hosts'][1] $['hosts'][2] $['hosts'][3]
            $.hosts[*, 0]    -> $['hosts'][0] $['hosts'][1] $['hosts'][2] $['hosts'][3] $['hosts'][0]
            $.replicas.*     -> nothing
            $.sidecars.*.port -> $['sidecars'][0]['port'] $['sidecars'][2]['port']
            """)
    void everyChildIsFoundInOrder(String path, String found) {
      assertThat(paths(path)).isEqualTo(found);
    }
  }

  @Nested
  class IndexSelectors {

    @ParameterizedTest
    @CsvSource(
        delimiterString = "->",
        quoteCharacter = '`',
        textBlock =
            """
            $.hosts[0]                  -> $['hosts'][0]
            $.hosts[3]                  -> $['hosts'][3]
            $.hosts[4]                  -> nothing
            $.hosts[-1]                 -> $['hosts'][3]
            $.hosts[-4]                 -> $['hosts'][0]
            $.hosts[-5]                 -> nothing
            $.hosts[9007199254740991]   -> nothing
            $.hosts[-9007199254740991]  -> nothing
            $.hosts[2, 0, -1]           -> $['hosts'][2] $['hosts'][0] $['hosts'][3]
            """)
    void anElementIsCountedFromEitherEnd(String path, String found) {
      assertThat(paths(path)).isEqualTo(found);
    }
  }

  @Nested
  class Slices {

    private static final JsonTree LETTERS = JsonTree.of("[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]");

    private static String letters(String slice) {
      return PathQuery.parse("$[" + slice + "]").find(LETTERS).stream()
          .map(node -> node.value().text())
          .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
        delimiterString = "->",
        nullValues = "-",
        textBlock =
            """
            :              -> abcdef
            ::             -> abcdef
            1:3            -> bc
            1 : 3 : 1      -> bc
            4:             -> ef
            :2             -> ab
            -2:            -> ef
            :-2            -> abcd
            -4:-2          -> cd
            1:5:2          -> bd
            ::2            -> ace
            5:1:-2         -> fd
            ::-1           -> fedcba
            ::-2           -> fdb
            2::-1          -> cba
            :2:-1          -> fed
            -1:-4:-1       -> fed
            0:100          -> abcdef
            -100:2         -> ab
            100::-1        -> fedcba
            :-100:-1       -> fedcba
            """)
    void elementsAreTakenFromStartToEnd(String slice, String found) {
      assertThat(letters(slice)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1:1",
          "3:1",
          "1:3:-1",
          "::0",
          "1:5:0",
          "6:",
          ":0",
          "-1:-1",
          ":-6",
          "9007199254740991:",
          "0:-9007199254740991",
          "100:200",
          "-200:-100",
          "-100:-200:-1"
        })
    void whereTheEndIsNotAfterTheStartNothingIsTaken(String slice) {
      assertThat(letters(slice)).isEmpty();
    }

    @Test
    void aSliceTakesNothingFromAMap() {
      assertThat(paths("$.image[:]")).isEqualTo("nothing");
    }
  }

  @Nested
  class Descendants {

    @ParameterizedTest
    @CsvSource(
        delimiterString = "->",
        quoteCharacter = '`',
        textBlock =
            """
            $..tag        -> $['image']['tag'] $['sidecars'][0]['image']['tag'] $['sidecars'][1]['image']['tag']
            $..[0]        -> $['hosts'][0] $['sidecars'][0]
            $..['port', 'name'] -> $['sidecars'][0]['port'] $['sidecars'][0]['name'] $['sidecars'][1]['name'] $['sidecars'][2]['port'] $['sidecars'][2]['name']
            $.image..*    -> $['image']['repository'] $['image']['tag']
            $.hosts..*    -> $['hosts'][0] $['hosts'][1] $['hosts'][2] $['hosts'][3]
            $.replicas..* -> nothing
            $..image..tag -> $['image']['tag'] $['sidecars'][0]['image']['tag'] $['sidecars'][1]['image']['tag']
            """)
    void aNodeComesBeforeThoseBelowIt(String path, String found) {
      assertThat(paths(path)).isEqualTo(found);
    }

    @Test
    void eachLevelIsFoundBeforeTheNext() {
      assertThat(paths(JsonTree.of("[[1,[2]],3]"), "$..*"))
          .isEqualTo("$[0] $[1] $[0][0] $[0][1] $[0][1][0]");
    }

    @Test
    void aNodeThatIsReachedTwiceIsFoundTwice() {
      assertThat(paths(JsonTree.of("[[[1]]]"), "$..[0]..[0]"))
          .isEqualTo("$[0][0] $[0][0][0] $[0][0][0]");
    }
  }

  @Nested
  class NullValues {

    @Test
    void nullIsAValueAndNotNothing() {
      assertThat(paths("$.sidecars[2].note")).isEqualTo("$['sidecars'][2]['note']");
      assertThat(paths("$.sidecars[?@.note]")).isEqualTo("$['sidecars'][2]");
      assertThat(paths("$.sidecars[?@.note == null]")).isEqualTo("$['sidecars'][2]");
      assertThat(paths("$.sidecars[2].note[0]")).isEqualTo("nothing");
      assertThat(paths("$.sidecars[2].note.*")).isEqualTo("nothing");
    }

    @Test
    void nullMayBeAName() {
      assertThat(paths(JsonTree.of("{\"null\": 1}"), "$.null")).isEqualTo("$['null']");
    }
  }
}
