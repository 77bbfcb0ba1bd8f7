package dev.promotion.product;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deployment of a product in one environment: what Argo CD calls an application. Immutable; equal
 * by its parts.
 */
public final class Application {

  private record Parts(
      ApplicationName name,
      ProductName product,
      ApplicationSource source,
      Destination destination,
      Optional<EnvironmentName> environment,
      Map<String, String> labels) {}

  private static final String PRODUCT_LABEL = "codefresh.io/product";
  private static final String ENVIRONMENT_LABEL = "codefresh.io/environment";

  private final Parts parts;

  private Application(Parts parts) {
    this.parts = parts;
  }

  /**
   * Starts to describe an application.
   *
   * @param name its name in Argo CD, unique in a catalog
   * @return a builder
   */
  public static Builder builder(String name) {
    return new Builder(new ApplicationName(name));
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public ApplicationName name() {
    return parts.name;
  }

  /**
   * Returns the product that it belongs to (annotation or label {@code codefresh.io/product}).
   *
   * @return the product
   */
  public ProductName product() {
    return parts.product;
  }

  /**
   * Returns where its files are.
   *
   * @return the source
   */
  public ApplicationSource source() {
    return parts.source;
  }

  /**
   * Returns where it runs.
   *
   * @return the destination
   */
  public Destination destination() {
    return parts.destination;
  }

  /**
   * Returns the environment that it names itself (annotation or label {@code
   * codefresh.io/environment}).
   *
   * @return the environment, or empty where only the destination tells
   */
  public Optional<EnvironmentName> declaredEnvironment() {
    return parts.environment;
  }

  /**
   * Returns the labels.
   *
   * @return the labels as they were written; may be empty
   */
  public Map<String, String> labels() {
    return parts.labels;
  }

  /**
   * Returns what templates select by: the labels, and product and environment as if they were
   * labels, however they are told.
   *
   * @param environment the environment that the application belongs to
   * @return the labels with {@code codefresh.io/product} and {@code codefresh.io/environment}
   */
  public Map<String, String> labelsIn(EnvironmentName environment) {
    Map<String, String> all = new HashMap<>(parts.labels);
    all.put(PRODUCT_LABEL, parts.product.value());
    all.put(ENVIRONMENT_LABEL, environment.value());
    return Map.copyOf(all);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Application that && parts.equals(that.parts);
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

  /** Gathers the parts of an application. Not thread-safe. */
  public static final class Builder {

    private final ApplicationName name;
    private Optional<ProductName> product = Optional.empty();
    private Optional<ApplicationSource> source = Optional.empty();
    private Optional<EnvironmentName> environment = Optional.empty();
    private Destination destination = Destination.UNKNOWN;
    private Map<String, String> labels = Map.of();

    private Builder(ApplicationName name) {
      this.name = name;
    }

    /**
     * Sets the product that it belongs to; required.
     *
     * @param product name of a product
     * @return this builder
     */
    public Builder product(String product) {
      this.product = Optional.of(new ProductName(product));
      return this;
    }

    /**
     * Sets the environment that the application names itself.
     *
     * @param environment name of an environment
     * @return this builder
     */
    public Builder environment(String environment) {
      this.environment = Optional.of(new EnvironmentName(environment));
      return this;
    }

    /**
     * Sets the labels.
     *
     * @param labels the labels
     * @return this builder
     */
    public Builder labels(Map<String, String> labels) {
      this.labels = Map.copyOf(labels);
      return this;
    }

    /**
     * Sets where it runs.
     *
     * @param destination cluster and namespace
     * @return this builder
     */
    public Builder destination(Destination destination) {
      this.destination = requireNonNull(destination, "destination");
      return this;
    }

    /**
     * Sets where its files are; required.
     *
     * @param source repository, folder and branch
     * @return this builder
     */
    public Builder source(ApplicationSource source) {
      this.source = Optional.of(source);
      return this;
    }

    /**
     * Sets where its files are; required.
     *
     * @param repository address of the repository
     * @param path folder in it, {@code .} for the root
     * @param revision branch, or {@code HEAD} for the default branch
     * @return this builder
     */
    public Builder source(String repository, String path, String revision) {
      return source(
          new ApplicationSource(
              new RepositoryUrl(repository), RepositoryPath.folder(path), new Revision(revision)));
    }

    /**
     * Creates the application.
     *
     * @return the application
     * @throws IllegalStateException if product or source were not set
     */
    public Application build() {
      ProductName ofProduct =
          product.orElseThrow(() -> new IllegalStateException(name + " needs a product"));
      ApplicationSource from =
          source.orElseThrow(() -> new IllegalStateException(name + " needs a source"));
      return new Application(new Parts(name, ofProduct, from, destination, environment, labels));
    }
  }
}
