package dev.promotion.yaml.internal.document;

import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.finding.Wording;
import dev.promotion.yaml.internal.tree.YamlAlias;
import dev.promotion.yaml.internal.tree.YamlEntry;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The reading of one document: refuses what YAML can do and a definition must not.
 *
 * @param apiVersion the API version of the document
 * @param findings where to put what is wrong
 */
record Reading(String apiVersion, Findings findings) {

  private static final int LONGEST_KEY = 1024;
  private static final int LONGEST_TRUTH = "false".length();
  private static final String STARTS_OF_TRUTH_AND_NULL = "tTfFnN";

  /** Up to so many fields are compared with each other; a table would cost more. */
  private static final int FEW = 8;

  private static final String MERGE_KEY = "<<";
  private static final String CORE_TAGS = "tag:yaml.org,2002:";

  /** Numbers that come out as another text where they are read as numbers. */
  private static final Pattern UNSTABLE_NUMBER =
      Pattern.compile(
          "[-+]?(0\\d+|0o[0-7]+|0x[0-9a-fA-F]+|\\d+\\.\\d*|\\.\\d+|\\d+(\\.\\d*)?[eE][-+]?\\d+)");

  private static final Pattern NO_TEXT =
      Pattern.compile(
          "true|True|TRUE|false|False|FALSE|[-+]?(\\d+|0o[0-7]+|0x[0-9a-fA-F]+)"
              + "|[-+]?(\\.\\d+|\\d+\\.\\d*)([eE][-+]?\\d+)?|[-+]?\\d+[eE][-+]?\\d+");

  /** Tells whether a value is neither an alias nor tagged; reports it otherwise. */
  boolean plain(YamlNode node, FieldPath path) {
    if (node instanceof YamlAlias alias) {
      alias(alias, path);
      return false;
    }
    if (!node.tag().isEmpty()) {
      findings.add(
          node.position(),
          path,
          ProblemCode.TAG_NOT_ALLOWED,
          "YAML tag "
              + Wording.quoted(tag(node.tag()))
              + " is not allowed; plain text, numbers, true/false, lists and maps only");
      return false;
    }
    return wholeCharacters(node, path);
  }

  /** Returns the fields of a map that have a plain key, the first of those with the same key. */
  List<YamlEntry> fields(YamlMapping mapping, FieldPath path) {
    List<YamlEntry> fields = new ArrayList<>(mapping.entries().size());
    Map<String, YamlEntry> many = new HashMap<>();
    boolean few = mapping.entries().size() <= FEW;
    for (YamlEntry entry : mapping.entries()) {
      if (textKey(entry.key(), path)) {
        Optional<YamlEntry> first =
            few
                ? named(entry.name(), fields)
                : Optional.ofNullable(many.putIfAbsent(entry.name(), entry));
        if (first.isEmpty()) {
          fields.add(entry);
        } else {
          duplicate(first.get(), entry, path);
        }
      }
    }
    return fields;
  }

  private static Optional<YamlEntry> named(String name, List<YamlEntry> entries) {
    for (YamlEntry entry : entries) {
      if (entry.name().equals(name)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** Reports a value of the wrong kind. */
  JsonNode wrongType(YamlNode node, FieldPath path, String expected) {
    findings.add(
        node.position(),
        path,
        ProblemCode.TYPE,
        "got " + NodeWords.describe(node) + ", expected " + expected);
    return JsonNodeFactory.instance.nullNode();
  }

  /** Warns of a text that other readers may take for a number, and write differently. */
  void warnOfNumber(YamlScalar scalar, FieldPath path) {
    if (scalar.plain()
        && !scalar.text().isEmpty()
        && scalar.text().charAt(0) < 'A'
        && UNSTABLE_NUMBER.matcher(scalar.text()).matches()) {
      findings.warn(
          scalar.position(),
          path.toString(),
          ProblemCode.AMBIGUOUS_NUMBER,
          scalar.text()
              + " is kept as text, but others may read a number and write it differently; quote"
              + " it");
    }
  }

  private boolean wholeCharacters(YamlNode node, FieldPath path) {
    boolean half = node instanceof YamlScalar scalar && !scalar.plain() && half(scalar.text());
    if (half) {
      findings.add(
          node.position(),
          path,
          ProblemCode.ENCODING,
          "an escape gives half a character; remove it");
    }
    return !half;
  }

  /** Only an escape can give half a character, so what stands without quotes is not looked at. */
  private static boolean half(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (Character.isSurrogate(text.charAt(index))) {
        return text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
      }
    }
    return false;
  }

  private void alias(YamlAlias alias, FieldPath path) {
    String name = Wording.quoted("*" + alias.anchor());
    switch (alias.target()) {
      case VALUE ->
          findings.add(
              alias.position(),
              path,
              ProblemCode.ALIAS_NOT_ALLOWED,
              "YAML alias " + name + " is not allowed in a definition; write the value out");
      case ITSELF ->
          findings.add(
              alias.position(),
              path,
              ProblemCode.RECURSIVE_ALIAS,
              "YAML alias " + name + " stands inside the value that it repeats; remove it");
      case NOTHING ->
          findings.add(
              alias.position(),
              path,
              ProblemCode.UNDEFINED_ALIAS,
              "YAML alias " + name + " repeats nothing; quote it if '*' is part of the text");
    }
  }

  private boolean textKey(YamlNode key, FieldPath path) {
    if (!(key instanceof YamlScalar scalar)) {
      notText(key, path);
      return false;
    }
    if (isWord(scalar.text())) {
      return plain(key, path);
    }
    if (scalar.plain() && scalar.text().equals(MERGE_KEY)) {
      findings.add(
          key.position(),
          path,
          ProblemCode.MERGE_KEY_NOT_ALLOWED,
          "merge key '<<' is not allowed in a definition; write the fields out");
      return false;
    }
    if (scalar.isNull() || (scalar.plain() && NO_TEXT.matcher(scalar.text()).matches())) {
      notText(key, path);
      return false;
    }
    if (scalar.text().length() > LONGEST_KEY) {
      findings.add(
          key.position(),
          path,
          ProblemCode.KEY_TOO_LONG,
          "the key is longer than " + LONGEST_KEY + " characters");
      return false;
    }
    return plain(key, path);
  }

  /** Tells of the usual key that it is none of those that need a closer look. */
  private static boolean isWord(String text) {
    return !text.isEmpty()
        && text.length() < LONGEST_KEY
        && Character.isLetter(text.charAt(0))
        && (text.length() > LONGEST_TRUTH || STARTS_OF_TRUTH_AND_NULL.indexOf(text.charAt(0)) < 0);
  }

  private void notText(YamlNode key, FieldPath path) {
    findings.add(
        key.position(),
        path,
        ProblemCode.KEY_NOT_TEXT,
        "a key must be text, got " + NodeWords.describe(key) + "; quote it if it is meant as text");
  }

  private void duplicate(YamlEntry first, YamlEntry again, FieldPath path) {
    findings.add(
        again.key().position(),
        path,
        ProblemCode.DUPLICATE_KEY,
        "key "
            + Wording.quoted(again.name())
            + " appears twice (line "
            + first.key().position().line()
            + " and line "
            + again.key().position().line()
            + "); remove one");
  }

  private static String tag(String tag) {
    return tag.startsWith(CORE_TAGS) ? "!!" + tag.substring(CORE_TAGS.length()) : tag;
  }
}
