package dev.promotion.template;

import dev.promotion.internal.Names;

/**
 * The name of a promotion template.
 *
 * @param value a Kubernetes name (DNS-1123 subdomain), such as {@code base-helm}
 */
public record TemplateName(String value) implements Comparable<TemplateName> {

  /**
   * Checks the name.
   *
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code ID_EMPTY}, {@code
   *     ID_LENGTH}, {@code ID_CHARSET} or {@code ID_RESERVED} if it is not such a name
   */
  public TemplateName {
    value = Names.kubernetes("template name", value);
  }

  @Override
  public int compareTo(TemplateName other) {
    return value.compareTo(other.value);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return value;
  }
}
