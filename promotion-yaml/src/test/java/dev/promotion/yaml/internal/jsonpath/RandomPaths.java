package dev.promotion.yaml.internal.jsonpath;

import dev.promotion.yaml.internal.jsonpath.JsonValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Random documents, and random paths that lead through them: the same ones for the same seed. Much
 * faster than arbitraries, which matters more here than that an example is shrunk.
 */
final class RandomPaths {

  private static final List<String> NAMES = List.of("a", "b", "tag", "x-y", "it's", "\u0001\\");

  private static final String[] MARKS = {
    "$",
    "@",
    ".",
    "..",
    "*",
    "[",
    "]",
    "?",
    "(",
    ")",
    "'",
    "\"",
    "\\",
    "\\u",
    "\\uD83D",
    ",",
    ":",
    "-",
    "0",
    "01",
    "-0",
    "9007199254740992",
    "1e",
    ".5",
    "!",
    "=",
    "==",
    "<",
    "&&",
    "|",
    "||",
    "~",
    "a",
    "a-b",
    "true",
    "null",
    "length(",
    "count(",
    "match(",
    " ",
    "\n",
    "\u0000",
    "\u202E",
    "\uD800",
    "\uD83D\uDE00",
    "{",
    "}",
    "/"
  };

  private final Random random;

  RandomPaths(long seed) {
    this.random = new Random(seed);
  }

  JsonTree document() {
    return document(4);
  }

  private JsonTree document(int depth) {
    int choice = depth == 0 ? 0 : random.nextInt(6);
    int size = random.nextInt(5);
    if (choice == 0) {
      return JsonTree.of(
          any("1", "1.0", "-2e3", "\"a\"", "\"b\"", "\"\"", "true", "false", "null"));
    }
    if (choice < 3) {
      return JsonTree.list(some(size, () -> document(depth - 1)));
    }
    Map<String, JsonTree> members = new LinkedHashMap<>();
    for (int member = 0; member < size; member++) {
      members.put(NAMES.get(random.nextInt(NAMES.size())), document(depth - 1));
    }
    return new JsonTree(Kind.OBJECT, members, List.of(), "");
  }

  /** Returns a path of the standard. */
  String path() {
    return "$" + String.join("", some(random.nextInt(4), this::segment));
  }

  String segment() {
    return segment(2);
  }

  List<String> selectors() {
    return some(1 + random.nextInt(4), () -> selector(2));
  }

  /** Returns a text of marks that mean something in a path. */
  String marks() {
    return String.join("", some(random.nextInt(7), () -> any(MARKS)));
  }

  /** Returns a text of which a part is replaced by marks. */
  String edited(String text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(4));
    return text.substring(0, from) + marks() + text.substring(to);
  }

  private String segment(int depth) {
    if (random.nextInt(3) == 0) {
      return any(".a", ".b", ".tag", "..a", "..tag", ".*", "..*");
    }
    List<String> selectors = some(1 + random.nextInt(3), () -> selector(depth));
    return any("", "", "..") + "[" + String.join(", ", selectors) + "]";
  }

  private String selector(int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 3)) {
      case 0 -> Names.quoted(NAMES.get(random.nextInt(NAMES.size())));
      case 1 -> any("*", "0", "1", "-1", "7", ":", "1:", ":-1", "::-1", "::2", "2:0:-1");
      default -> "?" + condition(depth - 1);
    };
  }

  private String condition(int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> "!(" + basic(depth) + ")";
      case 1 -> basic(depth) + " && " + basic(depth);
      case 2 -> "(" + basic(depth) + " || " + basic(depth) + ") && " + basic(depth);
      case 3 -> basic(depth) + " || !(" + basic(depth) + ")";
      default -> basic(depth);
    };
  }

  private String basic(int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> query(depth);
      case 1 -> value(depth) + any(" == ", "!=", " < ", " <= ", ">", ">=") + value(depth);
      default -> any("match(", "search(") + value(depth) + ", " + any("'a*'", "'.'", "@.b") + ")";
    };
  }

  private String query(int depth) {
    return depth == 0 || random.nextBoolean() ? single() : "@" + segment(depth);
  }

  private String single() {
    return any("@", "$", "@.a", "@.b", "@['x-y']", "@[0]", "@.a.tag", "$.a", "$[1]");
  }

  private String value(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> any("1", "1e0", "-2000", "'a'", "''", "true", "false", "null");
      case 1 -> "length(" + single() + ")";
      case 2 -> "count(" + query(depth) + ")";
      case 3 -> "value(" + query(depth) + ")";
      default -> single();
    };
  }

  private String any(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static <T> List<T> some(int count, Supplier<T> maker) {
    List<T> made = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      made.add(maker.get());
    }
    return made;
  }
}
