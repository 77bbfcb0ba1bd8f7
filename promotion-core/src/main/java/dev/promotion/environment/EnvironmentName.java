package dev.promotion.environment;

import dev.promotion.internal.Names;

/**
 * The name of an environment.
 *
 * @param value a Kubernetes name (DNS-1123 subdomain), such as {@code qa}
 */
public record EnvironmentName(String value) implements Comparable<EnvironmentName> {

  /**
   * Checks the name.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code ID_EMPTY}, {@code
   *     ID_LENGTH}, {@code ID_CHARSET} or {@code ID_RESERVED} if it is not such a name
   */
  public EnvironmentName {
    value = Names.kubernetes("environment name", value);
  }

  @Override
  public int compareTo(EnvironmentName other) {
    return value.compareTo(other.value);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return value;
  }
}
