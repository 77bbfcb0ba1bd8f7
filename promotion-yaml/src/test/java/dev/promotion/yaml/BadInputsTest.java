package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Documents.application;
import static dev.promotion.yaml.Documents.flow;
import static dev.promotion.yaml.Documents.flowOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad inputs by the numbers of {@code docs/bad-inputs.md}, each with its whole error; those that
 * other tests have are named there.
 */
class BadInputsTest {

  private static final Pattern TEST =
      Pattern.compile("`([A-Z]\\w*(?:Test|Contract))`(?: `\\.(\\w+)`)?");
  private static final List<String> MODULES =
      List.of("promotion-yaml", "promotion-core", "promotion-testkit");

  @ParameterizedTest(name = "{0}")
  @MethodSource({"graphs", "numbers", "selectors", "paths", "files", "revisions"})
  void aBadInputIsRefusedWhereItIsBad(String what, String text, String error) {
    assertThat(Refusal.of(ENVIRONMENTS, text)).extracting(Problem::toString).contains(error);
  }

  static Stream<Arguments> graphs() {
    return Stream.of(
        arguments(
            "83 three wait for each other",
            flowOf(
                "triggerEnvironment: dev",
                "steps:",
                "- {environment: qa, dependsOn: [production]}",
                "- {environment: stage, dependsOn: [qa]}",
                "- {environment: production, dependsOn: [stage]}"),
            "text 2:8:34: spec.steps[0].dependsOn: steps wait for each other: qa → production →"
                + " stage → qa; remove one dependsOn [FLOW_CYCLE]"),
        arguments(
            "88 no trigger",
            flowOf("steps: [{environment: qa, dependsOn: [dev]}]"),
            "text 2:6:3: spec.triggerEnvironment: missing; it names the environment that the flow"
                + " starts from [REQUIRED]"),
        arguments(
            "37 pointer of Git LFS",
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
            "text 2:1:1: this is a pointer of Git LFS, not the file itself; keep definitions out of"
                + " Git LFS [LFS_POINTER]"),
        arguments(
            "102 template that is not there",
            product("promotionTemplateRef: base"),
            "text 2:6:25: spec.promotionTemplateRef: template 'base' does not exist; known: none"
                + " [UNKNOWN_TEMPLATE]"));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        arguments(
            "40 priority in quotes",
            policy("priority: \"10\"", "policy: {}"),
            "text 2:6:13: spec.priority: got text '10', expected a whole number; remove the quotes"
                + " [TYPE]"),
        arguments(
            "41 priority with fraction",
            policy("priority: 1.5", "policy: {}"),
            "text 2:6:13: spec.priority: got number 1.5, expected a whole number [TYPE]"),
        arguments(
            "42 large priority",
            policy("priority: 99999999999999999999", "policy: {}"),
            "text 2:6:13: spec.priority: 99999999999999999999 is outside -2147483648…2147483647"
                + " [RANGE]"),
        arguments(
            "43 octal priority",
            policy("priority: 010", "policy: {}"),
            "text 2:6:13: spec.priority: 010 can be read as 10 or 8; write 10 or 8"
                + " [AMBIGUOUS_NUMBER]"),
        arguments(
            "44 priority 1_0",
            policy("priority: 1_0", "policy: {}"),
            "text 2:6:13: spec.priority: 1_0 can be read as text or as 10; write 10"
                + " [AMBIGUOUS_NUMBER]"),
        arguments(
            "44 priority 1e2",
            policy("priority: 1e2", "policy: {}"),
            "text 2:6:13: spec.priority: 1e2 can be read as text or as 100; write 100"
                + " [AMBIGUOUS_NUMBER]"),
        arguments(
            "44 priority 0x10",
            policy("priority: 0x10", "policy: {}"),
            "text 2:6:13: spec.priority: 0x10 can be read as text or as 16; write 16"
                + " [AMBIGUOUS_NUMBER]"),
        arguments(
            "44 priority 12:30",
            policy("priority: 12:30", "policy: {}"),
            "text 2:6:13: spec.priority: 12:30 can be read as text or as 750; write 750"
                + " [AMBIGUOUS_NUMBER]"));
  }

  static Stream<Arguments> selectors() {
    return Stream.of(
        arguments(
            "104 operator in lower case",
            template(
                "applicationSourceSelector: {matchExpressions: [{key: a, operator: in, values:"
                    + " [b]}]}",
                "priority: 1"),
            "text 2:6:69: spec.applicationSourceSelector.matchExpressions[0].operator: 'in' is not"
                + " allowed; did you mean 'In'? Allowed: In, NotIn, Exists, DoesNotExist [ENUM]"),
        arguments(
            "105 no values",
            template(
                "applicationSourceSelector: {matchExpressions: [{key: a, operator: In, values:"
                    + " []}]}",
                "priority: 1"),
            "text 2:6:81: spec.applicationSourceSelector.matchExpressions[0].values: empty; In and"
                + " NotIn need at least one value [VALUES_EMPTY]"),
        arguments(
            "106 values that are not compared",
            template(
                "applicationSourceSelector: {matchExpressions: [{key: a, operator: Exists, values:"
                    + " [b]}]}",
                "priority: 1"),
            "text 2:6:85: spec.applicationSourceSelector.matchExpressions[0].values: Exists and"
                + " DoesNotExist take no values; remove them, or use In or NotIn"
                + " [VALUES_NOT_ALLOWED]"),
        arguments(
            "105 no values to compare a commit with",
            product(
                "promotionFlows: [{name: f, gitTriggerSelectors: [{key: gitRevision, operator: In,"
                    + " values: []}]}]"),
            "text 2:6:93: spec.promotionFlows[0].gitTriggerSelectors[0].values: empty; name at"
                + " least one text to compare with [VALUES_EMPTY]"),
        arguments(
            "104 operator of selector in lower case",
            product(
                "promotionFlows: [{name: f, gitTriggerSelectors: [{key: gitRevision, operator: in,"
                    + " values: [a]}]}]"),
            "text 2:6:81: spec.promotionFlows[0].gitTriggerSelectors[0].operator: 'in' is not"
                + " allowed; did you mean 'In'? Allowed: In, NotIn [ENUM]"),
        arguments(
            "107 key",
            product(
                "promotionFlows: [{name: f, gitTriggerSelectors: [{key: commitMsg, operator: In,"
                    + " values: [a]}]}]"),
            "text 2:6:58: spec.promotionFlows[0].gitTriggerSelectors[0].key: 'commitMsg' is not"
                + " allowed. Allowed: commitMessage, gitRevision [ENUM]"),
        arguments(
            "108 stars",
            product(
                "promotionFlows: [{name: f, gitTriggerSelectors: [{key: gitRevision, operator: In,"
                    + " values: ['"
                    + "*".repeat(200)
                    + "']}]}]"),
            "text 2:6:94: spec.promotionFlows[0].gitTriggerSelectors[0].values[0]: the pattern has"
                + " 200 characters and 200 '*', the limit is 255 and 16; shorten it"
                + " [PATTERN_LIMIT]"),
        arguments(
            "108 long pattern",
            product(
                "promotionFlows: [{name: f, gitTriggerSelectors: [{key: gitRevision, operator: In,"
                    + " values: ["
                    + "a".repeat(300)
                    + "]}]}]"),
            "text 2:6:94: spec.promotionFlows[0].gitTriggerSelectors[0].values[0]: the pattern has"
                + " 300 characters and 0 '*', the limit is 255 and 16; shorten it [PATTERN_LIMIT]"),
        arguments(
            "110 name of a label",
            template("applicationSourceSelector: {matchLabels: {a/b/c: d}}", "priority: 1"),
            "text 2:6:52: spec.applicationSourceSelector.matchLabels['a/b/c']: 'a/b/c' is not the"
                + " name of a label; write 'name' or 'example.com/name', the name with letters,"
                + " digits, '-', '_' and '.', at most 63 characters [LABEL_FORM]"),
        arguments(
            "110 value of a label",
            template(
                "applicationSourceSelector: {matchLabels: {a: " + "b".repeat(64) + "}}",
                "priority: 1"),
            "text 2:6:48: spec.applicationSourceSelector.matchLabels['a']:"
                + " 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' is not the"
                + " value of a label; use letters, digits, '-', '_' and '.', at most 63 characters,"
                + " first and last a letter or digit [LABEL_FORM]"),
        arguments(
            "111 empty selector",
            template("applicationSourceSelector: {}", "priority: 1"),
            "text 2:6:30: spec.applicationSourceSelector: an empty selector would match every"
                + " application; name labels, or write matchAll: true in a document of"
                + " promotion.dev/v1 [SELECTOR_EMPTY]"));
  }

  static Stream<Arguments> paths() {
    return Stream.of(
        arguments(
            "114 no root",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "versionSource: {file: a.yaml, jsonPath: appVersion}"),
            "text 2:8:43: spec.versionSource.jsonPath: 'appVersion' is not a path (position 1): a"
                + " path begins with $; did you mean '$.appVersion'? [PATH_SYNTAX]"),
        arguments(
            "115 empty path",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "versionSource: {file: a.yaml, jsonPath: ''}"),
            "text 2:8:43: spec.versionSource.jsonPath: '' is not a path (position 1): a path begins"
                + " with $ [PATH_SYNTAX]"),
        arguments(
            "117 filter of another dialect",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "versionSource: {file: a.yaml, jsonPath: '$..[?(@.x=1)]'}"),
            "text 2:8:43: spec.versionSource.jsonPath: '$..[?(@.x=1)]' is not a path (position 10):"
                + " one = is no operator; did you mean '$..[?(@.x==1)]'? [PATH_SYNTAX]"),
        arguments(
            "117 script",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "versionSource: {file: a.yaml, jsonPath: '$.a[(@.length-1)]'}"),
            "text 2:8:43: spec.versionSource.jsonPath: '$.a[(@.length-1)]' is not a path (position"
                + " 5): expected a name in quotes, a number, '*', ':' or '?', found '('"
                + " [PATH_SYNTAX]"),
        arguments(
            "119 nothing but signs",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "versionSource: {file: a.yaml, jsonPath: '@[\"\",/\\\\'}"),
            "text 2:8:43: spec.versionSource.jsonPath: '@[\"\",/\\\\' is not a path (position 1): a"
                + " path begins with $; did you mean '$[\"\",'/\\\\\\\\']'? [PATH_SYNTAX]"),
        arguments(
            "120 deep path",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "versionSource: {file: a.yaml, jsonPath: $" + ".a".repeat(5_000) + "}"),
            "text 2:8:43: spec.versionSource.jsonPath:"
                + " '$.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.…'"
                + " (10001 characters) is beyond the limits of a path (position 10001): it has"
                + " 10001 characters, the limit is 10000 [PATH_LIMIT]"));
  }

  static Stream<Arguments> files() {
    return Stream.of(
        arguments(
            "128 parent",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {../../../.github/workflows/x.yml: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['../../../.github/workflows/x.yml']:"
                + " '../../../.github/workflows/x.yml' leaves the source folder; give a plain path"
                + " inside the source folder, like helm/values.yaml [PATH_ESCAPE]"),
        arguments(
            "129 absolute",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {/abs/values.yaml: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['/abs/values.yaml']: '/abs/values.yaml' is absolute; give"
                + " a plain path inside the source folder, like helm/values.yaml [PATH_ABSOLUTE]"),
        arguments(
            "130 drive",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {'C:\\x.yaml': {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['C:\\x.yaml']: 'C:\\x.yaml' has a backslash or a drive"
                + " letter; give a plain path inside the source folder, like helm/values.yaml"
                + " [PATH_BACKSLASH]"),
        arguments(
            "130 share",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {'\\\\host\\x': {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['\\\\host\\x']: '\\\\host\\x' has a backslash or a drive"
                + " letter; give a plain path inside the source folder, like helm/values.yaml"
                + " [PATH_BACKSLASH]"),
        arguments(
            "130 backslash",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {'a\\b.yaml': {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['a\\b.yaml']: 'a\\b.yaml' has a backslash or a drive"
                + " letter; give a plain path inside the source folder, like helm/values.yaml"
                + " [PATH_BACKSLASH]"),
        arguments(
            "131 detour",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {a/../b.yaml: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['a/../b.yaml']: 'a/../b.yaml' has an empty part, '.' or"
                + " '..'; give a plain path inside the source folder, like helm/values.yaml"
                + " [PATH_NOT_CANONICAL]"),
        arguments(
            "131 dot",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {./a: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['./a']: './a' has an empty part, '.' or '..'; give a plain"
                + " path inside the source folder, like helm/values.yaml [PATH_NOT_CANONICAL]"),
        arguments(
            "131 two slashes",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {a//b: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['a//b']: 'a//b' has an empty part, '.' or '..'; give a"
                + " plain path inside the source folder, like helm/values.yaml"
                + " [PATH_NOT_CANONICAL]"),
        arguments(
            "131 slash at the end",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {a/: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['a/']: 'a/' has an empty part, '.' or '..'; give a plain"
                + " path inside the source folder, like helm/values.yaml [PATH_NOT_CANONICAL]"),
        arguments(
            "132 Git's folder",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {.git/config: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['.git/config']: '.git/config' is one of Git's own files or"
                + " looks like one; it is never read or written [PATH_GIT_INTERNAL]"),
        arguments(
            "132 Git's folder in capitals",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {.GIT/config: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['.GIT/config']: '.GIT/config' is one of Git's own files or"
                + " looks like one; it is never read or written [PATH_GIT_INTERNAL]"),
        arguments(
            "132 Git's short name",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {git~1/x: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['git~1/x']: 'git~1/x' is one of Git's own files or looks"
                + " like one; it is never read or written [PATH_GIT_INTERNAL]"),
        arguments(
            "132 Git's folder in disguise",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {\".g\\u200Cit/config\": {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['.g\\u200Cit/config']: '.g\\u200Cit/config' is one of"
                + " Git's own files or looks like one; it is never read or written"
                + " [PATH_GIT_INTERNAL]"),
        arguments(
            "132 modules",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {.gitmodules: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['.gitmodules']: '.gitmodules' is one of Git's own files or"
                + " looks like one; it is never read or written [PATH_GIT_INTERNAL]"),
        arguments(
            "132 attributes",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {.gitattributes: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['.gitattributes']: '.gitattributes' is one of Git's own"
                + " files or looks like one; it is never read or written [PATH_GIT_INTERNAL]"),
        arguments(
            "137 blank at the end",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {'a ': {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['a ']: 'a ' has a colon, a blank at its start or a blank"
                + " or dot at its end, which some file systems drop; rename it [PATH_CHARSET]"),
        arguments(
            "137 dot at the end",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {a.: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['a.']: 'a.' has a colon, a blank at its start or a blank"
                + " or dot at its end, which some file systems drop; rename it [PATH_CHARSET]"),
        arguments(
            "137 device",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {nul.txt: {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['nul.txt']: 'nul.txt' names a device on Windows; rename it"
                + " [PATH_CHARSET]"),
        arguments(
            "137 line break",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {\"a\\nb\": {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['a\\n"
                + "b']: 'a\\n"
                + "b' has a line break or another invisible character; rename it [PATH_CHARSET]"),
        arguments(
            "137 null character",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {\"a\\0b\": {jsonPaths: [$.a]}}"),
            "text 2:8:15: spec.promotion['a\\u0000b']: 'a\\u0000b' has a line break or another"
                + " invisible character; rename it [PATH_CHARSET]"),
        arguments(
            "138 long part",
            template(
                "applicationSourceSelector: {matchLabels: {team: a}}",
                "priority: 1",
                "promotion: {" + "a".repeat(256) + ": {jsonPaths: [$.a]}}"),
            "text 2:8:15:"
                + " spec.promotion.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:"
                + " 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'"
                + " (256 characters) has a part of more than 255 bytes; shorten it [PATH_LIMIT]"));
  }

  static Stream<Arguments> revisions() {
    return Stream.of(
        arguments(
            "140 option",
            application("source: {repoURL: https://h/a, path: b, targetRevision: -x}"),
            "text 2:8:59: spec.source.targetRevision: '-x' cannot be a branch here: it starts with"
                + " '-'; give the short name of a branch, like 'main' [REF_NAME]"),
        arguments(
            "140 range",
            application("source: {repoURL: https://h/a, path: b, targetRevision: a..b}"),
            "text 2:8:59: spec.source.targetRevision: 'a..b' cannot be a branch here: Git reads"
                + " '..', '@{' and a dot at the end in its own way; give the short name of a"
                + " branch, like 'main' [REF_NAME]"),
        arguments(
            "140 lock",
            application("source: {repoURL: https://h/a, path: b, targetRevision: a.lock}"),
            "text 2:8:59: spec.source.targetRevision: 'a.lock' cannot be a branch here: a part of"
                + " it is empty, starts with a dot or ends in '.lock'; give the short name of a"
                + " branch, like 'main' [REF_NAME]"),
        arguments(
            "140 blank",
            application("source: {repoURL: https://h/a, path: b, targetRevision: 'a b'}"),
            "text 2:8:59: spec.source.targetRevision: 'a b' cannot be a branch here: it has a"
                + " character that Git does not allow; give the short name of a branch, like 'main'"
                + " [REF_NAME]"),
        arguments(
            "140 history",
            application("source: {repoURL: https://h/a, path: b, targetRevision: a~1}"),
            "text 2:8:59: spec.source.targetRevision: 'a~1' cannot be a branch here: it has a"
                + " character that Git does not allow; give the short name of a branch, like 'main'"
                + " [REF_NAME]"),
        arguments(
            "140 tag",
            application("source: {repoURL: https://h/a, path: b, targetRevision: refs/tags/x}"),
            "text 2:8:59: spec.source.targetRevision: 'refs/tags/x' cannot be a branch here: it is"
                + " a full reference name; give the short name of a branch, like 'main'"
                + " [REF_NAME]"),
        arguments(
            "140 at",
            application("source: {repoURL: https://h/a, path: b, targetRevision: '@'}"),
            "text 2:8:59: spec.source.targetRevision: '@' cannot be a branch here: it is a name"
                + " that Git itself uses; give the short name of a branch, like 'main' [REF_NAME]"),
        arguments(
            "140 commit",
            application(
                "source: {repoURL: https://h/a, path: b, targetRevision:"
                    + " 0123456789012345678901234567890123456789}"),
            "text 2:8:59: spec.source.targetRevision: '0123456789012345678901234567890123456789'"
                + " cannot be a branch here: it reads as a commit id; give the short name of a"
                + " branch, like 'main' [REF_NAME]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("milder")
  void whatVendorsDocumentsDoIsOnlyWarnedOf(String what, String text, String warning) {
    assertThat(PromotionYaml.readCatalog(ENVIRONMENTS, text).warnings())
        .extracting(Problem::toString)
        .containsExactly(warning);
  }

  static Stream<Arguments> milder() {
    return Stream.of(
        arguments(
            "46 number for text",
            flow().replace("name: flow", "name: flow\n  annotations: {version: 1.10}"),
            "text 2:5:26: metadata.annotations.version: 1.10 is kept as text, but others may read a"
                + " number and write it differently; quote it [AMBIGUOUS_NUMBER]"),
        arguments(
            "99 two policies of one priority",
            product()
                + "---\n"
                + policy("priority: 1", "policy: {action: commit}")
                + "---\n"
                + policy("priority: 1", "policy: {action: pr}").replace("name: x", "name: z"),
            "text 2:20:13: spec.priority: policies x and z have the same priority 1 and say"
                + " different things about the same; the first by name wins; give them different"
                + " priorities [POLICY_TIE]"),
        arguments(
            "100 both templates",
            product("promotionTemplateRef: base", "promotionTemplate: {}"),
            "text 2:6:25: spec.promotionTemplateRef: promotionTemplate goes before"
                + " promotionTemplateRef, so template 'base' is not looked at; remove one of the"
                + " two [EITHER_OR]"),
        arguments(
            "103 two templates of one priority",
            application(
                        "source: {repoURL: https://h/a, path: b}",
                        "destination: {name: eu, namespace: shop}")
                    .replace("annotations:", "annotations:\n    codefresh.io/environment: qa")
                + "---\n"
                + template(
                    "applicationSourceSelector: {matchAll: true}",
                    "priority: 1",
                    "promotion: {values.yaml: {jsonPaths: [$.a]}}")
                + "---\n"
                + template(
                        "applicationSourceSelector: {matchAll: true}",
                        "priority: 1",
                        "promotion: {values.yaml: {jsonPaths: [$.b]}}")
                    .replace("name: x", "name: z"),
            "text 2:27:13: spec.priority: templates x and z have the same priority 1 and say"
                + " different things about the same; the first by name wins; give them different"
                + " priorities [TEMPLATE_TIE]"),
        arguments(
            "113 path without dot",
            version("$appVersion"),
            "text 2:8:43: spec.versionSource.jsonPath: '$appVersion' is not in the standard form of"
                + " a path; write '$.appVersion' [PATH_NOT_STANDARD]"),
        arguments(
            "116 dash after a dot",
            version("$.a-b"),
            "text 2:8:43: spec.versionSource.jsonPath: '$.a-b' is not in the standard form of a"
                + " path; write '$['a-b']' [PATH_NOT_STANDARD]"));
  }

  /** What would be refused by stricter rules, and is right by the rules of this library. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("fine")
  void whatHasAMeaningIsNotRefused(String what, String text) {
    assertThat(PromotionYaml.readCatalog(ENVIRONMENTS, text).warnings()).isEmpty();
  }

  static Stream<Arguments> fine() {
    String filter = "'$..[?(@.x==1)]'";
    return Stream.of(
        arguments("101 neither template", product("concurrency: queue")),
        arguments(
            "112 nothing promoted is everything", product("promotionTemplate: {promotion: {}}")),
        arguments("115 the root", version("$")),
        arguments("117 a filter", version(filter)),
        arguments("118 several descents", version("$..*..*..*")));
  }

  @Test
  void everyNumberHasItsTest() throws IOException {
    Path table = Path.of("../docs/bad-inputs.md");
    Set<String> codes =
        Stream.of(ProblemCode.values()).map(ProblemCode::name).collect(Collectors.toSet());

    List<String[]> rows =
        Files.readAllLines(table).stream()
            .filter(line -> line.matches("\\| \\d+ \\|.*"))
            .map(line -> line.split(" *\\| *", -1))
            .toList();

    assertThat(rows)
        .extracting(row -> Integer.parseInt(row[1]))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 152).boxed().toList());
    assertThat(rows).allMatch(row -> row[4].length() > 3);
    assertThat(rows)
        .flatExtracting(row -> List.of(row[3].split(", ")))
        .filteredOn(code -> !code.equals("-"))
        .map(code -> code.replace("`", ""))
        .isSubsetOf(codes);
    for (String[] row : rows) {
      assertTestsAreThere(row[1], row[4]);
    }
  }

  /** A test is a class with a case that begins with the number, or with a method that is named. */
  private static void assertTestsAreThere(String number, String tests) throws IOException {
    Matcher test = TEST.matcher(tests);
    while (test.find()) {
      String proof = test.group(2) == null ? '"' + number + " " : " " + test.group(2) + "(";
      assertThat(sources(test.group(1)).stream().anyMatch(source -> source.contains(proof)))
          .as(number + " in " + test.group(1) + ": " + proof)
          .isTrue();
    }
  }

  private static List<String> sources(String name) throws IOException {
    List<String> sources = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
        for (Path file : files.filter(each -> each.endsWith(name + ".java")).toList()) {
          sources.add(Files.readString(file));
        }
      }
    }
    return sources;
  }

  private static String version(String path) {
    return template(
        "applicationSourceSelector: {matchLabels: {team: a}}",
        "priority: 1",
        "versionSource: {file: a.yaml, jsonPath: " + path + "}");
  }

  private static String template(String... spec) {
    return document("PromotionTemplate", spec);
  }

  private static String product(String... spec) {
    return document("Product", spec);
  }

  private static String policy(String... spec) {
    return document("PromotionPolicy", spec);
  }

  private static String document(String kind, String... spec) {
    return """
    apiVersion: promotion.dev/v1
    kind: %s
    metadata:
      name: x
    spec:
    """
            .formatted(kind)
        + Documents.lines(spec);
  }
}
