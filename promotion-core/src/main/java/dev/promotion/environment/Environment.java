package dev.promotion.environment;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that a product moves through, such as {@code dev}, {@code qa} or {@code production}.
 *
 * <p>Which applications it has is computed: those whose destination lies in its clusters and
 * namespaces, and those that name it. Immutable; equal by its parts.
 */
public final class Environment {

  private record Parts(
      EnvironmentName name,
      EnvironmentKind kind,
      List<ClusterNamespaces> clusters,
      List<String> tags) {}

  private final Parts parts;

  private Environment(Parts parts) {
    this.parts = parts;
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
    return new Environment(
        new Parts(
            requireNonNull(name, "name"),
            requireNonNull(kind, "kind"),
            List.copyOf(clusters),
            List.of()));
  }

  /**
   * Returns the same environment with other tags.
   *
   * @param tags the tags, by which policies select environments
   * @return the environment
   */
  public Environment tagged(List<String> tags) {
    return new Environment(new Parts(parts.name, parts.kind, parts.clusters, List.copyOf(tags)));
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public EnvironmentName name() {
    return parts.name;
  }

  /**
   * Returns whether users depend on it.
   *
   * @return the kind
   */
  public EnvironmentKind kind() {
    return parts.kind;
  }

  /**
   * Returns the places that belong to it.
   *
   * @return clusters with namespaces; may be empty
   */
  public List<ClusterNamespaces> clusters() {
    return parts.clusters;
  }

  /**
   * Returns the tags.
   *
   * @return the tags; may be empty
   */
  public List<String> tags() {
    return parts.tags;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Environment that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return parts.name.value();
  }
}
