package dev.promotion.yaml.internal.document;

import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** True or false, in the words that all versions of YAML read alike. */
final class FlagShape extends Shape {

  private static final Set<String> WORDS = Set.of("true", "false");

  @Override
  JsonNode convert(YamlNode node, FieldPath path, Reading reading) {
    return node instanceof YamlScalar scalar && scalar.plain() && WORDS.contains(scalar.text())
        ? JSON.booleanNode(scalar.text().equals("true"))
        : reading.wrongType(node, path, "true or false");
  }
}
