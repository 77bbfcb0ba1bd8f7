package dev.promotion.environment;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Namespaces of a cluster that belong to an environment.
 *
 * @param cluster the cluster as applications name it in {@code spec.destination}: its name, or the
 *     address of its API server
 * @param namespaces the namespaces; empty for all of the cluster
 */
public record ClusterNamespaces(String cluster, List<String> namespaces) {

  /** Copies the namespaces. */
  public ClusterNamespaces {
    requireNonNull(cluster, "cluster");
    namespaces = List.copyOf(namespaces);
  }

  /**
   * Tells whether what is deployed to a place belongs to these namespaces.
   *
   * @param otherCluster a cluster
   * @param namespace a namespace of it
   * @return true if the place is one of these
   */
  public boolean holds(String otherCluster, String namespace) {
    return cluster.equals(otherCluster) && (namespaces.isEmpty() || namespaces.contains(namespace));
  }
}
