package dev.promotion.product;

import static java.util.Objects.requireNonNull;

/** What moves through the environments as one: a set of applications that belong together. */
public final class Product {

  private final ProductName name;

  private Product(ProductName name) {
    this.name = requireNonNull(name, "name");
  }

  /**
   * Creates a product.
   *
   * @param name its name, unique in a catalog
   * @return the product
   */
  public static Product of(ProductName name) {
    return new Product(name);
  }

  /**
   * Creates a product.
   *
   * @param name its name, unique in a catalog
   * @return the product
   */
  public static Product of(String name) {
    return new Product(new ProductName(name));
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public ProductName name() {
    return name;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name.value();
  }
}
