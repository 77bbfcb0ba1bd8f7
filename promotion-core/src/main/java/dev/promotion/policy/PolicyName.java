package dev.promotion.policy;

import dev.promotion.internal.Names;

/**
 * The name of a promotion policy.
 *
 * @param value a Kubernetes name (DNS-1123 subdomain), such as {@code production-by-pull-request}
 */
public record PolicyName(String value) implements Comparable<PolicyName> {

  /**
   * Checks the name.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code ID_EMPTY}, {@code
   *     ID_LENGTH}, {@code ID_CHARSET} or {@code ID_RESERVED} if it is not such a name
   */
  public PolicyName {
    value = Names.kubernetes("policy name", value);
  }

  @Override
  public int compareTo(PolicyName other) {
    return value.compareTo(other.value);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return value;
  }
}
