package dev.promotion.yaml.internal.jsonpath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON document for tests. */
record JsonTree(Kind kind, Map<String, JsonTree> members, List<JsonTree> elements, String text)
    implements JsonValue {

  private static final JsonMapper MAPPER = new JsonMapper();

  static JsonTree of(String json) {
    return of(MAPPER.readTree(json));
  }

  static JsonTree of(JsonNode node) {
    Map<String, JsonTree> members = new LinkedHashMap<>();
    List<JsonTree> elements = new ArrayList<>();
    if (node.isObject()) {
      node.properties().forEach(each -> members.put(each.getKey(), of(each.getValue())));
    } else {
      node.forEach(each -> elements.add(of(each)));
    }
    String text = node.isString() ? node.stringValue() : node.isValueNode() ? node.toString() : "";
    return new JsonTree(kind(node), members, elements, text);
  }

  static JsonTree list(List<JsonTree> elements) {
    return new JsonTree(Kind.ARRAY, Map.of(), elements, "");
  }

  private static Kind kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> Kind.OBJECT;
      case ARRAY -> Kind.ARRAY;
      case STRING -> Kind.STRING;
      case NUMBER -> Kind.NUMBER;
      case BOOLEAN -> Kind.BOOLEAN;
      default -> Kind.NULL;
    };
  }

  /** Returns the value as JSON without blanks. */
  @Override
  public String toString() {
    return switch (kind) {
      case OBJECT ->
          members.entrySet().stream()
              .map(each -> MAPPER.writeValueAsString(each.getKey()) + ":" + each.getValue())
              .collect(Collectors.joining(",", "{", "}"));
      case ARRAY ->
          elements.stream().map(JsonTree::toString).collect(Collectors.joining(",", "[", "]"));
      case STRING -> MAPPER.writeValueAsString(text);
      case NULL -> "null";
      case NUMBER, BOOLEAN -> text;
    };
  }
}
