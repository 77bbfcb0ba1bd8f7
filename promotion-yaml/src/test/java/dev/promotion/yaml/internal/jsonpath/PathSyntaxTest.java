package dev.promotion.yaml.internal.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about a text that is no path, and about one that is not in the standard form. */
class PathSyntaxTest {

  private static Problem refused(String path) {
    return catchThrowableOfType(InvalidDefinitionException.class, () -> PathQuery.parse(path))
        .problems()
        .get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      textBlock =
          """
          image.tag                    -> $.image.tag
          .image.tag                   -> $.image.tag
          ['image'].tag                -> $['image'].tag
          @.image.tag                  -> $.image.tag
          @                            -> $
          flask-ui.tag                 -> $['flask-ui'].tag
          ` $.a`                       -> $.a
          `$.a `                       -> $.a
          $.                           -> $
          $.a.                         -> $.a
          $..                          -> $..*
          $...a                        -> $..a
          $.[0]                        -> $[0]
          $. a                         -> $.a
          $..\ta                       -> $..a
          $.1a                         -> $['1a']
          $..1a.b                      -> $..['1a'].b
          $.a/b.c                      -> $['a/b'].c
          $..a/b[0]                    -> $..['a/b'][0]
          $.a b                        -> $['a b']
          $.a:b                        -> $['a:b']
          $[a]                         -> $['a']
          $[a, 'b']                    -> $['a', 'b']
          $[a-b].c                     -> $['a-b'].c
          $['a                         -> $['a']
          $['a'                        -> $['a']
          $[0                          -> $[0]
          $[01]                        -> $[1]
          $[-00]                       -> $[0]
          $[-0]                        -> $[0]
          $['\\d']                     -> $['\\\\d']
          $['a\tb']                    -> $['a\\tb']
          $[?@.a = 1]                  -> $[?@.a == 1]
          $[?@.a === 1]                -> $[?@.a == 1]
          $[?@.a!==1]                  -> $[?@.a!=1]
          $[?@.a & @.b]                -> $[?@.a && @.b]
          $[?@.a | @.b]                -> $[?@.a || @.b]
          $[?(@.a == 1]                -> $[?(@.a == 1)]
          $[?(@.a == 1                 -> $[?(@.a == 1)]
          $[?@.a == True]              -> $[?@.a == true]
          $[?@.a == NULL]              -> $[?@.a == null]
          $[?@.a == b]                 -> $[?@.a == 'b']
          $[?@.a == 01]                -> $[?@.a == 1]
          $[?@.a-b == 1]               -> $[?@['a-b'] == 1]
          $[?(@.a-b)]                  -> $[?(@['a-b'])]
          $[?length(@.a-b) == 1]       -> $[?length(@['a-b']) == 1]
          $[?@.* == 1]                 -> $[?value(@.*) == 1]
          $[?1 < $..a]                 -> $[?1 < value($..a)]
          $[?length(@..*) == 1]        -> $[?length(value(@..*)) == 1]
          $[?lenght(@.a) == 1]         -> $[?length(@.a) == 1]
          $[?count(@.a == 1]           ->
          $[?count(@.a, 1]             ->
          $[?!search(@.a, 'b']         -> $[?!search(@.a, 'b')]
          """)
  void whatWasMeantIsSuggested(String path, String meant) {
    Problem problem = refused(path);

    assertThat(problem.code()).isEqualTo(ProblemCode.PATH_SYNTAX);
    assertThat(problem.place()).isEmpty();
    if (meant == null) {
      assertThat(problem.message()).doesNotContain("did you mean");
    } else {
      assertThat(problem.message()).endsWith("; did you mean '" + shown(meant) + "'?");
    }
  }

  /** A problem has its control characters escaped. */
  private static String shown(String text) {
    return text.replace("\t", "\\t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      textBlock =
          """
          ``                      -> '' is not a path (position 1): a path begins with $
          $.a!b                   -> '$.a!b' is not a path (position 4): expected '.' or '[', found '!'; did you mean '$['a!b']'?
          $a$                     -> '$a$' is not a path (position 3): expected '.' or '[', found '$'
          $[]                     -> '$[]' is not a path (position 3): expected a name in quotes, a number, '*', ':' or '?', found ']'
          $[(@.length-1)]         -> '$[(@.length-1)]' is not a path (position 3): expected a name in quotes, a number, '*', ':' or '?', found '('
          $[0 1]                  -> '$[0 1]' is not a path (position 5): expected ',' or ']', found '1'
          $[1.0]                  -> '$[1.0]' is not a path (position 4): expected ',' or ']', found '.'
          $[9007199254740992]     -> '$[9007199254740992]' is not a path (position 3): the number is beyond 9007199254740991
          $[-9007199254740992]    -> '$[-9007199254740992]' is not a path (position 3): the number is beyond 9007199254740991
          $[90071992547409910000] -> '$[90071992547409910000]' is not a path (position 3): the number is beyond 9007199254740991
          $[1:-]                  -> '$[1:-]' is not a path (position 6): expected a digit, found ']'
          $['\\                   -> '$['\\' is not a path (position 4): no escape begins with '\\' and the end
          $['\\u12']              -> '$['\\u12']' is not a path (position 8): expected four hexadecimal digits, found '''
          $['\\u12                -> '$['\\u12' is not a path (position 8): expected four hexadecimal digits, found the end
          $['\\u123é']            -> '$['\\u123é']' is not a path (position 9): expected four hexadecimal digits, found 'é'
          $['\\uD800']            -> '$['\\uD800']' is not a path (position 4): U+D800 is half a character
          $['\\uDC00']            -> '$['\\uDC00']' is not a path (position 4): U+DC00 is half a character
          $['\\uD800\\u0041']     -> '$['\\uD800\\u0041']' is not a path (position 4): U+D800 is half a character
          $['🚀\\x']              -> '$['🚀\\x']' is not a path (position 5): no escape begins with '\\' and 'x'; did you mean '$['🚀\\\\x']'?
          $[?@.a =~ 'b']          -> '$[?@.a =~ 'b']' is not a path (position 8): =~ is no operator; write match(value, 'expression')
          $[?]                    -> '$[?]' is not a path (position 4): expected @, $, a value or a function, found ']'
          $[?'a']                 -> '$[?'a']' is not a path (position 4): a literal alone is no condition; compare it with something
          $[?!true]               -> '$[?!true]' is not a path (position 5): a literal alone is no condition; compare it with something
          $[?length(@.a)]         -> '$[?length(@.a)]' is not a path (position 4): length() gives no yes or no; compare what it gives
          $[?match(@.a,'b')==true] -> '$[?match(@.a,'b')==true]' is not a path (position 4): match() says yes or no itself; do not compare it
          $[?1==search(@.a,'b')]  -> '$[?1==search(@.a,'b')]' is not a path (position 7): search() says yes or no itself; do not compare it
          $[?length(match(@.a,'b'))==1] -> '$[?length(match(@.a,'b'))==1]' is not a path (position 11): match() says yes or no itself; do not compare it
          $[?count('a')==1]       -> '$[?count('a')==1]' is not a path (position 10): count() takes a query that begins with @ or $
          $[?count(length(@))==1] -> '$[?count(length(@))==1]' is not a path (position 10): count() takes a query that begins with @ or $
          $[?count()==1]          -> '$[?count()==1]' is not a path (position 4): count() takes 1, not 0
          $[?match(@.a)]          -> '$[?match(@.a)]' is not a path (position 4): match() takes 2, not 1
          $[?length(@.a, @.b)==1] -> '$[?length(@.a, @.b)==1]' is not a path (position 4): length() takes 1, not 2
          $[?substring(@)]        -> '$[?substring(@)]' is not a path (position 4): there is no function 'substring', only length, count, match, search, value
          $[?count (@.*)==1]      -> '$[?count (@.*)==1]' is not a path (position 4): 'count' is neither a value nor a function
          $[?@.a==1.]             -> '$[?@.a==1.]' is not a path (position 11): expected a digit, found ']'
          $[?@.a==1e+]            -> '$[?@.a==1e+]' is not a path (position 12): expected a digit, found ']'
          $[?@.a==+1]             -> '$[?@.a==+1]' is not a path (position 9): expected @, $, a value or a function, found '+'
          $[?!@.a==1]             -> '$[?!@.a==1]' is not a path (position 8): expected ',' or ']', found '='
          $[?(@.a)==1]            -> '$[?(@.a)==1]' is not a path (position 9): expected ',' or ']', found '='
          """)
  void whatIsWrongIsToldWhereItIs(String path, String message) {
    assertThat(refused(path).message()).isEqualTo(message);
  }

  @Test
  void halfACharacterIsNoPartOfAPath() {
    assertThat(refused("$['\uD800']").message())
        .endsWith("is not a path (position 4): U+D800 is half a character");
    assertThat(refused("$.\uDC00").message()).contains("is not a path (position 3)");
  }

  @Test
  void whatCannotBeSeenIsShownAsEscape() {
    assertThat(refused("$['\u0000'].\u202E").message())
        .isEqualTo(
            "'$['\\u0000'].\\u202E' is not a path (position 4): U+0000 must be escaped;"
                + " did you mean '$['\\u0000'].\\u202E'?");
    assertThat(refused("$['\u0001']").message())
        .isEqualTo(
            "'$['\\u0001']' is not a path (position 4): U+0001 must be escaped;"
                + " did you mean '$['\\u0001']'?");
  }

  @Nested
  class Dialect {

    @ParameterizedTest
    @CsvSource(
        delimiterString = "->",
        textBlock =
            """
            $appVersion              -> $.appVersion
            $app-version.x           -> $['app-version'].x
            $.flask-ui.image.tag     -> $['flask-ui'].image.tag
            $..flask-ui              -> $..['flask-ui']
            $.a-                     -> $['a-']
            $.a--b-1.c               -> $['a--b-1'].c
            $.a-b["c-d"]             -> $['a-b']['c-d']
            """)
    void isUnderstoodWithAWarningThatShowsTheStandardForm(String path, String standard) {
      PathQuery query = PathQuery.parse(path);

      assertThat(query).hasToString(standard);
      assertThat(query.warnings())
          .extracting(Problem::toString)
          .containsExactly(
              "'"
                  + path
                  + "' is not in the standard form of a path; write '"
                  + standard
                  + "' [PATH_NOT_STANDARD]");
      assertThat(PathQuery.parse(standard).warnings()).isEmpty();
    }

    @Test
    void findsWhatTheStandardFormFinds() {
      JsonTree values = JsonTree.of("{\"flask-ui\": {\"image\": {\"tag\": \"1\"}}}");

      assertThat(PathQuery.parse("$.flask-ui.image.tag").find(values))
          .extracting(Node::path)
          .containsExactly("$['flask-ui']['image']['tag']");
      assertThat(PathQuery.parse("$flask-ui").find(values)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.-a", "$.a.-b", "$-a", "$1", "$ a", "$$a"})
    void isNoMoreThanThat(String path) {
      assertThat(refused(path).code()).isEqualTo(ProblemCode.PATH_SYNTAX);
    }
  }

  @Nested
  class StandardForm {

    @ParameterizedTest
    @CsvSource(
        delimiterString = "->",
        quoteCharacter = '`',
        textBlock =
            """
            $["a"]['b c'][ 0 ]          -> $.a['b c'][0]
            $..["a"]                    -> $..a
            $..['a b']                  -> $..['a b']
            $ .a .*                     -> $.a.*
            $..[0,'a',*,1:2,::-1,:]     -> $..[0, 'a', *, 1:2, ::-1, :]
            $['it\\'s']                 -> $['it\\'s']
            $[?(@.a==1)]                -> $[?@.a == 1]
            $[?(@.a && @.b) || !(@.c)]  -> $[?@.a && @.b || !@.c]
            $[?@.a && (@.b || @.c)]     -> $[?@.a && (@.b || @.c)]
            $[?!(@.a || @.b)]           -> $[?!(@.a || @.b)]
            $[?!(@.a < 1)]              -> $[?!(@.a < 1)]
            $[?!(!(@.a))]               -> $[?!(!@.a)]
            $[?(@.a||@.b)||@.c]         -> $[?(@.a || @.b) || @.c]
            $[?(@.a&&@.b)&&@.c]         -> $[?(@.a && @.b) && @.c]
            $[?length( @.a )>=1.50]     -> $[?length(@.a) >= 1.50]
            $[?match(@.a,"it's")]       -> $[?match(@.a, 'it\\'s')]
            $[?@.a==null||$.b!=true]    -> $[?@.a == null || $.b != true]
            $[?@[?@.a>1]]               -> $[?@[?@.a > 1]]
            """)
    void isOneForEachMeaning(String path, String standard) {
      PathQuery query = PathQuery.parse(path);

      assertThat(query).hasToString(standard);
      assertThat(PathQuery.parse(standard)).hasToString(standard);
      assertThat(query.warnings()).isEmpty();
    }
  }
}
