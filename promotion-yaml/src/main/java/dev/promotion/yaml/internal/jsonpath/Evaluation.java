package dev.promotion.yaml.internal.jsonpath;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Wording;
import dev.promotion.yaml.internal.regexp.IRegexp;
import dev.promotion.yaml.internal.regexp.RegexpLimitException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One search for the nodes of a path: counts what it costs, and stops it at a limit. */
final class Evaluation {

  /** Regular expressions that come from the document are many; so many are kept at a time. */
  private static final int KEPT = 16;

  private final String path;
  private final Node root;
  private final Map<String, Optional<IRegexp>> regexps = new HashMap<>();
  private int steps;
  private int depth;

  Evaluation(String path, JsonValue root) {
    this.path = path;
    this.root = Node.root(root);
  }

  Node root() {
    return root;
  }

  void spend(int more) {
    steps += more;
    if (steps > PathQuery.MOST_STEPS) {
      throw exceeded(
          "takes more than " + PathQuery.MOST_STEPS + " steps", "lead to the values more directly");
    }
  }

  /** Goes one level deeper. */
  void enter() {
    if (++depth > PathQuery.MOST_DEPTH) {
      throw exceeded(
          "leads deeper than " + PathQuery.MOST_DEPTH + " levels", "nest the values less");
    }
  }

  void leave() {
    depth--;
  }

  /** Returns a regular expression, or empty where the text is none. */
  Optional<IRegexp> regexp(String text) {
    Optional<IRegexp> known = regexps.get(text);
    if (known == null) {
      known = read(text);
      spend(text.length() + known.map(IRegexp::size).orElse(0));
      if (regexps.size() == KEPT) {
        regexps.clear();
      }
      regexps.put(text, known);
    }
    return known;
  }

  private Optional<IRegexp> read(String text) {
    try {
      return IRegexp.parse(text);
    } catch (RegexpLimitException large) {
      throw exceeded(
          "has the regular expression " + Wording.quoted(text) + ": " + large.getMessage(),
          "make it shorter");
    }
  }

  InvalidDefinitionException exceeded(String what, String advice) {
    return new InvalidDefinitionException(
        ProblemCode.PATH_LIMIT, "", Wording.quoted(path) + " " + what + "; " + advice);
  }
}
