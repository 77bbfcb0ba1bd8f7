package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Refusal.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ProductName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name may be. */
class NamesTest {

  private static final String PLACE = "text:4:9: metadata.name";

  @ParameterizedTest(name = "{0}")
  @MethodSource("badNames")
  void aNameThatIsNoKubernetesNameIsRefused(String what, String name, ProblemCode code) {
    List<Problem> problems = Refusal.of(product(name));

    assertThat(problems).extracting(Problem::code, Problem::place).containsExactly(at(code, PLACE));
    assertThat(problems.get(0).toString()).doesNotContain("\n").doesNotContain("\0");
  }

  static Stream<Arguments> badNames() {
    return Stream.of(
        arguments("60 empty", "\"\"", ProblemCode.ID_EMPTY),
        arguments("61 long", "a".repeat(254), ProblemCode.ID_LENGTH),
        arguments("62 upper case", "Prod", ProblemCode.ID_CHARSET),
        arguments("63 dash first", "-prod", ProblemCode.ID_CHARSET),
        arguments("63 dash last", "prod-", ProblemCode.ID_CHARSET),
        arguments("64 blank", "prod env", ProblemCode.ID_CHARSET),
        arguments("65 underscore", "prod_env", ProblemCode.ID_CHARSET),
        arguments("66 Cyrillic", "\u043Frod", ProblemCode.ID_CHARSET),
        arguments("67 composed", "caf\u00E9", ProblemCode.ID_CHARSET),
        arguments("67 decomposed", "cafe\u0301", ProblemCode.ID_CHARSET),
        arguments("68 parent", "..", ProblemCode.ID_CHARSET),
        arguments("69 slash", "a/b", ProblemCode.ID_CHARSET),
        arguments("70 device", "con", ProblemCode.ID_RESERVED),
        arguments("70 device", "nul", ProblemCode.ID_RESERVED),
        arguments("70 device", "aux", ProblemCode.ID_RESERVED),
        arguments("71 line break", "\"dev\\nprod\"", ProblemCode.ID_CHARSET),
        arguments("72 null character", "\"dev\\0\"", ProblemCode.ID_CHARSET),
        arguments("73 command", "$(id)", ProblemCode.ID_CHARSET),
        arguments("73 backticks", "'`id`'", ProblemCode.ID_CHARSET),
        arguments("73 second command", ";rm", ProblemCode.ID_CHARSET),
        arguments("74 option", "--upload-pack=x", ProblemCode.ID_CHARSET),
        arguments("75 script", "<script>", ProblemCode.ID_CHARSET),
        arguments("76 format", "'%s%n'", ProblemCode.ID_CHARSET),
        arguments("76 lookup", "${jndi:ldap://x}", ProblemCode.ID_CHARSET));
  }

  @Test
  void whatLooksLikeAFormatIsPrintedAsItStands() {
    assertThat(Refusal.of(product("'%s%n'")).get(0).message()).startsWith("'%s%n' has '%'");
    assertThat(Refusal.of(product("${jndi:ldap://x}")).get(0).message())
        .startsWith("'${jndi:ldap://x}' has '$'");
  }

  /** Part 5 (61) allows 63 characters; names are those of Kubernetes, with up to 253. */
  @ParameterizedTest
  @ValueSource(ints = {63, 64, 253})
  void aNameMayHaveUpTo253Characters(int length) {
    String name = "a".repeat(length);

    assertThat(PromotionYaml.readCatalog(product(name)).product(new ProductName(name))).isPresent();
  }

  @Test
  void twoProductsOfOneNameAreRefusedWithBothPlaces() {
    List<Problem> problems = Refusal.of(product("shop"), product("shop"));

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "text 2:4:9: metadata.name: 'shop' is defined already at text 1:4:9: metadata.name;"
                + " rename or remove one [DUPLICATE_NAME]");
  }

  @Test
  void aDuplicateIsFoundBesideOtherProblems() {
    List<Problem> problems =
        Refusal.of(product("shop"), product("shop"), ENVIRONMENTS, product("Shop"));

    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.ID_CHARSET, ProblemCode.DUPLICATE_NAME);
  }

  private static String product(String name) {
    return """
    apiVersion: codefresh.io/v1beta1
    kind: Product
    metadata:
      name: %s
    """
        .formatted(name);
  }
}
