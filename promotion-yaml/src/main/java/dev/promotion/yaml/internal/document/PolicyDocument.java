package dev.promotion.yaml.internal.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of kind {@code PromotionPolicy}.
 *
 * @param apiVersion the API version
 * @param kind the kind
 * @param metadata its name
 * @param spec how to promote what
 */
@Accepts("status")
public record PolicyDocument(
    @Nullable String apiVersion,
    @Nullable String kind,
    @Required("holds the name") @Valid @Nullable Metadata metadata,
    @Required("says how to promote") @Valid @Nullable Spec spec) {

  /**
   * How to promote what.
   *
   * @param priority its place among the policies that match; the lowest number goes first
   * @param selector what it is for; everything where it is missing
   * @param policy how to promote
   */
  public record Spec(
      @Required("ranks the policy among those that match; the lowest number goes first")
          @Nullable Integer priority,
      @Valid @Nullable Selector selector,
      @Required("says how to promote") @Valid FlowDocument.@Nullable Policy policy) {}

  /**
   * What a policy is for.
   *
   * @param product the products
   * @param targetEnvironment the environments
   */
  public record Selector(
      @Valid @Nullable Products product, @Valid @Nullable Environments targetEnvironment) {}

  /**
   * Products.
   *
   * @param names by their names
   * @param tags by their tags
   */
  public record Products(
      @Nullable List<@Nullable String> names, @Nullable List<@Nullable String> tags) {}

  /**
   * Environments.
   *
   * @param names by their names
   * @param types by their kinds
   * @param tags by their tags
   */
  public record Environments(
      @Nullable List<@Nullable String> names,
      @Nullable List<@Nullable Type> types,
      @Nullable List<@Nullable String> tags) {}

  /** The kind of an environment. */
  public enum Type {
    /** Users depend on it. */
    @JsonProperty("PROD")
    PRODUCTION,
    /** They do not. */
    @JsonProperty("NON_PROD")
    NON_PRODUCTION
  }
}
