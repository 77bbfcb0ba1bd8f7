package dev.promotion.yaml;

import dev.promotion.product.Concurrency;
import dev.promotion.product.Product;
import dev.promotion.product.ProductFlow;
import dev.promotion.product.TextPattern;
import dev.promotion.product.TriggerSelector;

/**
 * Writes the fields of a product.
 *
 * @param ours whether for {@code promotion.dev/v1}
 */
record ProductFields(boolean ours) {

  /** Tells whether the first version of the vendor has no field for something that it says. */
  static boolean needsSecondVersion(Product product) {
    return product.concurrency() != Concurrency.QUEUE;
  }

  void write(YamlOutput spec, Product product) {
    if (product.concurrency() == Concurrency.TERMINATE) {
      spec.text("concurrency", "terminate");
    }
    product.templateRef().ifPresent(name -> spec.text("promotionTemplateRef", name.value()));
    product
        .template()
        .ifPresent(
            content ->
                spec.map(
                    "promotionTemplate",
                    fields ->
                        new TemplateFields(ours)
                            .content(fields, "spec.promotionTemplate", content)));
    spec.list("promotionFlows", product.flows(), ProductFields::flow);
    NotExpressible.refuseIf(!ours && !product.tags().isEmpty(), "spec.tags");
    spec.texts("tags", product.tags());
  }

  private static void flow(YamlOutput output, ProductFlow flow) {
    output
        .text("name", flow.flow().value())
        .list("gitTriggerSelectors", flow.selectors(), ProductFields::selector);
  }

  private static void selector(YamlOutput output, TriggerSelector selector) {
    boolean message = selector.key() == TriggerSelector.Key.COMMIT_MESSAGE;
    boolean in = selector.operator() == TriggerSelector.Operator.IN;
    output
        .text("key", message ? "commitMessage" : "gitRevision")
        .text("operator", in ? "In" : "NotIn")
        .texts("values", selector.values().stream().map(TextPattern::text).toList());
  }
}
