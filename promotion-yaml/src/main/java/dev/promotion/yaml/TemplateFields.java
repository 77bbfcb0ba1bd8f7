package dev.promotion.yaml;

import dev.promotion.template.AllFiles;
import dev.promotion.template.JsonPath;
import dev.promotion.template.LabelExpression;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;

/**
 * Writes the fields of a template, and what a product says itself.
 *
 * @param ours whether for {@code promotion.dev/v1}
 */
record TemplateFields(boolean ours) {

  void write(YamlOutput spec, PromotionTemplate template) {
    spec.map("applicationSourceSelector", selector -> selector(selector, template.selector()))
        .number("priority", template.priority());
    content(spec, "spec", template.content());
  }

  void content(YamlOutput output, String field, TemplateContent content) {
    content
        .versionSource()
        .ifPresent(
            version ->
                output.map(
                    "versionSource",
                    fields ->
                        fields
                            .text("file", version.file().value())
                            .text("jsonPath", version.path().text())));
    output.mapIfAny(
        "promotion",
        files -> content.files().forEach(file -> file(files, field + ".promotion", file)));
    content.allFiles().ifPresent(all -> allFiles(output, field, all));
  }

  private void allFiles(YamlOutput output, String field, AllFiles all) {
    NotExpressible.refuseIf(!ours && all.confirmed(), field + ".allFiles");
    NotExpressible.refuseIf(!ours && all.prune(), field + ".prune");
    output.flag("allFiles", all.confirmed()).flag("prune", all.prune());
  }

  private void file(YamlOutput files, String field, PromotedFile file) {
    NotExpressible.refuseIf(!ours && file.create(), field + "['" + file.file() + "'].create");
    files.map(
        file.file().text(),
        values ->
            values
                .texts("jsonPaths", file.paths().stream().map(JsonPath::text).toList())
                .flag("create", file.create()));
  }

  private void selector(YamlOutput output, LabelSelector selector) {
    boolean everything = selector.equals(LabelSelector.everything());
    NotExpressible.refuseIf(!ours && everything, "spec.applicationSourceSelector.matchAll");
    output
        .texts("matchLabels", selector.matchLabels())
        .list("matchExpressions", selector.matchExpressions(), TemplateFields::expression)
        .flag("matchAll", everything);
  }

  private static void expression(YamlOutput output, LabelExpression expression) {
    output
        .text("key", expression.key())
        .text("operator", word(expression.operator()))
        .texts("values", expression.values());
  }

  private static String word(LabelExpression.Operator operator) {
    return switch (operator) {
      case IN -> "In";
      case NOT_IN -> "NotIn";
      case EXISTS -> "Exists";
      case DOES_NOT_EXIST -> "DoesNotExist";
    };
  }
}
