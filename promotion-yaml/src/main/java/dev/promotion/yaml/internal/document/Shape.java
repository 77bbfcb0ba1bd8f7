package dev.promotion.yaml.internal.document;

import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The form that a value must have, derived from the type of a record component, so that the records
 * are the one description of the documents.
 */
abstract sealed class Shape
    permits AnyShape,
        ChoiceShape,
        FlagShape,
        ListShape,
        MapShape,
        NoteShape,
        RecordShape,
        TextShape,
        WholeNumberShape {

  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Returns the form of values of a type. */
  static Shape of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? new ListShape(of(generic.getActualTypeArguments()[0]))
          : map(generic.getActualTypeArguments()[1]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return new TextShape();
    }
    if (plain == Integer.class) {
      return new WholeNumberShape();
    }
    if (plain == Boolean.class) {
      return new FlagShape();
    }
    if (plain.isEnum()) {
      return new ChoiceShape(plain);
    }
    return plain.isRecord() ? new RecordShape(plain) : new AnyShape();
  }

  /** The texts of a map are notes that any tool may write, so they are read more patiently. */
  private static Shape map(Type values) {
    return new MapShape(values == String.class ? new NoteShape() : of(values));
  }

  /** Returns a value in the form that Jackson binds; what does not fit is reported and left out. */
  final JsonNode read(YamlNode node, FieldPath path, Reading reading) {
    if (!reading.plain(node, path) || (node instanceof YamlScalar scalar && scalar.isNull())) {
      return JSON.nullNode();
    }
    return convert(node, path, reading);
  }

  /** Does the same for a value that is there and has neither alias nor tag. */
  abstract JsonNode convert(YamlNode node, FieldPath path, Reading reading);
}
