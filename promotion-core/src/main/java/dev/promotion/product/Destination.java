package dev.promotion.product;

import static java.util.Objects.requireNonNull;

/**
 * Where an application runs ({@code spec.destination} of an Argo CD application).
 *
 * @param cluster the name of the cluster, or the address of its API server; empty where unknown
 * @param namespace the namespace; empty where unknown
 */
public record Destination(String cluster, String namespace) {

  /** A place that is not known. */
  public static final Destination UNKNOWN = new Destination("", "");

  /** Checks that nothing is missing. */
  public Destination {
    requireNonNull(cluster, "cluster");
    requireNonNull(namespace, "namespace");
  }
}
