package dev.promotion.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What everything that reads and changes {@link FileValues} must do, as tests, with files of plain
 * {@code name: value} lines. What a format has beyond that its own tests show. Extend it:
 *
 * <pre>{@code
 * class YamlFileValuesTest extends FileValuesContract {
 *   @Override
 *   protected FileValues newFileValues() {
 *     return PromotionYaml.fileValues();
 *   }
 * }
 * }</pre>
 */
public abstract class FileValuesContract {

  private static final int RUNNERS = 4;
  private static final RepositoryPath FILE = new RepositoryPath("values.yaml");

  private static final String DEV =
      """
      # of the environment dev
      name: shop
      tag: "1.10" # set by the pipeline
      port: 8080

      replicas: 0.1
      """;

  private static final String QA =
      "replicas: 3\r\n\r\n# ours\r\ntag: 1.9   # next\r\nname: 'shop'\r\n";

  private @Nullable FileValues fileValues;

  /** Creates the tests. */
  protected FileValuesContract() {}

  /**
   * Creates what is tested. Called before each test.
   *
   * @return an implementation that knows YAML
   */
  protected abstract FileValues newFileValues();

  @BeforeEach
  final void takeFileValues() {
    fileValues = newFileValues();
  }

  private FoundValues find(String content, String... paths) {
    return find(content.getBytes(UTF_8), paths);
  }

  private FoundValues find(byte[] content, String... paths) {
    return requireNonNull(fileValues, "a test has not begun")
        .find(FILE, content, Stream.of(paths).map(JsonPath::new).toList());
  }

  private String put(String content, PromotedValue... values) {
    return put(content, List.of(values));
  }

  private String put(String content, List<PromotedValue> values) {
    return new String(
        requireNonNull(fileValues, "a test has not begun")
            .put(FILE, content.getBytes(UTF_8), values),
        UTF_8);
  }

  private List<Problem> refused(byte[] content, PromotedValue... values) {
    FileValues editor = requireNonNull(fileValues, "a test has not begun");
    return requireNonNull(
            catchThrowableOfType(
                ValuesRefusedException.class, () -> editor.put(FILE, content, List.of(values))),
            "nothing was refused")
        .problems();
  }

  private static PromotedValue value(String name, String source) {
    return new PromotedValue(place(name), source, false);
  }

  private static NormalizedPath place(String name) {
    return new NormalizedPath("$['" + name + "']");
  }

  private static FoundValue found(String name, String source, String text) {
    return new FoundValue(place(name), source, Optional.of(text));
  }

  @Test
  void valuesAreFoundInTheOrderOfThePaths() {
    assertThat(find(DEV, "$.replicas", "$.name", "$.tag"))
        .isEqualTo(
            new FoundValues(
                List.of(
                    found("replicas", "0.1", "0.1"),
                    found("name", "shop", "shop"),
                    found("tag", "\"1.10\"", "1.10")),
                List.of(),
                List.of()));
  }

  @Test
  void valueIsFoundOnceHoweverOftenItIsAskedFor() {
    assertThat(find(DEV, "$.tag", "$.name", "$.tag", "$['tag']").values())
        .extracting(FoundValue::place)
        .containsExactly(place("tag"), place("name"));
  }

  @Test
  void placeOfAValueLeadsToThatValue() {
    for (FoundValue value : find(QA, "$.name", "$.tag").values()) {
      assertThat(find(QA, value.place().text()).values()).containsExactly(value);
    }
  }

  @Test
  void whatIsMissingIsToldAndTheOthersAreFound() {
    FoundValues found = find(DEV, "$.tga", "$.name", "$.image");

    assertThat(found.values()).containsExactly(found("name", "shop", "shop"));
    assertThat(found.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.PATH_NO_MATCH, ProblemCode.PATH_NO_MATCH);
    assertThat(found.problems().get(0).message()).contains("$.tga").contains("tag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tag", "$.", "$.tag.", "$[", "$['tag'", "$.tag]", "$ "})
  void whatIsNoPathIsToldAndTheOthersAreFound(String path) {
    FoundValues found = find(DEV, path, "$.tag");

    assertThat(found.values()).containsExactly(found("tag", "\"1.10\"", "1.10"));
    assertThat(found.problems()).extracting(Problem::code).containsExactly(ProblemCode.PATH_SYNTAX);
  }

  @Test
  void noPathsFindNothing() {
    assertThat(find(DEV)).isEqualTo(new FoundValues(List.of(), List.of(), List.of()));
  }

  @Test
  void onlyTheBytesOfAValueChange() {
    assertThat(put(DEV, value("tag", "\"1.11\""))).isEqualTo(DEV.replace("\"1.10\"", "\"1.11\""));
    assertThat(put(QA, value("tag", "1.10"))).isEqualTo(QA.replace("1.9", "1.10"));
    assertThat(put("\uFEFFtag: 1", value("tag", "2"))).isEqualTo("\uFEFFtag: 2");
    assertThat(put("# \uD83D\uDE80\ntag: 1\n", value("tag", "\uD83D\uDE80")))
        .isEqualTo("# \uD83D\uDE80\ntag: \uD83D\uDE80\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.1", "1.10", "\"3.0\"", "'3.0'", "~", "NO", "0x1F", "012", "1e3", "\"\"", "a b"})
  void valueArrivesAsItWasWritten(String source) {
    FoundValue from = find("tag: " + source + "\n", "$.tag").values().get(0);
    String target = put(QA, new PromotedValue(from.place(), from.source(), false));

    assertThat(from.source()).isEqualTo(source);
    assertThat(target).isEqualTo(QA.replace("1.9", source));
    assertThat(find(target, "$.tag").values()).containsExactly(from);
  }

  @Test
  void valueThatIsThereAlreadyChangesNothing() {
    assertThat(put(DEV, value("tag", "\"1.10\""), value("name", "shop"))).isEqualTo(DEV);
    assertThat(put(QA, value("name", "'shop'"))).isEqualTo(QA);
    assertThat(put(DEV)).isEqualTo(DEV);
  }

  @Test
  void valueThatIsWrittenOtherwiseIsWrittenAnew() {
    assertThat(put(DEV, value("tag", "1.10"))).isEqualTo(DEV.replace("\"1.10\"", "1.10"));
  }

  @Test
  void theOrderOfTheValuesDoesNotMatter() {
    List<PromotedValue> values =
        new ArrayList<>(List.of(value("tag", "2"), value("name", "cart"), value("port", "1")));
    String once = put(DEV, values);

    Collections.reverse(values);
    String oneByOne = DEV;
    for (PromotedValue value : values) {
      oneByOne = put(oneByOne, value);
    }

    assertThat(put(DEV, values)).isEqualTo(once);
    assertThat(oneByOne).isEqualTo(once);
    assertThat(put(once, values)).isEqualTo(once);
  }

  @Test
  void whatHasNoPlaceIsRefusedTogetherAndNothingIsDone() {
    byte[] content = DEV.getBytes(UTF_8);

    assertThat(refused(content, value("tga", "1"), value("tag", "2"), value("image", "3")))
        .hasSize(2);
    assertThat(content).isEqualTo(DEV.getBytes(UTF_8));
  }

  @Test
  void placeIsCreatedWhereThatIsAskedFor() {
    String created = put(DEV, new PromotedValue(place("image"), "\"2\"", true), value("port", "1"));

    assertThat(created).startsWith("# of the environment dev\nname: shop\n").contains("port: 1\n");
    assertThat(find(created, "$.image", "$.tag").values())
        .containsExactly(found("image", "\"2\"", "2"), found("tag", "\"1.10\"", "1.10"));
    assertThat(put(created, new PromotedValue(place("image"), "\"2\"", true), value("port", "1")))
        .isEqualTo(created);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\nname: evil", "1 # hidden", "\"1", "'1' '2'", "[", "{a: 1"})
  void whatIsNotExactlyOneValueNeverBecomesMore(String source) {
    byte[] content = DEV.getBytes(UTF_8);

    assertThat(refused(content, value("tag", source))).isNotEmpty();
    assertThat(content).isEqualTo(DEV.getBytes(UTF_8));
  }

  @Test
  void bytesThatAreGivenAreNotChanged() {
    byte[] content = DEV.getBytes(UTF_8);
    find(content, "$.tag");
    requireNonNull(fileValues, "a test has not begun")
        .put(FILE, content, List.of(value("tag", "2")));

    assertThat(content).isEqualTo(DEV.getBytes(UTF_8));
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    FileValues other = newFileValues();

    assertThat(find(DEV, "$.tag", "$.x", "y")).isEqualTo(find(DEV, "$.tag", "$.x", "y"));
    assertThat(other.put(FILE, DEV.getBytes(UTF_8), List.of(value("tag", "2"))))
        .isEqualTo(put(DEV, value("tag", "2")).getBytes(UTF_8));
  }

  @Test
  void anyBytesAreAnsweredOrRefused() {
    Random random = new Random(1);
    for (int length = 0; length < 400; length++) {
      byte[] content = new byte[length % 40];
      random.nextBytes(content);
      assertThat(find(content, "$.tag").values()).hasSizeLessThanOrEqualTo(1);
      assertThat(refused(content, value("no such place", "1"))).isNotEmpty();
    }
  }

  @Test
  void manyMayAskAtOnce() throws Exception {
    List<String> results =
        Race.of(
            RUNNERS,
            runner -> {
              String content = DEV;
              for (int round = 0; round < 100; round++) {
                content = put(content, value("tag", runner + "." + round));
                assertThat(find(content, "$.tag").values())
                    .extracting(FoundValue::source)
                    .containsExactly(runner + "." + round);
              }
              return content.replace("tag: " + runner + ".99", "tag: \"1.10\"");
            });

    assertThat(results).containsOnly(DEV);
  }
}
