package dev.promotion.environment;

import static java.util.Objects.requireNonNull;

import dev.promotion.internal.Wildcards;
import dev.promotion.problem.InvalidDefinitionException;
import java.util.List;

/**
 * Namespaces of clusters that belong to an environment. In names {@code *} stands for any run of
 * characters, as in {@code prod-*}.
 *
 * @param cluster the cluster as applications name it in {@code spec.destination}: its name, or the
 *     address of its API server; or a pattern of several
 * @param namespaces the namespaces, or patterns of them; empty for all of the cluster
 */
public record ClusterNamespaces(String cluster, List<String> namespaces) {

  /**
   * Copies the namespaces.
   *
   * @throws InvalidDefinitionException with {@code PATTERN_LIMIT} if a pattern is too long or has
   *     too many {@code *}; the place is the field
   */
  public ClusterNamespaces {
    requireNonNull(cluster, "cluster");
    namespaces = List.copyOf(namespaces);
    check("name", cluster);
    for (int index = 0; index < namespaces.size(); index++) {
      check("namespaces[" + index + "]", namespaces.get(index));
    }
  }

  private static void check(String field, String name) {
    if (Wildcards.isPattern(name)) {
      try {
        Wildcards.check(name);
      } catch (InvalidDefinitionException limit) {
        throw new InvalidDefinitionException(
            limit.code(), field, limit.problems().get(0).message());
      }
    }
  }

  /**
   * Tells whether what is deployed to a place belongs to these namespaces. What does not say where
   * it is deployed to belongs to no pattern.
   *
   * @param otherCluster a cluster
   * @param namespace a namespace of it
   * @return true if the place is one of these
   */
  public boolean holds(String otherCluster, String namespace) {
    return matches(cluster, otherCluster)
        && (namespaces.isEmpty() || namespaces.stream().anyMatch(each -> matches(each, namespace)));
  }

  private static boolean matches(String pattern, String name) {
    return pattern.equals(name) || (!name.isEmpty() && Wildcards.matches(pattern, name));
  }
}
