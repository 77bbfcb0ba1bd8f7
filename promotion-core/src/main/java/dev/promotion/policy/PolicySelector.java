package dev.promotion.policy;

import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentKind;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.product.Product;
import dev.promotion.product.ProductName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Tells what a policy is for. All lists that are not empty must match; in a list one is enough.
 *
 * @param products names of products
 * @param productTags tags of products
 * @param environments names of target environments
 * @param environmentKinds kinds of target environments
 * @param environmentTags tags of target environments
 */
public record PolicySelector(
    List<ProductName> products,
    List<String> productTags,
    List<EnvironmentName> environments,
    List<EnvironmentKind> environmentKinds,
    List<String> environmentTags) {

  /** Selects every product in every environment. */
  public static final PolicySelector EVERYTHING =
      new PolicySelector(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public PolicySelector {
    products = List.copyOf(products);
    productTags = List.copyOf(productTags);
    environments = List.copyOf(environments);
    environmentKinds = List.copyOf(environmentKinds);
    environmentTags = List.copyOf(environmentTags);
  }

  /**
   * Tells whether a product is selected.
   *
   * @param product a product
   * @return whether its name and tags match
   */
  public boolean matches(Product product) {
    return any(products, List.of(product.name())) && any(productTags, product.tags());
  }

  /**
   * Tells whether an environment is selected.
   *
   * @param environment an environment
   * @return whether its name, kind and tags match
   */
  public boolean matches(Environment environment) {
    return any(environments, List.of(environment.name()))
        && any(environmentKinds, List.of(environment.kind()))
        && any(environmentTags, environment.tags());
  }

  private static <T> boolean any(Collection<T> wanted, Collection<T> there) {
    return wanted.isEmpty() || !Collections.disjoint(wanted, there);
  }
}
