package dev.promotion.product;

import dev.promotion.internal.Names;

/**
 * The name of an application, as Argo CD has it in {@code metadata.name}.
 *
 * @param value a Kubernetes name (DNS-1123 subdomain), such as {@code cf-101-qa}
 */
public record ApplicationName(String value) implements Comparable<ApplicationName> {

  /**
   * Checks the name.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code ID_EMPTY}, {@code
   *     ID_LENGTH}, {@code ID_CHARSET} or {@code ID_RESERVED} if it is not such a name
   */
  public ApplicationName {
    value = Names.kubernetes("application name", value);
  }

  @Override
  public int compareTo(ApplicationName other) {
    return value.compareTo(other.value);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return value;
  }
}
