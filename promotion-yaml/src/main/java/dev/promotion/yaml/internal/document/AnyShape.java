package dev.promotion.yaml.internal.document;

import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.tree.YamlEntry;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import dev.promotion.yaml.internal.tree.YamlSequence;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Any value, as long as it is made of texts, lists and maps only. */
final class AnyShape extends Shape {

  @Override
  JsonNode convert(YamlNode node, FieldPath path, Reading reading) {
    if (node instanceof YamlMapping mapping) {
      ObjectNode object = JSON.objectNode();
      for (YamlEntry entry : reading.fields(mapping, path)) {
        object.set(entry.name(), read(entry.value(), path.field(entry.name()), reading));
      }
      return object;
    }
    if (node instanceof YamlSequence list) {
      ArrayNode array = JSON.arrayNode();
      List<YamlNode> items = list.items();
      for (int index = 0; index < items.size(); index++) {
        array.add(read(items.get(index), path.item(index), reading));
      }
      return array;
    }
    return JSON.stringNode(((YamlScalar) node).text());
  }
}
