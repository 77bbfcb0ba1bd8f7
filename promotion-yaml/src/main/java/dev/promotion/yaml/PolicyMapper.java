package dev.promotion.yaml;

import dev.promotion.environment.EnvironmentKind;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.PolicySettings;
import dev.promotion.policy.PolicyName;
import dev.promotion.policy.PolicySelector;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.product.ProductName;
import dev.promotion.yaml.internal.document.PolicyDocument;
import dev.promotion.yaml.internal.document.PolicyDocument.Environments;
import dev.promotion.yaml.internal.document.PolicyDocument.Products;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes policies of their documents. */
final class PolicyMapper {

  private static final Products ALL_PRODUCTS = new Products(null, null);
  private static final Environments ALL_ENVIRONMENTS = new Environments(null, null, null);

  private PolicyMapper() {}

  static Optional<PromotionPolicy> map(PolicyDocument document, LocatedDocument at) {
    Optional<PolicyName> name = at.name(document.metadata(), PolicyName::new);
    PolicyDocument.Spec spec = document.spec();
    if (spec == null) {
      return Optional.empty();
    }
    PolicySelector selector = selector(spec.selector(), at);
    PolicySettings settings = FlowMapper.policy("spec.policy", spec.policy(), at);
    Integer priority = spec.priority();
    return priority == null || spec.policy() == null
        ? Optional.empty()
        : name.map(known -> new PromotionPolicy(known, priority, selector, settings));
  }

  private static PolicySelector selector(
      PolicyDocument.@Nullable Selector selector, LocatedDocument at) {
    if (selector == null) {
      return PolicySelector.EVERYTHING;
    }
    Products product = selector.product() == null ? ALL_PRODUCTS : selector.product();
    Environments target =
        selector.targetEnvironment() == null ? ALL_ENVIRONMENTS : selector.targetEnvironment();
    String products = "spec.selector.product";
    String targets = "spec.selector.targetEnvironment";
    return new PolicySelector(
        Items.values(products + ".names", product.names(), at, ProductName::new),
        present(product.tags()),
        Items.values(targets + ".names", target.names(), at, EnvironmentName::new),
        Items.map(targets + ".types", target.types(), (place, type) -> kind(type)),
        present(target.tags()));
  }

  private static List<String> present(@Nullable List<@Nullable String> tags) {
    return Items.map("", tags, (place, tag) -> tag);
  }

  private static EnvironmentKind kind(PolicyDocument.Type type) {
    return switch (type) {
      case PRODUCTION -> EnvironmentKind.PRODUCTION;
      case NON_PRODUCTION -> EnvironmentKind.NON_PRODUCTION;
    };
  }
}
