package dev.promotion.catalog;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.promotion.flow.PolicySettings;
import dev.promotion.internal.Problems;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.Product;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds policies, and templates, that contradict each other for something in the catalog. */
final class Contradictions {

  private final Catalog.Builder builder;
  private final CatalogCheck check;
  private final Problems warnings = new Problems();
  private final Ties<PromotionPolicy> policies =
      new Ties<>(
          ProblemCode.POLICY_TIE, "policies", PromotionPolicy::priority, this::differSomewhere);
  private final Ties<PromotionTemplate> templates =
      new Ties<>(
          ProblemCode.TEMPLATE_TIE,
          "templates",
          PromotionTemplate::priority,
          (one, other) -> differ(one.content(), other.content()));

  private Contradictions(Catalog.Builder builder, CatalogCheck check) {
    this.builder = builder;
    this.check = check;
  }

  static List<Problem> among(Catalog.Builder builder, CatalogCheck check) {
    Contradictions all = new Contradictions(builder, check);
    check.products().values().stream().sorted(comparing(Product::name)).forEach(all::ofPolicies);
    check.slots().entrySet().stream()
        .sorted(comparing(slot -> slot.getValue().get(0).name()))
        .forEach(all::ofTemplates);
    return all.warnings.list();
  }

  private void ofPolicies(Product product) {
    policies.among(builder.policies, policy -> policy.selector().matches(product), warnings);
  }

  private void ofTemplates(Map.Entry<Slot, List<Application>> slot) {
    Product product =
        requireNonNull(
            check.products().get(slot.getKey().product()), "only asked once all is known");
    if (product.template().isEmpty() && product.templateRef().isEmpty()) {
      for (Application application : slot.getValue()) {
        Map<String, String> labels = application.labelsIn(slot.getKey().environment());
        templates.among(
            builder.templates, template -> template.selector().matches(labels), warnings);
      }
    }
  }

  private boolean differSomewhere(PromotionPolicy one, PromotionPolicy other) {
    return differ(one.settings(), other.settings())
        && check.environments().values().stream()
            .anyMatch(each -> one.selector().matches(each) && other.selector().matches(each));
  }

  private static boolean differ(PolicySettings one, PolicySettings other) {
    return differ(one.action(), other.action())
        || differ(one.preAction(), other.preAction())
        || differ(one.postAction(), other.postAction());
  }

  private static boolean differ(TemplateContent one, TemplateContent other) {
    return differ(one.versionSource(), other.versionSource())
        || one.files().stream().anyMatch(file -> differ(file, other.files()));
  }

  private static boolean differ(PromotedFile file, List<PromotedFile> others) {
    return others.stream().anyMatch(each -> each.file().equals(file.file()) && !each.equals(file));
  }

  private static <T> boolean differ(Optional<T> one, Optional<T> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }
}
