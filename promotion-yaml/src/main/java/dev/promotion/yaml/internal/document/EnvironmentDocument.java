package dev.promotion.yaml.internal.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of kind {@code Environment}.
 *
 * @param apiVersion the API version
 * @param kind the kind
 * @param metadata its name
 * @param spec what it is
 */
@Accepts("status")
public record EnvironmentDocument(
    @Nullable String apiVersion,
    @Nullable String kind,
    @Required("holds the name") @Valid @Nullable Metadata metadata,
    @Required("says what the environment is") @Valid @Nullable Spec spec) {

  /**
   * What an environment is.
   *
   * @param kind whether users depend on it
   * @param clusters the places that belong to it
   * @param tags words by which policies select it
   */
  public record Spec(
      @Required("says whether users depend on the environment: Production or Non-production")
          @Nullable Kind kind,
      @Nullable List<@Valid @Nullable Cluster> clusters,
      @Nullable List<@Nullable String> tags) {}

  /** Whether users depend on an environment. */
  public enum Kind {
    /** They do. */
    @JsonProperty("Production")
    @JsonAlias("PROD")
    PRODUCTION,
    /** They do not. */
    @JsonProperty("Non-production")
    @JsonAlias("NON_PROD")
    NON_PRODUCTION
  }

  /**
   * A place that belongs to an environment.
   *
   * @param name the cluster
   * @param namespaces the namespaces; all where there are none
   */
  public record Cluster(
      @Required("names the cluster as applications do") @Nullable String name,
      @Nullable List<@Nullable String> namespaces) {}
}
