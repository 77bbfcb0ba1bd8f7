package dev.promotion.yaml.internal.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Derives the JSON Schema of the documents of one API version from their records. */
final class JsonSchema {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String version;

  private JsonSchema(String version) {
    this.version = version;
  }

  /** Returns the schema of a document of any of the kinds. */
  static String of(String version, Map<String, Class<?>> kinds) {
    JsonSchema schema = new JsonSchema(version);
    ObjectNode root = JSON.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Documents of " + version);
    ArrayNode oneOf = root.putArray("oneOf");
    kinds.forEach((kind, type) -> oneOf.add(schema.document(kind, type)));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r", "")
        + "\n";
  }

  private ObjectNode document(String kind, Class<?> type) {
    ObjectNode schema = JSON.objectNode();
    schema.put("title", kind);
    ObjectNode fields = record(type);
    ObjectNode properties = (ObjectNode) fields.get("properties");
    properties.set("apiVersion", JSON.objectNode().put("const", version));
    properties.set("kind", JSON.objectNode().put("const", kind));
    ArrayNode required = JSON.arrayNode().add("apiVersion").add("kind");
    fields.withArray("required").forEach(required::add);
    fields.set("required", required);
    schema.setAll(fields);
    return schema;
  }

  private ObjectNode schema(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? with("array", "items", schema(arguments[0]))
          : with("object", "additionalProperties", schema(arguments[1]));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return words(plain);
    }
    return plain.isRecord()
        ? record(plain)
        : type(
            Map.<Class<?>, String>of(
                    String.class, "string", Integer.class, "integer", Boolean.class, "boolean")
                .get(plain));
  }

  private ObjectNode record(Class<?> type) {
    ObjectNode schema = type("object");
    ArrayNode required = JSON.arrayNode();
    ObjectNode properties = schema.putObject("properties");
    for (RecordComponent component : type.getRecordComponents()) {
      OnlyIn onlyIn = component.getAnnotation(OnlyIn.class);
      if (onlyIn == null || List.of(onlyIn.value()).contains(version)) {
        Field field = field(type, component.getName());
        ObjectNode value = schema(component.getGenericType());
        Required need = field.getAnnotation(Required.class);
        if (need != null) {
          required.add(component.getName());
          value.put("description", "It " + need.value() + ".");
        }
        limits(value, field);
        properties.set(component.getName(), value);
      }
    }
    Accepts accepts = type.getAnnotation(Accepts.class);
    if (accepts != null) {
      List.of(accepts.value()).forEach(name -> properties.set(name, JSON.booleanNode(true)));
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private static void limits(ObjectNode value, Field field) {
    Min least = field.getAnnotation(Min.class);
    Max most = field.getAnnotation(Max.class);
    if (least != null) {
      value.put("minimum", least.value());
    }
    if (most != null) {
      value.put("maximum", most.value());
    }
  }

  private static ObjectNode words(Class<?> type) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode words = schema.putArray("enum");
    for (Field constant : type.getFields()) {
      JsonProperty word = constant.getAnnotation(JsonProperty.class);
      if (word != null) {
        words.add(word.value());
      }
      JsonAlias alias = constant.getAnnotation(JsonAlias.class);
      if (alias != null) {
        List.of(alias.value()).forEach(words::add);
      }
    }
    return schema;
  }

  private static ObjectNode with(String type, String name, ObjectNode value) {
    ObjectNode schema = type(type);
    schema.set(name, value);
    return schema;
  }

  private static ObjectNode type(String name) {
    return JSON.objectNode().put("type", name);
  }

  private static Field field(Class<?> type, String name) {
    try {
      return type.getDeclaredField(name);
    } catch (NoSuchFieldException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
