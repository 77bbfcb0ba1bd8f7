package dev.promotion.yaml.internal.tree;

import dev.promotion.yaml.internal.finding.Position;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the value that a field path such as {@code spec.steps[1].environment} leads to. */
public final class NodeFinder {

  private static final Pattern STEP = Pattern.compile("\\['([^']*)']|\\[(\\d+)]|([^.\\[]+)");

  private NodeFinder() {}

  /**
   * Returns where a field starts or, where it is missing, the innermost value that would hold it.
   */
  public static Position position(YamlNode root, String field) {
    return find(root, field).position();
  }

  /** Returns where a key of a map starts. */
  public static Position keyPosition(YamlNode root, String map, String key) {
    YamlNode node = find(root, map);
    return node instanceof YamlMapping mapping
        ? mapping.entry(key).map(entry -> entry.key().position()).orElse(node.position())
        : node.position();
  }

  private static YamlNode find(YamlNode root, String field) {
    YamlNode node = root;
    Matcher step = STEP.matcher(field);
    while (step.find()) {
      Optional<YamlNode> next = child(node, step);
      if (next.isEmpty()) {
        break;
      }
      node = next.get();
    }
    return node;
  }

  private static Optional<YamlNode> child(YamlNode node, Matcher step) {
    if (step.group(2) == null) {
      String key = step.group(1) == null ? step.group(3) : step.group(1);
      return node instanceof YamlMapping mapping ? mapping.get(key) : Optional.empty();
    }
    int index = Integer.parseInt(step.group(2));
    return node instanceof YamlSequence list && index < list.items().size()
        ? Optional.of(list.items().get(index))
        : Optional.empty();
  }
}
