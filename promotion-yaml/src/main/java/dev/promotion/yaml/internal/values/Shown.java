package dev.promotion.yaml.internal.values;

import dev.promotion.yaml.internal.finding.Wording;
import java.util.Collection;
import java.util.List;

/** The words in which values are spoken of; what a value says is never shown, it may be secret. */
final class Shown {

  private static final int LISTED = 10;

  private Shown() {}

  /** Returns a name in quotes. */
  static String name(String name) {
    return Wording.quoted(name);
  }

  /** Returns names as a list, shortened, with what a wanted one was likely to mean. */
  static String names(String wanted, Collection<String> names) {
    if (names.isEmpty()) {
      return "none";
    }
    List<String> shown = names.stream().limit(LISTED).map(Shown::name).toList();
    int more = names.size() - shown.size();
    return Wording.list(shown)
        + (more > 0 ? " and " + more + " more" : "")
        + Wording.suggestion(wanted, names);
  }

  /** Returns what kind of value a node is, with its article. */
  static String kind(ValueNode node) {
    if (node instanceof ValueMap) {
      return "a map";
    }
    if (node instanceof ValueList) {
      return "a list";
    }
    return node instanceof ValueAlias ? "an alias" : "a single value";
  }
}
