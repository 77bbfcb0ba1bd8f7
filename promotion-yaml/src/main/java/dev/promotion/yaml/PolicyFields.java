package dev.promotion.yaml;

import dev.promotion.environment.EnvironmentKind;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.policy.PolicySelector;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.product.ProductName;

/** Writes the fields of a policy. */
final class PolicyFields {

  private PolicyFields() {}

  static void write(YamlOutput spec, PromotionPolicy policy) {
    spec.number("priority", policy.priority())
        .mapIfAny("selector", selector -> selector(selector, policy.selector()))
        .map("policy", settings -> FlowFields.policy(settings, policy.settings()));
  }

  private static void selector(YamlOutput output, PolicySelector selector) {
    output
        .mapIfAny(
            "product",
            product ->
                product
                    .texts("names", selector.products().stream().map(ProductName::value).toList())
                    .texts("tags", selector.productTags()))
        .mapIfAny(
            "targetEnvironment",
            target ->
                target
                    .texts(
                        "names",
                        selector.environments().stream().map(EnvironmentName::value).toList())
                    .texts(
                        "types",
                        selector.environmentKinds().stream().map(PolicyFields::word).toList())
                    .texts("tags", selector.environmentTags()));
  }

  private static String word(EnvironmentKind kind) {
    return kind == EnvironmentKind.PRODUCTION ? "PROD" : "NON_PROD";
  }
}
