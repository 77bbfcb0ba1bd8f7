package dev.promotion.yaml.internal.document;

import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.finding.Wording;
import dev.promotion.yaml.internal.tree.YamlEntry;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A map with the fields of a record. */
final class RecordShape extends Shape {

  /** A field; versions is empty where all versions have it. */
  private record Field(Shape shape, Set<String> versions) {

    boolean in(String version) {
      return versions.isEmpty() || versions.contains(version);
    }
  }

  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Set<String> accepted;
  private final boolean open;

  RecordShape(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      OnlyIn onlyIn = component.getAnnotation(OnlyIn.class);
      Set<String> versions = onlyIn == null ? Set.of() : Set.of(onlyIn.value());
      fields.put(component.getName(), new Field(of(component.getGenericType()), versions));
    }
    Accepts accepts = type.getAnnotation(Accepts.class);
    this.accepted = accepts == null ? Set.of() : Set.of(accepts.value());
    this.open = accepts != null && accepts.others();
  }

  /** Returns the names of the fields, in the order of the record. */
  Set<String> names() {
    return fields.keySet();
  }

  /** Returns the form of a field that is a map of fields itself. */
  Optional<RecordShape> nested(String name) {
    Field field = fields.get(name);
    return field != null && field.shape() instanceof RecordShape nested
        ? Optional.of(nested)
        : Optional.empty();
  }

  @Override
  JsonNode convert(YamlNode node, FieldPath path, Reading reading) {
    if (!(node instanceof YamlMapping mapping)) {
      return reading.wrongType(node, path, "a map of fields");
    }
    ObjectNode object = JSON.objectNode();
    for (YamlEntry entry : reading.fields(mapping, path)) {
      String name = entry.name();
      Field field = fields.get(name);
      if (field != null && field.in(reading.apiVersion())) {
        object.set(name, field.shape().read(entry.value(), path.field(name), reading));
      } else if (!open && !accepted.contains(name)) {
        unknown(name, (YamlScalar) entry.key(), path, reading);
      }
    }
    return object;
  }

  private void unknown(String name, YamlScalar key, FieldPath path, Reading reading) {
    List<String> allowed =
        fields.entrySet().stream()
            .filter(field -> field.getValue().in(reading.apiVersion()))
            .map(Map.Entry::getKey)
            .toList();
    Optional<String> best = Wording.nearest(name, allowed);
    best.ifPresent(field -> reading.findings().excuse(path.field(field)));
    reading
        .findings()
        .add(
            key.position(),
            path,
            ProblemCode.UNKNOWN_FIELD,
            "unknown field "
                + Wording.quoted(name)
                + invisible(name)
                + best.map(field -> "; did you mean '" + field + "'?").orElse(elsewhere(name, path))
                + " Allowed: "
                + Wording.list(allowed));
  }

  private static String invisible(String name) {
    return Wording.invisible(name).stream()
        .mapToObj(point -> " contains invisible " + Wording.codePoint(point))
        .findFirst()
        .orElse("");
  }

  private String elsewhere(String name, FieldPath path) {
    Field other = fields.get(name);
    if (other != null) {
      return "; it belongs to " + Wording.list(other.versions().stream().sorted().toList()) + ".";
    }
    List<String> owners = path.toString().equals("spec") ? Kind.ownersOf(name) : List.of();
    return owners.isEmpty() ? "." : "; it belongs to " + Wording.list(owners) + ".";
  }
}
