package dev.promotion.yaml.internal.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document of kind {@code Product}.
 *
 * @param apiVersion the API version
 * @param kind the kind
 * @param metadata its name
 * @param spec what it promotes and how
 */
@Accepts("status")
public record ProductDocument(
    @Nullable String apiVersion,
    @Nullable String kind,
    @Required("holds the name") @Valid @Nullable Metadata metadata,
    @Valid @Nullable Spec spec) {

  /**
   * What a product promotes and how.
   *
   * @param concurrency what a newer release does to an older one
   * @param promotionTemplateRef the template that says what is promoted
   * @param promotionTemplate what is promoted
   * @param promotionFlows its flows, the first that fits wins
   * @param tags words by which policies select it
   */
  public record Spec(
      @OnlyIn({"codefresh.io/v1beta2", "promotion.dev/v1"}) @Nullable Concurrency concurrency,
      @Nullable String promotionTemplateRef,
      @Valid @Nullable TemplateContent promotionTemplate,
      @Nullable List<@Valid @Nullable FlowReference> promotionFlows,
      @OnlyIn("promotion.dev/v1") @Nullable List<@Nullable String> tags) {}

  /**
   * What is promoted.
   *
   * @param versionSource where the version is written
   * @param promotion the promoted values by file
   * @param allFiles whether every file is promoted, as is meant
   * @param prune whether what is gone from the source is deleted
   */
  public record TemplateContent(
      @Valid @Nullable VersionSource versionSource,
      @Nullable Map<String, @Valid @Nullable PromotedValues> promotion,
      @OnlyIn("promotion.dev/v1") @Nullable Boolean allFiles,
      @OnlyIn("promotion.dev/v1") @Nullable Boolean prune) {}

  /** What a newer release does to an older one. */
  public enum Concurrency {
    /** It waits. */
    @JsonProperty("queue")
    QUEUE,
    /** It ends the older one. */
    @JsonProperty("terminate")
    TERMINATE
  }

  /**
   * A flow of a product.
   *
   * @param name the flow
   * @param gitTriggerSelectors the commits that start it
   */
  public record FlowReference(
      @Required("names a flow") @Nullable String name,
      @Nullable List<@Valid @Nullable TriggerSelector> gitTriggerSelectors) {}

  /**
   * A rule on a commit.
   *
   * @param key what is compared
   * @param operator how
   * @param values with what
   */
  public record TriggerSelector(
      @Required("says what is compared") @Nullable SelectorKey key,
      @Required("says how to compare") @Nullable SelectorOperator operator,
      @Required("lists what to compare with") @Nullable List<@Nullable String> values) {}

  /** What a rule on a commit compares. */
  public enum SelectorKey {
    /** The message. */
    @JsonProperty("commitMessage")
    COMMIT_MESSAGE,
    /** The branch, tag or id. */
    @JsonProperty("gitRevision")
    GIT_REVISION
  }

  /** How a rule on a commit compares. */
  public enum SelectorOperator {
    /** One of the values must match. */
    @JsonProperty("In")
    IN,
    /** None of the values may match. */
    @JsonProperty("NotIn")
    NOT_IN
  }
}
