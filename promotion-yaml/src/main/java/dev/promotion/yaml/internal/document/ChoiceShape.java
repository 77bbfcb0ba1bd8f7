package dev.promotion.yaml.internal.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.finding.Wording;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One of the words that the constants of an enumeration are annotated with. */
final class ChoiceShape extends Shape {

  private final List<String> words = new ArrayList<>();
  private final List<String> aliases = new ArrayList<>();

  ChoiceShape(Class<?> type) {
    for (Field constant : type.getFields()) {
      JsonProperty word = constant.getAnnotation(JsonProperty.class);
      if (word != null) {
        words.add(word.value());
      }
      JsonAlias alias = constant.getAnnotation(JsonAlias.class);
      if (alias != null) {
        aliases.addAll(List.of(alias.value()));
      }
    }
  }

  @Override
  JsonNode convert(YamlNode node, FieldPath path, Reading reading) {
    List<String> allowed = new ArrayList<>(words);
    allowed.addAll(aliases);
    if (!(node instanceof YamlScalar scalar)) {
      return reading.wrongType(node, path, "one of " + Wording.list(allowed));
    }
    if (allowed.contains(scalar.text())) {
      return JSON.stringNode(scalar.text());
    }
    reading
        .findings()
        .add(
            node.position(),
            path,
            ProblemCode.ENUM,
            Wording.quoted(scalar.text())
                + " is not allowed"
                + Wording.nearest(scalar.text(), allowed)
                    .map(best -> "; did you mean '" + best + "'?")
                    .orElse(".")
                + " Allowed: "
                + Wording.list(allowed));
    return JSON.nullNode();
  }
}
