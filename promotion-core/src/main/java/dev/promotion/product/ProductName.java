package dev.promotion.product;

import dev.promotion.internal.Names;

/**
 * The name of a product.
 *
 * @param value a Kubernetes name (DNS-1123 subdomain), such as {@code cf-101}
 */
public record ProductName(String value) implements Comparable<ProductName> {

  /**
   * Checks the name.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code ID_EMPTY}, {@code
   *     ID_LENGTH}, {@code ID_CHARSET} or {@code ID_RESERVED} if it is not such a name
   */
  public ProductName {
    value = Names.kubernetes("product name", value);
  }

  @Override
  public int compareTo(ProductName other) {
    return value.compareTo(other.value);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return value;
  }
}
