package dev.promotion.yaml;

import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.AllFiles;
import dev.promotion.template.FilePattern;
import dev.promotion.template.JsonPath;
import dev.promotion.template.LabelExpression;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import dev.promotion.yaml.internal.document.PromotedValues;
import dev.promotion.yaml.internal.document.TemplateDocument;
import dev.promotion.yaml.internal.document.TemplateDocument.Expression;
import dev.promotion.yaml.internal.document.TemplateDocument.Operator;
import dev.promotion.yaml.internal.document.TemplateDocument.Selector;
import dev.promotion.yaml.internal.document.VersionSource;
import dev.promotion.yaml.internal.jsonpath.PathQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes templates of their documents. */
final class TemplateMapper {

  private static final String SELECTOR = "spec.applicationSourceSelector";

  private TemplateMapper() {}

  static Optional<PromotionTemplate> map(TemplateDocument document, LocatedDocument at) {
    Optional<TemplateName> name = at.name(document.metadata(), TemplateName::new);
    TemplateDocument.Spec spec = document.spec();
    if (spec == null) {
      return Optional.empty();
    }
    Optional<LabelSelector> selector =
        Optional.ofNullable(spec.applicationSourceSelector()).flatMap(each -> selector(each, at));
    Optional<AllFiles> all = allFiles(spec.allFiles(), spec.prune());
    TemplateContent content = content("spec", spec.versionSource(), spec.promotion(), all, at);
    Integer priority = spec.priority();
    return priority == null || selector.isEmpty()
        ? Optional.empty()
        : name.map(known -> new PromotionTemplate(known, selector.get(), priority, content));
  }

  /** Reads what is promoted, of a template or of a product. */
  static TemplateContent content(
      String field,
      @Nullable VersionSource version,
      @Nullable Map<String, @Nullable PromotedValues> promotion,
      Optional<AllFiles> allFiles,
      LocatedDocument at) {
    List<PromotedFile> files = new ArrayList<>();
    if (promotion != null) {
      for (Map.Entry<String, @Nullable PromotedValues> entry : promotion.entrySet()) {
        file(field + ".promotion", entry, at).ifPresent(files::add);
      }
    }
    Optional<dev.promotion.template.VersionSource> from =
        version(field + ".versionSource", version, at);
    return at.part(field, () -> new TemplateContent(from, files, allFiles))
        .orElseGet(() -> new TemplateContent(from, files));
  }

  static Optional<AllFiles> allFiles(@Nullable Boolean confirmed, @Nullable Boolean prune) {
    boolean all = Boolean.TRUE.equals(confirmed);
    boolean gone = Boolean.TRUE.equals(prune);
    return all || gone ? Optional.of(new AllFiles(all, gone)) : Optional.empty();
  }

  private static Optional<PromotedFile> file(
      String map, Map.Entry<String, @Nullable PromotedValues> entry, LocatedDocument at) {
    Optional<FilePattern> pattern = at.key(map, entry, FilePattern::new);
    PromotedValues values = entry.getValue();
    String field = Items.entry(map, entry);
    if (values == null) {
      at.missing(field, "leads to the promoted values; write jsonPaths");
      return Optional.empty();
    }
    if (values.jsonPaths() == null) {
      return Optional.empty();
    }
    List<JsonPath> paths =
        Items.present(
            Items.map(
                field + ".jsonPaths", values.jsonPaths(), (place, path) -> path(place, path, at)));
    return paths.size() < values.jsonPaths().size()
        ? Optional.empty()
        : pattern.flatMap(
            known ->
                at.part(
                    field,
                    () -> new PromotedFile(known, paths, Boolean.TRUE.equals(values.create()))));
  }

  /** Checks a path and warns of what is not in it as the standard has it. */
  private static Optional<JsonPath> path(String field, @Nullable String text, LocatedDocument at) {
    Optional<JsonPath> path = at.value(field, text, JsonPath::new);
    if (path.isEmpty() || path.get().isWholeFile()) {
      return path;
    }
    Optional<PathQuery> query = at.value(field, text, PathQuery::parse);
    query.ifPresent(
        known -> known.warnings().forEach(each -> at.warn(field, each.code(), each.message())));
    return query.isPresent() ? path : Optional.empty();
  }

  private static Optional<dev.promotion.template.VersionSource> version(
      String field, @Nullable VersionSource version, LocatedDocument at) {
    if (version == null) {
      return Optional.empty();
    }
    Optional<RepositoryPath> file = at.value(field + ".file", version.file(), RepositoryPath::new);
    Optional<JsonPath> path = path(field + ".jsonPath", version.jsonPath(), at);
    return file.isEmpty() || path.isEmpty()
        ? Optional.empty()
        : Optional.of(new dev.promotion.template.VersionSource(file.get(), path.get()));
  }

  private static Optional<LabelSelector> selector(Selector selector, LocatedDocument at) {
    Map<String, String> labels = Notes.texts(selector.matchLabels());
    List<Optional<LabelExpression>> expressions =
        Items.map(
            SELECTOR + ".matchExpressions",
            selector.matchExpressions(),
            (field, each) -> expression(field, each, at));
    boolean something = !labels.isEmpty() || !expressions.isEmpty();
    if (Boolean.TRUE.equals(selector.matchAll())) {
      if (something) {
        at.add(
            SELECTOR + ".matchAll",
            ProblemCode.EITHER_OR,
            "give matchAll or what must match, not both");
      }
      return Optional.of(LabelSelector.everything());
    }
    if (expressions.stream().anyMatch(Optional::isEmpty) || at.findings().within(SELECTOR)) {
      return Optional.empty();
    }
    return at.part(SELECTOR, () -> LabelSelector.of(labels, Items.present(expressions)));
  }

  private static Optional<LabelExpression> expression(
      String field, Expression expression, LocatedDocument at) {
    Operator operator = expression.operator();
    String key = expression.key();
    if (operator == null || key == null) {
      return Optional.empty();
    }
    List<String> values = Items.map("", expression.values(), (place, value) -> value);
    return at.part(field, () -> new LabelExpression(key, operator(operator), values));
  }

  private static LabelExpression.Operator operator(Operator operator) {
    return switch (operator) {
      case IN -> LabelExpression.Operator.IN;
      case NOT_IN -> LabelExpression.Operator.NOT_IN;
      case EXISTS -> LabelExpression.Operator.EXISTS;
      case DOES_NOT_EXIST -> LabelExpression.Operator.DOES_NOT_EXIST;
    };
  }
}
