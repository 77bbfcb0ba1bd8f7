package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Documents.application;
import static dev.promotion.yaml.Documents.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.problem.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole text of an error, once for each code that only documents have. */
class MessagesTest {

  @ParameterizedTest
  @MethodSource({"form", "syntax", "values", "fields", "domain"})
  void aProblemSaysWhatIsWrongWhereAndWhatToDo(String text, String message) {
    assertThat(Refusal.of(ENVIRONMENTS, text)).extracting(Problem::toString).contains(message);
  }

  static Stream<Arguments> form() {
    return Stream.of(
        arguments(
            "", "text 2:1:1: no content; write a definition, or remove the file [EMPTY_DOCUMENT]"),
        arguments(
            "hello",
            "text 2:1:1: a definition is a map of fields that starts with apiVersion and kind"
                + " [ROOT_NOT_MAPPING]"),
        arguments(
            "[".repeat(60),
            "text 2:1:51: nested deeper than 50 levels; a definition needs far less"
                + " [DEPTH_LIMIT]"),
        arguments(
            "- a\n".repeat(100_001),
            "text 2:100000:3: more than 100000 values in a document; a definition needs far less"
                + " [NODE_LIMIT]"),
        arguments(
            "#\n".repeat(520_000), "text 2:1:1: 1.1 MB, the limit is 1 MB; split it [SIZE_LIMIT]"),
        arguments(
            "#".repeat(300_001),
            "text 2:1:1: the line has 300001 characters, the limit is 300000 [LINE_LIMIT]"),
        arguments(
            ">>>>>>> a\n<<<<<<< b\n",
            "text 2:2:1: a merge was not finished here; resolve it [MERGE_CONFLICT_MARKERS]"),
        arguments(
            "a: \u0007",
            "text 2:1:4: U+0007 is a character that cannot be seen; remove it"
                + " [CONTROL_CHARACTER]"),
        arguments("a: \uDC00", "text 2:1:4: U+DC00 is half a character [ENCODING]"),
        arguments(
            flow("timeout: \"\\ud83d\""),
            "text 2:10:12: spec.timeout: an escape gives half a character; remove it [ENCODING]"));
  }

  static Stream<Arguments> syntax() {
    return Stream.of(
        arguments("a:\n\t- b", "text 2:2:1: line 2 uses a tab; indent with spaces [TAB_INDENT]"),
        arguments("a: {b", "text 2:1:4: '{' opened at 1:4 is not closed [UNCLOSED]"),
        arguments("a: 'b", "text 2:1:4: the quote opened at 1:4 is not closed [UNCLOSED_QUOTE]"),
        arguments(
            "a: b: c",
            "text 2:1:5: a key with ':' cannot stand here; quote the value if the ':' is part of"
                + " it, else correct the indentation [MAPPING_IN_SCALAR]"),
        arguments(
            "a: \"\\x", "text 2:1:4: an escape after '\\' is cut off; complete it [BAD_ESCAPE]"),
        arguments(
            "a: \"\\q\"",
            "text 2:1:6: found unknown escape character q(113); in single quotes a '\\' is plain"
                + " text [BAD_ESCAPE]"),
        arguments(
            "%YAML 3.0\n---\n",
            "text 2:1:1: %YAML names an unknown version; remove the line [YAML_VERSION]"),
        arguments(
            "{{- x }}: a",
            "text 2:1:3: this is a template, not plain YAML; render it first [TEMPLATE_SYNTAX]"),
        arguments(
            "a: 1\nb\nc: 2",
            "text 2:2:1: no ':' after this text; write 'key: value', or quote it [YAML_SYNTAX]"),
        arguments(
            "a:\n  - b\n c: d",
            "text 2:3:2: the indentation does not fit the lines before; align it [YAML_SYNTAX]"),
        arguments(
            "a: @b",
            "text 2:1:4: not YAML: found character '@' that cannot start any token. (Do not use @"
                + " for indentation); correct it [YAML_SYNTAX]"));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(
            "a: *b",
            "text 2:1:4: a: YAML alias '*b' repeats nothing; quote it if '*' is part of the text"
                + " [UNDEFINED_ALIAS]"),
        arguments(
            "a: &b {c: *b}",
            "text 2:1:11: a.c: YAML alias '*b' stands inside the value that it repeats; remove it"
                + " [RECURSIVE_ALIAS]"),
        arguments(
            "a: &b 1\nc: *b",
            "text 2:2:4: c: YAML alias '*b' is not allowed in a definition; write the value out"
                + " [ALIAS_NOT_ALLOWED]"),
        arguments(
            "a: !!set {}",
            "text 2:1:4: a: YAML tag '!!set' is not allowed; plain text, numbers, true/false, lists"
                + " and maps only [TAG_NOT_ALLOWED]"),
        arguments(
            "a: !x!y b", "text 2:1:4: a YAML tag is not allowed here; remove it [TAG_NOT_ALLOWED]"),
        arguments(
            "a: {<<: {}}",
            "text 2:1:5: a: merge key '<<' is not allowed in a definition; write the fields out"
                + " [MERGE_KEY_NOT_ALLOWED]"),
        arguments(
            "a: 1\nb: 2\na: 3",
            "text 2:3:1: key 'a' appears twice (line 1 and line 3); remove one [DUPLICATE_KEY]"),
        arguments(
            "1.5: a",
            "text 2:1:1: a key must be text, got number 1.5; quote it if it is meant as text"
                + " [KEY_NOT_TEXT]"),
        arguments(
            "a: b\n" + "k".repeat(1_100) + ": c",
            "text 2:2:1: the key is longer than 1024 characters [KEY_TOO_LONG]"));
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        arguments(
            "kind: Product",
            "text 2:1:1: apiVersion: missing; it says what the document is: one of"
                + " codefresh.io/v1beta1, codefresh.io/v1beta2, promotion.dev/v1 [REQUIRED]"),
        arguments(
            flow().replace("  name: flow", "  labels: {}"),
            "text 2:4:3: metadata.name: missing; it names the definition [REQUIRED]"),
        arguments(
            flow().replace("PromotionFlow", "PromotionFlw"),
            "text 2:2:7: kind: 'PromotionFlw' does not exist; known: Environment, Product,"
                + " PromotionFlow, PromotionPolicy, PromotionTemplate, Application; did you mean"
                + " 'PromotionFlow'? [UNKNOWN_KIND]"),
        arguments(
            flow().replace("promotion.dev/v1", "promotion.dev/v2"),
            "text 2:1:13: apiVersion: 'promotion.dev/v2' is not known for kind PromotionFlow;"
                + " known: codefresh.io/v1beta1, promotion.dev/v1; did you mean 'promotion.dev/v1'?"
                + " [UNSUPPORTED_VERSION]"),
        arguments(
            flow("hook: {}"),
            "text 2:10:3: spec: unknown field 'hook'; did you mean 'hooks'? Allowed:"
                + " triggerEnvironment, steps, promotionTimeoutLimit, timeout, hooks, postTrigger"
                + " [UNKNOWN_FIELD]"),
        arguments(
            flow() + "sp\u200Bec2: a",
            "text 2:10:1: unknown field 'sp\\u200Bec2' contains invisible U+200B; did you mean"
                + " 'spec'? Allowed: apiVersion, kind, metadata, spec [UNKNOWN_FIELD]"),
        arguments(
            flow("hooks: [a]"),
            "text 2:10:10: spec.hooks: got a list, expected a map of fields [TYPE]"),
        arguments(
            flow().replace("[dev]", "dev"),
            "text 2:9:18: spec.steps[0].dependsOn: got text 'dev', expected a list; use [dev]"
                + " [TYPE]"),
        arguments(
            flow("promotionTimeoutLimit: \"10\""),
            "text 2:10:26: spec.promotionTimeoutLimit: got text '10', expected a whole number;"
                + " remove the quotes [TYPE]"),
        arguments(
            flow("promotionTimeoutLimit: True"),
            "text 2:10:26: spec.promotionTimeoutLimit: got True, expected a whole number [TYPE]"),
        arguments(
            flow("promotionTimeoutLimit: 010"),
            "text 2:10:26: spec.promotionTimeoutLimit: 010 can be read as 10 or 8; write 10 or 8"
                + " [AMBIGUOUS_NUMBER]"),
        arguments(
            flow("promotionTimeoutLimit: 0x10"),
            "text 2:10:26: spec.promotionTimeoutLimit: 0x10 can be read as text or as 16; write 16"
                + " [AMBIGUOUS_NUMBER]"),
        arguments(
            flow().replace("[dev]", "[NO]"),
            "text 2:9:19: spec.steps[0].dependsOn[0]: 'NO' can be read as text or as false; if text"
                + " is meant, quote it [AMBIGUOUS_TEXT]"));
  }

  static Stream<Arguments> domain() {
    return Stream.of(
        arguments(
            flow("    policy: {action: comit}"),
            "text 2:10:24: spec.steps[0].policy.action: 'comit' is not allowed; did you mean"
                + " 'commit'? Allowed: commit, pr, none [ENUM]"),
        arguments(
            flow("promotionTimeoutLimit: 0"),
            "text 2:10:26: spec.promotionTimeoutLimit: 0 is outside 1…129600 minutes (90 days)"
                + " [RANGE]"),
        arguments(
            flow("timeout: 0s"), "text 2:10:12: spec.timeout: '0s' is outside 1s…90d [RANGE]"),
        arguments(
            flow("timeout: 5"),
            "text 2:10:12: spec.timeout: '5' has no unit; write '5m' for minutes, or h, d, s"
                + " [DURATION]"),
        arguments(
            flow("timeout: 5m", "promotionTimeoutLimit: 5"),
            "text 2:10:12: spec.timeout: give timeout or promotionTimeoutLimit, not both"
                + " [EITHER_OR]"),
        arguments(
            flow().replace("name: flow", "name: Prod"),
            "text 2:4:9: metadata.name: 'Prod' has 'P' (U+0050) at 1; only a–z, 0–9, '-' and '.'"
                + " between labels, first and last a letter or digit [ID_CHARSET]"),
        arguments(
            flow().replace("name: flow", "name: con"),
            "text 2:4:9: metadata.name: 'con' is the name of a device on some file systems; choose"
                + " another [ID_RESERVED]"),
        arguments(
            application("sources: [a]"),
            "text 2:8:12: spec.sources: an application with several sources is not supported; give"
                + " it one 'source', or take it out of the product [UNSUPPORTED_SOURCE]"),
        arguments(
            application("source: {repoURL: https://user:token@h/r, path: a}"),
            "text 2:8:21: spec.source.repoURL: repository address 'https://***@h/r' holds a user or"
                + " password; give credentials to the repository adapter instead; allowed:"
                + " https://host/path, ssh://git@host/path or git@host:path [URL_CREDENTIALS]"));
  }
}
