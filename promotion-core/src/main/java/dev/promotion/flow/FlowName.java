package dev.promotion.flow;

import dev.promotion.internal.Names;

/**
 * The name of a promotion flow.
 *
 * @param value a Kubernetes name (DNS-1123 subdomain), such as {@code three-env-promotion}
 */
public record FlowName(String value) implements Comparable<FlowName> {

  /**
   * Checks the name.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code ID_EMPTY}, {@code
   *     ID_LENGTH}, {@code ID_CHARSET} or {@code ID_RESERVED} if it is not such a name
   */
  public FlowName {
    value = Names.kubernetes("flow name", value);
  }

  @Override
  public int compareTo(FlowName other) {
    return value.compareTo(other.value);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return value;
  }
}
