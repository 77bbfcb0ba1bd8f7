package dev.promotion.yaml.internal.document;

import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.tree.YamlEntry;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A map with keys of the author's choice, such as labels. */
final class MapShape extends Shape {

  private final Shape value;

  MapShape(Shape value) {
    this.value = value;
  }

  @Override
  JsonNode convert(YamlNode node, FieldPath path, Reading reading) {
    if (!(node instanceof YamlMapping mapping)) {
      return reading.wrongType(node, path, value instanceof NoteShape ? "a map of texts" : "a map");
    }
    ObjectNode object = JSON.objectNode();
    for (YamlEntry entry : reading.fields(mapping, path)) {
      object.set(entry.name(), value.read(entry.value(), path.field(entry.name()), reading));
    }
    return object;
  }
}
