package dev.promotion.yaml;

import java.util.Set;

/** The cluster that Argo CD itself runs in has two names, which must be one to be compared. */
final class Clusters {

  private static final String HERE = "in-cluster";
  private static final Set<String> ADDRESSES_OF_HERE =
      Set.of("https://kubernetes.default.svc", "https://kubernetes.default.svc/");

  private Clusters() {}

  /** Returns the name under which a cluster is compared. */
  static String canonical(String nameOrAddress) {
    return ADDRESSES_OF_HERE.contains(nameOrAddress) ? HERE : nameOrAddress;
  }
}
