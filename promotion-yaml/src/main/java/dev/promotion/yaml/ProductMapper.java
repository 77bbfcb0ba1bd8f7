package dev.promotion.yaml;

import dev.promotion.flow.FlowName;
import dev.promotion.product.Product;
import dev.promotion.product.ProductName;
import dev.promotion.yaml.internal.document.Metadata;
import dev.promotion.yaml.internal.document.ProductDocument;
import java.util.Optional;

/** Makes products of their documents. */
final class ProductMapper {

  private ProductMapper() {}

  static Optional<Product> map(ProductDocument document, LocatedDocument at) {
    ProductDocument.Spec spec = document.spec();
    if (spec != null) {
      Items.map(
          "spec.promotionFlows",
          spec.promotionFlows(),
          (field, flow) -> at.value(field + ".name", flow.name(), FlowName::new));
    }
    Metadata metadata = document.metadata();
    return metadata == null
        ? Optional.empty()
        : at.value("metadata.name", metadata.name(), ProductName::new).map(Product::of);
  }
}
