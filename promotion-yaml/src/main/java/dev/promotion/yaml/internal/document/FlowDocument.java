package dev.promotion.yaml.internal.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of kind {@code PromotionFlow}.
 *
 * @param apiVersion the API version
 * @param kind the kind
 * @param metadata its name
 * @param spec the way
 */
@Accepts("status")
public record FlowDocument(
    @Nullable String apiVersion,
    @Nullable String kind,
    @Required("holds the name") @Valid @Nullable Metadata metadata,
    @Required("says where the flow leads") @Valid @Nullable Spec spec) {

  /** The longest time that a release may take, in minutes: 90 days. */
  public static final int MOST_MINUTES = 129_600;

  private static final String MINUTES = "1…129600 minutes (90 days)";

  /**
   * The way through the environments.
   *
   * @param triggerEnvironment where it starts
   * @param steps where it leads
   * @param promotionTimeoutLimit how long a release may take, in minutes
   * @param timeout the same with a unit
   * @param hooks workflows around a release
   * @param postTrigger the workflow after the trigger environment
   */
  public record Spec(
      @Required("names the environment that the flow starts from")
          @Nullable String triggerEnvironment,
      @Required("lists the target environments") @Nullable List<@Valid @Nullable Step> steps,
      @Min(value = 1, message = MINUTES) @Max(value = MOST_MINUTES, message = MINUTES)
          @Nullable Integer promotionTimeoutLimit,
      @OnlyIn("promotion.dev/v1") @Nullable String timeout,
      @Valid @Nullable Hooks hooks,
      @Nullable String postTrigger) {}

  /**
   * A target environment.
   *
   * @param environment the environment
   * @param dependsOn what must have succeeded before
   * @param policy how to promote
   * @param hooks workflows around the environment
   */
  public record Step(
      @Required("names the target environment") @Nullable String environment,
      @Required("lists the environments that must have succeeded before")
          @Nullable List<@Nullable String> dependsOn,
      @Valid @Nullable Policy policy,
      @Valid @Nullable Hooks hooks) {}

  /**
   * How to promote.
   *
   * @param action what to do
   * @param preAction the workflow before
   * @param postAction the workflow after
   */
  public record Policy(
      @Nullable Action action, @Nullable String preAction, @Nullable String postAction) {}

  /** What to do to promote. */
  public enum Action {
    /** Commit. */
    @JsonProperty("commit")
    COMMIT,
    /** Open a pull request and wait for its merge. */
    @JsonProperty("pr")
    PR,
    /** Nothing. */
    @JsonProperty("none")
    NONE
  }

  /**
   * Workflows that are told of the course of a release or an environment.
   *
   * @param onStart at the start
   * @param onSuccess at success
   * @param onFail at failure
   */
  public record Hooks(
      @Nullable String onStart, @Nullable String onSuccess, @Nullable String onFail) {}
}
