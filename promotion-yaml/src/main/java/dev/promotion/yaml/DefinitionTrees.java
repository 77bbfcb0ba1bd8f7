package dev.promotion.yaml;

import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.tree.YamlEntry;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlParser;
import dev.promotion.yaml.internal.tree.YamlScalar;
import dev.promotion.yaml.internal.tree.YamlSequence;
import dev.promotion.yaml.internal.values.QuickYamlReader;
import dev.promotion.yaml.internal.values.ScalarStyle;
import dev.promotion.yaml.internal.values.ValueList;
import dev.promotion.yaml.internal.values.ValueMap;
import dev.promotion.yaml.internal.values.ValueMember;
import dev.promotion.yaml.internal.values.ValueNode;
import dev.promotion.yaml.internal.values.ValueScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the trees of the documents in a text: many times faster than the engine where there is no
 * doubt what they are, else with the engine, which alone says what is wrong.
 */
final class DefinitionTrees {

  private static final String NO_TAG = "";

  private final String text;

  /** What is before this index is counted. */
  private int at;

  private int line = 1;
  private int column = 1;

  private int nodes;
  private boolean beyond;

  private DefinitionTrees(String text) {
    this.text = text;
  }

  /**
   * Returns the documents of a text. Where the text is not YAML or goes beyond a limit, this is
   * added to the findings, and the documents before it are returned.
   */
  static List<YamlNode> parse(String text, Findings findings) {
    return quick(text).orElseGet(() -> YamlParser.parse(text, findings));
  }

  /** Returns the documents of a text, or empty if something may be wrong with it. */
  static Optional<List<YamlNode>> quick(String text) {
    return QuickYamlReader.documents(text).flatMap(new DefinitionTrees(text)::documents);
  }

  private Optional<List<YamlNode>> documents(List<ValueNode> values) {
    List<YamlNode> documents = new ArrayList<>();
    for (ValueNode value : values) {
      nodes = 0;
      documents.add(node(value, 1));
    }
    beyond |= documents.size() > YamlParser.MOST_DOCUMENTS;
    return beyond ? Optional.empty() : Optional.of(documents);
  }

  private YamlNode node(ValueNode value, int depth) {
    nodes++;
    beyond |= depth > YamlParser.MOST_DEPTH || nodes > YamlParser.MOST_NODES;
    moveTo(value.start());
    int startLine = line;
    int startColumn = column;
    if (value instanceof ValueScalar scalar) {
      boolean plain = scalar.style() == ScalarStyle.PLAIN;
      return new YamlScalar(startLine, startColumn, NO_TAG, scalar.text(), plain);
    }
    if (value instanceof ValueMap map) {
      List<YamlEntry> entries = new ArrayList<>(map.members().size());
      for (ValueMember member : map.members()) {
        YamlNode key = node(member.key(), depth + 1);
        entries.add(new YamlEntry(key, node(member.value(), depth + 1)));
      }
      return new YamlMapping(startLine, startColumn, NO_TAG, entries);
    }
    List<YamlNode> items = new ArrayList<>();
    for (ValueNode item : ((ValueList) value).items()) {
      items.add(node(item, depth + 1));
    }
    return new YamlSequence(startLine, startColumn, NO_TAG, items);
  }

  /** Counts lines and columns up to an index, which is not before the one asked for last. */
  private void moveTo(int index) {
    while (at < index) {
      char each = text.charAt(at++);
      if (each == '\n') {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(each)) {
        column++;
      }
    }
  }
}
