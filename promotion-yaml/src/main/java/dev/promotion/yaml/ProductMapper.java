package dev.promotion.yaml;

import dev.promotion.flow.FlowName;
import dev.promotion.product.Concurrency;
import dev.promotion.product.Product;
import dev.promotion.product.ProductFlow;
import dev.promotion.product.ProductName;
import dev.promotion.product.TextPattern;
import dev.promotion.product.TriggerSelector;
import dev.promotion.template.TemplateName;
import dev.promotion.yaml.internal.document.Metadata;
import dev.promotion.yaml.internal.document.ProductDocument;
import dev.promotion.yaml.internal.document.ProductDocument.FlowReference;
import dev.promotion.yaml.internal.document.ProductDocument.SelectorKey;
import dev.promotion.yaml.internal.document.ProductDocument.SelectorOperator;
import dev.promotion.yaml.internal.document.ProductDocument.TemplateContent;
import java.util.List;
import java.util.Optional;

/** Makes products of their documents. */
final class ProductMapper {

  private static final ProductName NAMELESS = new ProductName("nameless");

  private ProductMapper() {}

  static Optional<Product> map(ProductDocument document, LocatedDocument at) {
    Metadata metadata = document.metadata();
    Optional<ProductName> name = at.name(metadata, ProductName::new);
    // A product without a name is checked too, so that its other faults are not found later.
    Product.Builder product = Product.builder(name.orElse(NAMELESS));
    if (metadata != null) {
      product.labels(Notes.labels(metadata));
    }
    ProductDocument.Spec spec = document.spec();
    if (spec != null) {
      fill(product, spec, at);
    }
    return name.map(known -> product.build());
  }

  private static void fill(Product.Builder product, ProductDocument.Spec spec, LocatedDocument at) {
    if (spec.concurrency() == ProductDocument.Concurrency.TERMINATE) {
      product.concurrency(Concurrency.TERMINATE);
    }
    at.value("spec.promotionTemplateRef", spec.promotionTemplateRef(), TemplateName::new)
        .ifPresent(product::templateRef);
    TemplateContent content = spec.promotionTemplate();
    if (content != null) {
      product.template(
          TemplateMapper.content(
              "spec.promotionTemplate",
              content.versionSource(),
              content.promotion(),
              TemplateMapper.allFiles(content.allFiles(), content.prune()),
              at));
    }
    product.flows(
        Items.present(
            Items.map(
                "spec.promotionFlows",
                spec.promotionFlows(),
                (field, flow) -> flow(field, flow, at))));
    product.tags(Items.map("spec.tags", spec.tags(), (field, tag) -> tag));
  }

  private static Optional<ProductFlow> flow(String field, FlowReference flow, LocatedDocument at) {
    Optional<FlowName> name = at.value(field + ".name", flow.name(), FlowName::new);
    List<TriggerSelector> selectors =
        Items.present(
            Items.map(
                field + ".gitTriggerSelectors",
                flow.gitTriggerSelectors(),
                (place, selector) -> selector(place, selector, at)));
    return name.map(known -> new ProductFlow(known, selectors));
  }

  private static Optional<TriggerSelector> selector(
      String field, ProductDocument.TriggerSelector selector, LocatedDocument at) {
    SelectorKey key = selector.key();
    SelectorOperator operator = selector.operator();
    List<TextPattern> values =
        Items.values(field + ".values", selector.values(), at, TextPattern::new);
    if (key == null || operator == null || selector.values() == null) {
      return Optional.empty();
    }
    return values.size() < selector.values().size()
        ? Optional.empty()
        : at.part(field, () -> new TriggerSelector(key(key), operator(operator), values));
  }

  private static TriggerSelector.Key key(SelectorKey key) {
    return switch (key) {
      case COMMIT_MESSAGE -> TriggerSelector.Key.COMMIT_MESSAGE;
      case GIT_REVISION -> TriggerSelector.Key.GIT_REVISION;
    };
  }

  private static TriggerSelector.Operator operator(SelectorOperator operator) {
    return switch (operator) {
      case IN -> TriggerSelector.Operator.IN;
      case NOT_IN -> TriggerSelector.Operator.NOT_IN;
    };
  }
}
