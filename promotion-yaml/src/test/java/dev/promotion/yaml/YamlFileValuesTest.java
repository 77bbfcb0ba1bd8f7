package dev.promotion.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.promotion.port.FileValues;
import dev.promotion.port.FoundValue;
import dev.promotion.port.FoundValues;
import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.PromotedValue;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import dev.promotion.template.NormalizedPath;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What YAML and JSON have beyond the contract: structure, anchors, documents, kinds of values. */
class YamlFileValuesTest {

  private static final RepositoryPath YAML = new RepositoryPath("chart/values.yaml");
  private static final RepositoryPath JSON = new RepositoryPath("settings.json");

  private static final String CHART =
      """
      image: &image
        repository: shop/web   # where
        tag: "1.10"
      flask-ui:
        image: {tag: 2.0, pull: [a, "b c"]}
      hosts:
        - name: a.example
          port: 0x1F90
        - name: b.example
          port: 443
      motd: |
        hello
          world
      none: ~
      """;

  private final FileValues values = PromotionYaml.fileValues();

  private FoundValues find(String content, String... paths) {
    return find(YAML, content, paths);
  }

  private FoundValues find(RepositoryPath file, String content, String... paths) {
    return values.find(file, content.getBytes(UTF_8), Stream.of(paths).map(JsonPath::new).toList());
  }

  private static List<String> problems(FoundValues found) {
    return found.problems().stream().map(Problem::toString).toList();
  }

  private static String sources(FoundValues found) {
    return found.values().stream().map(FoundValue::source).collect(Collectors.joining("|"));
  }

  @Test
  void isFoundByAServiceLoader() {
    assertThat(ServiceLoader.load(FileValues.class))
        .hasAtLeastOneElementOfType(YamlFileValues.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      textBlock =
          """
          $.image.tag                           -> "1.10"
          $.image.repository                    -> shop/web
          $['flask-ui'].image.tag               -> 2.0
          $['flask-ui'].image                   -> {tag: 2.0, pull: [a, "b c"]}
          $..pull                               -> [a, "b c"]
          $.hosts[1].name                       -> b.example
          $.hosts[?@.port == 8080].name         -> a.example
          $.hosts[?@.name == 'b.example'].port  -> 443
          $.hosts[?@.port > 8000].port          -> 0x1F90
          $.hosts[?match(@.name, 'b.*')].port   -> 443
          $.hosts[-1:].name                     -> b.example
          $..tag                                -> "1.10"|2.0
          $[?@ == null]                         -> ~
          """)
  void whatAPathLeadsToIsGivenAsItIsWritten(String path, String sources) {
    FoundValues found = find(CHART, path);

    assertThat(sources(found)).isEqualTo(sources);
    assertThat(found.problems()).isEmpty();
    assertThat(found.warnings()).isEmpty();
  }

  @Test
  void valuesOverSeveralLinesLoseTheIndentationOfTheirPlace() {
    assertThat(sources(find(CHART, "$.hosts[0]"))).isEqualTo("name: a.example\nport: 0x1F90");
    assertThat(find(CHART, "$.motd").values())
        .singleElement()
        .satisfies(
            value -> {
              assertThat(value.source()).startsWith("|\nhello\n  world");
              assertThat(value.text()).hasValue("hello\n  world\n");
            });
  }

  @Test
  void aMapOrAListHasNoText() {
    assertThat(find(CHART, "$.image", "$.hosts", "$.none").values())
        .extracting(FoundValue::text)
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of("~"));
  }

  @Test
  void whatIsFoundCanBePutBackAnywhere() {
    String target = CHART.replace("1.10", "0.9").replace("443", "80").replace("a, ", "");
    List<PromotedValue> promoted =
        find(CHART, "$..tag", "$.hosts", "$..pull").values().stream()
            .map(each -> new PromotedValue(each.place(), each.source(), false))
            .toList();

    assertThat(values.put(YAML, target.getBytes(UTF_8), promoted)).asString(UTF_8).isEqualTo(CHART);
  }

  @ParameterizedTest
  @CsvSource({"$appVersion, $.appVersion", "$.app-name, $['app-name']"})
  void theVendorsFormsAreUnderstoodWithAWarning(String path, String standard) {
    FoundValues found = find("appVersion: 1\napp-name: 2\n", path);

    assertThat(found.values()).hasSize(1);
    assertThat(found.problems()).isEmpty();
    assertThat(found.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "'"
                + path
                + "' is not in the standard form of a path; write '"
                + standard
                + "' [PATH_NOT_STANDARD]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      textBlock =
          """
          $.image.tags     -> 1:8: '$.image.tags' finds nothing; keys at $['image']: 'repository', 'tag'; did you mean 'tag'? [PATH_NO_MATCH]
          $.imag.tag       -> 1:1: '$.imag.tag' finds nothing; keys at $: 'flask-ui', 'hosts', 'image', 'motd', 'none'; did you mean 'image'? [PATH_NO_MATCH]
          $.image.tag.x    -> 3:8: '$.image.tag.x' finds nothing; $['image']['tag'] has no keys [PATH_NO_MATCH]
          $.hosts[2].name  -> 7:3: '$.hosts[2].name' finds nothing; $['hosts'] is a list of 2 [PATH_NO_MATCH]
          $.hosts[?@.port == 1] -> 7:3: '$.hosts[?@.port == 1]' finds nothing; $['hosts'] is a list of 2 [PATH_NO_MATCH]
          $.hosts[*].nme   -> 7:5: '$.hosts[*].nme' finds nothing; keys at $['hosts'][0]: 'name', 'port'; did you mean 'name'? [PATH_NO_MATCH]
          image.tag        -> 'image.tag' is not a path (position 1): a path begins with $; did you mean '$.image.tag'? [PATH_SYNTAX]
          """)
  void whatIsWrongWithAPathIsTold(String path, String problem) {
    assertThat(problems(find(CHART, path))).containsExactly(problem);
  }

  @Test
  void allThatIsWrongIsToldTogether() {
    FoundValues found = find(CHART, "$.x", "y", "$.image.tag", "$.z");

    assertThat(found.problems())
        .extracting(Problem::code)
        .containsExactly(
            ProblemCode.PATH_NO_MATCH, ProblemCode.PATH_SYNTAX, ProblemCode.PATH_NO_MATCH);
    assertThat(sources(found)).isEqualTo("\"1.10\"");
  }

  @Test
  void manyKeysAreNamedInPart() {
    String many =
        IntStream.range(10, 60)
            .mapToObj(each -> "k" + each + ": 1\n")
            .collect(Collectors.joining());

    assertThat(problems(find(many, "$.nothing")))
        .containsExactly(
            "1:1: '$.nothing' finds nothing; keys at $: 'k10', 'k11', 'k12', 'k13', 'k14', 'k15',"
                + " 'k16', 'k17', 'k18', 'k19' and 40 more [PATH_NO_MATCH]");
  }

  @Test
  void atMostAHundredProblemsAreTold() {
    String[] paths = IntStream.range(0, 300).mapToObj(each -> "$.x" + each).toArray(String[]::new);

    assertThat(find(CHART, paths).problems()).hasSize(100);
  }

  @Nested
  class Overlaps {

    @Test
    void whatAPathFindsInWhatItFindsGoesWithIt() {
      FoundValues found = find("image: {image: {tag: 1}}\nimages: 2\n", "$..image");

      assertThat(sources(found)).isEqualTo("{image: {tag: 1}}");
      assertThat(found.problems()).isEmpty();
    }

    @Test
    void aPathThatLeadsIntoWhatAnotherLeadsToIsToldOf() {
      FoundValues found = find(CHART, "$.image.tag", "$.image", "$.hosts");

      assertThat(problems(found))
          .containsExactly(
              "3:8: '$.image.tag' leads into what '$.image' leads to; promote one of them"
                  + " [PATH_OVERLAP]");
    }

    @Test
    void namesThatBeginAlikeAreNoOverlap() {
      assertThat(find("a: 1\nab: 2\n\"a']['b\": 3\n", "$.a", "$.ab", "$[\"a']['b\"]").problems())
          .isEmpty();
    }
  }

  @Nested
  class Anchors {

    private static final String SHARED =
        """
        base: &base
          tag: &tag 1.0
          env: dev
        web:
          <<: *base
          name: web
        api: *base
        version: *tag
        """;

    @Test
    void anAnchoredValueIsReadWhereItStands() {
      assertThat(sources(find(SHARED, "$.base.tag", "$.web.name"))).isEqualTo("1.0|web");
    }

    @ParameterizedTest
    @CsvSource(
        delimiterString = "->",
        textBlock =
            """
            $.api.tag  -> 7:6: $['api']['tag'] leads through an alias or a merge key; promote the value that has the anchor, or write it out [PATH_SHARED_ANCHOR]
            $.web.env  -> 3:8: $['web']['env'] leads through an alias or a merge key; promote the value that has the anchor, or write it out [PATH_SHARED_ANCHOR]
            """)
    void aValueBehindAnAliasOrAMergeKeyIsRefused(String path, String problem) {
      FoundValues found = find(SHARED, path);

      assertThat(found.values()).isEmpty();
      assertThat(problems(found)).containsExactly(problem);
    }

    @Test
    void anAliasAndAMapThatMergesAreRefused() {
      assertThat(find(SHARED, "$.version", "$.web").problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.VALUE_NOT_PORTABLE, ProblemCode.VALUE_NOT_PORTABLE);
    }

    @Test
    void filtersSeeWhatAliasesAndMergeKeysBring() {
      String list =
          """
          base: &base {env: dev, size: 1}
          apps:
            - {<<: *base, name: a}
            - {<<: *base, name: b, env: qa}
            - {<<: [{size: 3}, *base], name: c}
            - {name: d, env: *base}
          """;

      assertThat(sources(find(list, "$.apps[?@.env == 'dev'].name"))).isEqualTo("a|c");
      assertThat(sources(find(list, "$.apps[?@.env == 'qa'].name"))).isEqualTo("b");
      assertThat(sources(find(list, "$.apps[?@.size == 3].name"))).isEqualTo("c");
      assertThat(sources(find(list, "$.apps[?@.env.size == 1].name"))).isEqualTo("d");
      assertThat(sources(find(list, "$.apps[?length(@) == 3].name"))).isEqualTo("a|b|c");
      assertThat(find(list, "$.apps[0]['<<']").problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.PATH_NO_MATCH);
    }

    @Test
    void aKeyThatOnlyLooksLikeAMergeKeyIsAKey() {
      assertThat(sources(find("a: {\"<<\": 1}\n", "$.a['<<']"))).isEqualTo("1");
    }

    @Test
    void aliasesThatRepeatThemselvesAreNotFollowedForEver() {
      StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
      for (int level = 1; level < 30; level++) {
        bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
      }

      assertThat(find(bomb.toString(), "$..tag", "$.a0[0]"))
          .satisfies(
              found -> {
                assertThat(sources(found)).isEqualTo("x");
                assertThat(found.problems())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.PATH_LIMIT);
              });
    }

    @Test
    void mergeKeysBringOnlySoMuch() {
      StringBuilder bomb = new StringBuilder("m0: &m0 {k0: 1}\n");
      for (int level = 1; level < 1_000; level++) {
        bomb.append("m%d: &m%d {<<: *m%d, k%d: 1}\n".formatted(level, level, level - 1, level));
      }

      assertThat(problems(find(bomb.toString(), "$..tag")))
          .containsExactly(
              "the merge keys of the file bring more than 100000 values; write them out"
                  + " [PATH_LIMIT]");
      assertThat(problems(find(bomb.toString(), "$.m999.k0")))
          .containsExactly(
              "the merge keys of the file lead through more than 100 maps; write them out"
                  + " [PATH_LIMIT]");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a: &a [*a]\n",
          "a: &a {b: *a}\n",
          "a: &a {<<: *a, b: 1}\n",
          "a: &a {<<: [*a, *a]}\n"
        })
    void aValueInsideItselfIsNotFollowedForEver(String content) {
      FoundValues found = find(content, "$..x", "$..[?length(@) == 9]", "$..[?@ == $.a]");

      assertThat(found.values()).isEmpty();
      assertThat(found.problems()).isNotEmpty();
    }
  }

  @Nested
  class Documents {

    private static final String TWO = "kind: A\nspec: {tag: 1}\n---\nkind: B\nonly: 2\n";

    @Test
    void aPathLeadsIntoTheDocumentThatHasIt() {
      assertThat(sources(find(TWO, "$.spec.tag", "$.only", "$[?@ == 2]"))).isEqualTo("1|2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.kind", "$[?@ == 'A']"})
    void aPlaceInTwoDocumentsIsToldOf(String path) {
      FoundValues found = find(TWO, path);

      assertThat(found.values()).isEmpty();
      assertThat(problems(found))
          .containsExactly(
              "1:7: $['kind'] is in several documents of the file, also at 4:7; use a path that"
                  + " leads into one [PATH_MANY]");
    }

    @Test
    void anItemInTwoDocumentsIsToldOf() {
      String lists = "a: [1, 2]\n---\na: [3]\n---\nb: 1\n";

      assertThat(sources(find(lists, "$.a[1]"))).isEqualTo("2");
      assertThat(find(lists, "$.a[0]").problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.PATH_MANY);
      assertThat(find(lists, "$").problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.PATH_MANY);
    }

    @Test
    void documentsAreLookedThroughOnlySoOften() {
      StringBuilder many = new StringBuilder();
      for (int document = 0; document < 1_100; document++) {
        many.append("k").append(document).append(": 1\n---\n");
      }

      assertThat(find(many.toString(), "$.k1").problems()).isEmpty();
      assertThat(find(many.toString(), "$.*").problems())
          .hasSize(100)
          .extracting(Problem::code)
          .containsOnly(ProblemCode.PATH_LIMIT);
    }

    @Test
    void theDocumentThatAPathLeadsInFarthestIsNamed() {
      assertThat(problems(find(TWO, "$.spec.tags")))
          .containsExactly(
              "2:7: '$.spec.tags' finds nothing; keys at $['spec']: 'tag'; did you mean 'tag'?"
                  + " [PATH_NO_MATCH]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n"})
    void aFileWithoutValuesHasNone(String content) {
      FoundValues found = find(content, "$.tag");

      assertThat(found.values()).isEmpty();
      assertThat(found.problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.PATH_NO_MATCH);
    }
  }

  @Nested
  class Kinds {

    @ParameterizedTest
    @CsvSource(
        delimiterString = "->",
        quoteCharacter = '`',
        textBlock =
            """
            1            -> 1.0
            +1           -> 1
            012          -> 12
            0x1F         -> 31
            0o17         -> 15
            .5           -> 0.5
            5.           -> 5
            1e3          -> 1000
            -1.5E-1      -> -0.15
            true         -> true
            True         -> true
            FALSE        -> false
            null         -> null
            ~            -> null
            Null         -> null
            yes          -> 'yes'
            NO           -> 'NO'
            1_000        -> '1_000'
            .inf         -> '.inf'
            .NaN         -> '.NaN'
            "1"          -> '1'
            '1'          -> '1'
            2026-01-01   -> '2026-01-01'
            12:30        -> '12:30'
            0b11         -> '0b11'
            !!str 1      -> '1'
            !!int x      -> 'x'
            !!int 0xZZ   -> '0xZZ'
            !!float 1exy -> '1exy'
            """)
    void aFilterSeesAValueByTheCoreSchema(String yaml, String literal) {
      assertThat(find("a: " + yaml + "\n", "$[?@ == " + literal + "]").problems()).isEmpty();
    }

    @Test
    void numbersThatAreFarTooLongAreStillNumbersOrTexts() {
      assertThat(sources(find("a: 0x" + "f".repeat(64) + "\n", "$[?@ > 1e76]"))).isNotEmpty();
      assertThat(sources(find("a: 0x" + "f".repeat(65) + "\n", "$[?length(@) == 67]")))
          .isNotEmpty();
      assertThat(sources(find("a: " + "9".repeat(9_999) + "\n", "$[?@ > 1e9998]"))).isNotEmpty();
    }

    @Test
    void keysOfAnyKindHaveNames() {
      String content = "1: a\n~: b\ntrue: c\n\"x y\": d\n? [k]\n: e\n";

      assertThat(sources(find(content, "$['1']", "$['~']", "$.true", "$['x y']")))
          .isEqualTo("a|b|c|d");
      assertThat(sources(find(content, "$.*"))).isEqualTo("a|b|c|d");
    }
  }

  @Nested
  class OtherFiles {

    @Test
    void jsonIsReadAndChanged() {
      String content = "{\"image\": {\"tag\": \"1.0\"},\n \"ports\": [80, 443]}\n";
      FoundValues found = find(JSON, content, "$.image.tag", "$.ports[1]");

      assertThat(sources(found)).isEqualTo("\"1.0\"|443");
      assertThat(
              values.put(
                  JSON,
                  content.getBytes(UTF_8),
                  List.of(new PromotedValue(found.values().get(1).place(), "444", false))))
          .asString(UTF_8)
          .isEqualTo(content.replace("443", "444"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiterString = "->",
        quoteCharacter = '`',
        textBlock =
            """
            a: {{ .Values.x }}          -> TEMPLATE_SYNTAX
            `a: [1`                     -> NOT_YAML
            $ANSIBLE_VAULT;1.1;AES256   -> ENCRYPTED_VALUE
            """)
    void aFileThatCannotBeReadIsToldOf(String content, ProblemCode code) {
      FoundValues found = find(content, "$.a");

      assertThat(found.values()).isEmpty();
      assertThat(found.problems()).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void anEncryptedValueIsToldOf() {
      assertThat(find("a: ENC[AES256_GCM,data:x]\nb: 1\n", "$.a", "$.b").problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.ENCRYPTED_VALUE);
    }

    @Test
    void whatCannotBePutIsRefusedWithItsPlace() {
      ValuesRefusedException refused =
          catchThrowableOfType(
              ValuesRefusedException.class,
              () ->
                  values.put(
                      YAML,
                      Anchors.SHARED.getBytes(UTF_8),
                      List.of(
                          new PromotedValue(new NormalizedPath("$['api']['tag']"), "2", false))));

      assertThat(refused.problems())
          .extracting(Problem::code, Problem::place)
          .containsExactly(tuple(ProblemCode.PATH_SHARED_ANCHOR, "7:6"));
    }
  }
}
