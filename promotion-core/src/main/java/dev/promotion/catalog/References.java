package dev.promotion.catalog;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.internal.Problems;
import dev.promotion.internal.text.Texts;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Product;
import dev.promotion.product.ProductName;
import java.util.Collection;
import java.util.List;

/** Checks that what definitions name is there. */
final class References {

  private final CatalogCheck check;
  private final Problems problems;
  private final Problems warnings = new Problems();

  References(CatalogCheck check, Problems problems) {
    this.check = check;
    this.problems = problems;
  }

  List<Problem> warnings() {
    return warnings.list();
  }

  void ofProduct(Product product, Origin origin) {
    product
        .templateRef()
        .ifPresent(
            name -> {
              String place = origin.placeOf("spec.promotionTemplateRef");
              if (product.template().isPresent()) {
                warnings.add(TemplateChoice.both(place, name));
              } else if (!check.templates().containsKey(name)) {
                unknown(
                    problems,
                    ProblemCode.UNKNOWN_TEMPLATE,
                    place,
                    "template",
                    name,
                    check.templates().keySet());
              }
            });
    for (int index = 0; index < product.flows().size(); index++) {
      Object flow = product.flows().get(index).flow();
      if (!check.flows().containsKey(flow)) {
        String place = origin.placeOf("spec.promotionFlows[" + index + "].name");
        unknown(problems, ProblemCode.UNKNOWN_FLOW, place, "flow", flow, check.flows().keySet());
      }
    }
  }

  /** A policy for what is not there yet does no harm, but may be misspelt. */
  void ofPolicy(PromotionPolicy policy, Origin origin) {
    List<ProductName> products = policy.selector().products();
    for (int index = 0; index < products.size(); index++) {
      if (!check.products().containsKey(products.get(index))) {
        unknown(
            warnings,
            ProblemCode.UNKNOWN_PRODUCT,
            origin.placeOf("spec.selector.product.names[" + index + "]"),
            "product",
            products.get(index),
            check.products().keySet());
      }
    }
    List<EnvironmentName> environments = policy.selector().environments();
    for (int index = 0; index < environments.size(); index++) {
      if (!check.environments().containsKey(environments.get(index))) {
        unknown(
            warnings,
            ProblemCode.UNKNOWN_ENVIRONMENT,
            origin.placeOf("spec.selector.targetEnvironment.names[" + index + "]"),
            "environment",
            environments.get(index),
            check.environments().keySet());
      }
    }
  }

  private static void unknown(
      Problems into,
      ProblemCode code,
      String place,
      String what,
      Object name,
      Collection<?> there) {
    List<String> known = there.stream().map(Object::toString).sorted().toList();
    into.add(
        code,
        place,
        what + " '" + name + "' does not exist; " + Texts.known(name.toString(), known));
  }
}
