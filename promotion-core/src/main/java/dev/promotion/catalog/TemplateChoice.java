package dev.promotion.catalog;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.Product;
import dev.promotion.template.EffectiveTemplate;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateName;
import java.util.Map;
import java.util.Optional;

/** Decides who says what is promoted of an application. */
final class TemplateChoice {

  private TemplateChoice() {}

  static EffectiveTemplate of(
      Optional<Product> product,
      Map<TemplateName, PromotionTemplate> templates,
      Application application,
      EnvironmentName environment) {
    Optional<TemplateName> named = product.flatMap(Product::templateRef);
    Optional<EffectiveTemplate> inline =
        product.flatMap(Product::template).map(EffectiveTemplate::inline);
    if (inline.isPresent()) {
      return named
          .map(
              reference -> inline.get().warned(both("product " + application.product(), reference)))
          .orElseGet(inline::get);
    }
    return named
        .flatMap(reference -> Optional.ofNullable(templates.get(reference)))
        .map(EffectiveTemplate::named)
        .orElseGet(
            () ->
                EffectiveTemplate.matching(
                    templates.values(),
                    "application " + application,
                    application.labelsIn(environment)));
  }

  /** Tells that a product says itself what it also leaves to a template. */
  static Problem both(String place, TemplateName reference) {
    return new Problem(
        ProblemCode.EITHER_OR,
        place,
        "promotionTemplate goes before promotionTemplateRef, so template '"
            + reference
            + "' is not looked at; remove one of the two");
  }
}
