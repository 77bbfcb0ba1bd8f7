package dev.promotion.yaml.internal.document;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The part of an Argo CD application that matters here.
 *
 * @param metadata its name, and the product and environment that it names
 * @param spec where its files are and where it runs
 */
@Accepts(others = true)
public record ApplicationDocument(
    @Required("holds the name") @Valid @Nullable Metadata metadata,
    @Required("says where the files are") @Valid @Nullable Spec spec) {

  /**
   * What Kubernetes keeps about the application.
   *
   * @param name the name
   * @param labels the labels
   * @param annotations the annotations
   */
  @Accepts(others = true)
  public record Metadata(
      @Required("names the application") @Nullable String name,
      @Nullable Map<String, @Nullable String> labels,
      @Nullable Map<String, @Nullable String> annotations) {}

  /**
   * Where its files are and where it runs.
   *
   * @param source where its files are
   * @param sources several such places
   * @param destination where it runs
   */
  @Accepts(others = true)
  public record Spec(
      @Valid @Nullable Source source,
      @Nullable List<@Nullable JsonNode> sources,
      @Valid @Nullable Destination destination) {}

  /**
   * Where files are.
   *
   * @param repoURL the repository
   * @param path the folder
   * @param chart the chart, where the repository is one of charts
   * @param targetRevision the branch
   */
  @Accepts(others = true)
  public record Source(
      @Required("is the address of the repository") @Nullable String repoURL,
      @Nullable String path,
      @Nullable String chart,
      @Nullable String targetRevision) {}

  /**
   * Where it runs.
   *
   * @param name the name of the cluster
   * @param server or its address
   * @param namespace the namespace
   */
  @Accepts(others = true)
  public record Destination(
      @Nullable String name, @Nullable String server, @Nullable String namespace) {}
}
