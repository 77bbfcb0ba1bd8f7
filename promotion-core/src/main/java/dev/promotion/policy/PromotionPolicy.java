package dev.promotion.policy;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.Environment;
import dev.promotion.flow.PolicySettings;
import dev.promotion.product.Product;
import java.util.Comparator;

/**
 * Says for many products and environments how to promote, where a flow leaves it open.
 *
 * @param name its name, unique in a catalog
 * @param priority its place among the policies that match: the lowest number goes first
 * @param selector the products and target environments that it is for
 * @param settings what it says
 */
public record PromotionPolicy(
    PolicyName name, int priority, PolicySelector selector, PolicySettings settings) {

  /** The order in which policies win; of equal priority the first by name goes first. */
  static final Comparator<PromotionPolicy> ORDER =
      Comparator.comparingInt(PromotionPolicy::priority).thenComparing(PromotionPolicy::name);

  /** Checks that nothing is missing. */
  public PromotionPolicy {
    requireNonNull(name, "name");
    requireNonNull(selector, "selector");
    requireNonNull(settings, "settings");
  }

  /**
   * Tells whether the policy is for a product in an environment.
   *
   * @param product a product
   * @param environment an environment
   * @return whether it selects both
   */
  public boolean matches(Product product, Environment environment) {
    return selector.matches(product) && selector.matches(environment);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name.value();
  }
}
