package dev.promotion.yaml.internal.document;

import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import tools.jackson.databind.JsonNode;

/** The text of a label or annotation, whatever it looks like. */
final class NoteShape extends Shape {

  @Override
  JsonNode convert(YamlNode node, FieldPath path, Reading reading) {
    if (!(node instanceof YamlScalar scalar)) {
      return reading.wrongType(node, path, "text");
    }
    reading.warnOfNumber(scalar, path);
    return JSON.stringNode(scalar.text());
  }
}
