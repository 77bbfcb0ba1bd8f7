package dev.promotion.yaml.internal.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document of kind {@code PromotionTemplate}.
 *
 * @param apiVersion the API version
 * @param kind the kind
 * @param metadata its name
 * @param spec what is promoted of which applications
 */
@Accepts("status")
public record TemplateDocument(
    @Nullable String apiVersion,
    @Nullable String kind,
    @Required("holds the name") @Valid @Nullable Metadata metadata,
    @Required("says what is promoted") @Valid @Nullable Spec spec) {

  /**
   * What is promoted of which applications.
   *
   * @param applicationSourceSelector the applications
   * @param priority its place among the templates that match; the lowest number goes first
   * @param versionSource where the version is written
   * @param promotion the promoted values by file
   * @param allFiles whether every file is promoted, as is meant
   * @param prune whether what is gone from the source is deleted
   */
  public record Spec(
      @Required("says which applications the template is for") @Valid
          @Nullable Selector applicationSourceSelector,
      @Required("ranks the template among those that match; the lowest number goes first")
          @Nullable Integer priority,
      @Valid @Nullable VersionSource versionSource,
      @Nullable Map<String, @Valid @Nullable PromotedValues> promotion,
      @OnlyIn("promotion.dev/v1") @Nullable Boolean allFiles,
      @OnlyIn("promotion.dev/v1") @Nullable Boolean prune) {}

  /**
   * The applications that a template is for.
   *
   * @param matchLabels labels with the values that they must have
   * @param matchExpressions further rules
   * @param matchAll whether every application is meant
   */
  public record Selector(
      @Nullable Map<String, @Nullable String> matchLabels,
      @Nullable List<@Valid @Nullable Expression> matchExpressions,
      @OnlyIn("promotion.dev/v1") @Nullable Boolean matchAll) {}

  /**
   * A rule on a label.
   *
   * @param key the name of the label
   * @param operator how it is compared
   * @param values with what
   */
  public record Expression(
      @Required("names a label") @Nullable String key,
      @Required("says how to compare") @Nullable Operator operator,
      @Nullable List<@Nullable String> values) {}

  /** How a label is compared. */
  public enum Operator {
    /** It has one of the values. */
    @JsonProperty("In")
    IN,
    /** It has none of the values. */
    @JsonProperty("NotIn")
    NOT_IN,
    /** It is there. */
    @JsonProperty("Exists")
    EXISTS,
    /** It is not there. */
    @JsonProperty("DoesNotExist")
    DOES_NOT_EXIST
  }
}
