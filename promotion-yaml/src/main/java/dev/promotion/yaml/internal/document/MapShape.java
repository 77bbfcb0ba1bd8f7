package dev.promotion.yaml.internal.document;

import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.tree.YamlEntry;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A map from text to text with keys of the author's choice, such as labels. */
final class MapShape extends Shape {

  @Override
  JsonNode convert(YamlNode node, FieldPath path, Reading reading) {
    if (!(node instanceof YamlMapping mapping)) {
      return reading.wrongType(node, path, "a map of texts");
    }
    ObjectNode object = JSON.objectNode();
    for (Map.Entry<String, YamlEntry> entry : reading.fields(mapping, path).entrySet()) {
      object.set(
          entry.getKey(), value(entry.getValue().value(), path.field(entry.getKey()), reading));
    }
    return object;
  }

  private static JsonNode value(YamlNode node, FieldPath path, Reading reading) {
    if (!reading.plain(node, path)) {
      return JSON.nullNode();
    }
    return node instanceof YamlScalar scalar
        ? JSON.stringNode(scalar.text())
        : reading.wrongType(node, path, "text");
  }
}
