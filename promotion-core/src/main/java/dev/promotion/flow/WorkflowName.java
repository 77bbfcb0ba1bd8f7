package dev.promotion.flow;

import dev.promotion.internal.Names;

/**
 * The name of a workflow that is run around a promotion.
 *
 * @param value a Kubernetes name (DNS-1123 subdomain), such as {@code smoke-tests}
 */
public record WorkflowName(String value) implements Comparable<WorkflowName> {

  /**
   * Checks the name.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code ID_EMPTY}, {@code
   *     ID_LENGTH}, {@code ID_CHARSET} or {@code ID_RESERVED} if it is not such a name
   */
  public WorkflowName {
    value = Names.kubernetes("workflow name", value);
  }

  @Override
  public int compareTo(WorkflowName other) {
    return value.compareTo(other.value);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return value;
  }
}
