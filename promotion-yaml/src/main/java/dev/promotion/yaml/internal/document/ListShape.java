package dev.promotion.yaml.internal.document;

import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import dev.promotion.yaml.internal.tree.YamlSequence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A list of values of one form. */
final class ListShape extends Shape {

  private final Shape item;

  ListShape(Shape item) {
    this.item = item;
  }

  @Override
  JsonNode convert(YamlNode node, FieldPath path, Reading reading) {
    if (!(node instanceof YamlSequence list)) {
      boolean text = item instanceof TextShape && node instanceof YamlScalar;
      return reading.wrongType(
          node, path, text ? "a list; use [" + ((YamlScalar) node).text() + "]" : "a list");
    }
    ArrayNode array = JSON.arrayNode();
    for (int index = 0; index < list.items().size(); index++) {
      array.add(item(list.items().get(index), path.item(index), reading));
    }
    return array;
  }

  private JsonNode item(YamlNode node, FieldPath path, Reading reading) {
    if (node instanceof YamlScalar scalar && scalar.isNull()) {
      reading
          .findings()
          .add(node.position(), path, ProblemCode.REQUIRED, "the item is empty; remove it");
    }
    return item.read(node, path, reading);
  }
}
