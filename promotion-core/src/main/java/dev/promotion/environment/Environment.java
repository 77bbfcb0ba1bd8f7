package dev.promotion.environment;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A place that a product moves through, such as {@code dev}, {@code qa} or {@code production}.
 *
 * <p>Which applications it has is computed: those whose destination lies in its clusters and
 * namespaces, and those that name it. Immutable.
 */
public final class Environment {

  private final EnvironmentName name;
  private final EnvironmentKind kind;
  private final List<ClusterNamespaces> clusters;

  private Environment(
      EnvironmentName name, EnvironmentKind kind, List<ClusterNamespaces> clusters) {
    this.name = requireNonNull(name, "name");
    this.kind = requireNonNull(kind, "kind");
    this.clusters = List.copyOf(clusters);
  }

  /**
   * Creates an environment that holds no cluster: its applications name it.
   *
   * @param name its name
   * @return a non-production environment
   */
  public static Environment of(String name) {
    return of(new EnvironmentName(name), EnvironmentKind.NON_PRODUCTION, List.of());
  }

  /**
   * Creates an environment.
   *
   * @param name its name, unique in a catalog
   * @param kind whether users depend on it
   * @param clusters the places that belong to it; may be empty
   * @return the environment
   */
  public static Environment of(
      EnvironmentName name, EnvironmentKind kind, List<ClusterNamespaces> clusters) {
    return new Environment(name, kind, clusters);
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public EnvironmentName name() {
    return name;
  }

  /**
   * Returns whether users depend on it.
   *
   * @return the kind
   */
  public EnvironmentKind kind() {
    return kind;
  }

  /**
   * Returns the places that belong to it.
   *
   * @return clusters with namespaces; may be empty
   */
  public List<ClusterNamespaces> clusters() {
    return clusters;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name.value();
  }
}
