package dev.promotion.product;

import static java.util.Objects.requireNonNull;

import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What moves through the environments as one: a set of applications that belong together.
 * Immutable; equal by its parts.
 */
public final class Product {

  private record Parts(
      ProductName name,
      Concurrency concurrency,
      Optional<TemplateName> templateRef,
      Optional<TemplateContent> template,
      List<ProductFlow> flows,
      List<String> tags,
      Map<String, String> labels) {}

  private final Parts parts;

  private Product(Parts parts) {
    this.parts = parts;
  }

  /**
   * Creates a product that says nothing but its name.
   *
   * @param name its name, unique in a catalog
   * @return the product
   */
  public static Product of(ProductName name) {
    return builder(name).build();
  }

  /**
   * Creates a product that says nothing but its name.
   *
   * @param name its name, unique in a catalog
   * @return the product
   */
  public static Product of(String name) {
    return of(new ProductName(name));
  }

  /**
   * Starts to describe a product.
   *
   * @param name its name, unique in a catalog
   * @return a builder
   */
  public static Builder builder(ProductName name) {
    return new Builder(name);
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public ProductName name() {
    return parts.name;
  }

  /**
   * Returns what a newer release does to an older one.
   *
   * @return {@link Concurrency#QUEUE} by default
   */
  public Concurrency concurrency() {
    return parts.concurrency;
  }

  /**
   * Returns the template that says what is promoted ({@code promotionTemplateRef}).
   *
   * @return the name of a template; empty where none is named
   */
  public Optional<TemplateName> templateRef() {
    return parts.templateRef;
  }

  /**
   * Returns what the product says itself about what is promoted ({@code promotionTemplate}); it
   * goes before a template that it names.
   *
   * @return the content; empty where the product says nothing
   */
  public Optional<TemplateContent> template() {
    return parts.template;
  }

  /**
   * Returns the flows.
   *
   * @return the flows, of which the first that a commit matches is started; may be empty
   */
  public List<ProductFlow> flows() {
    return parts.flows;
  }

  /**
   * Returns the tags, by which policies select products.
   *
   * @return the tags; may be empty
   */
  public List<String> tags() {
    return parts.tags;
  }

  /**
   * Returns the labels, by which access may be ruled.
   *
   * @return the labels; may be empty
   */
  public Map<String, String> labels() {
    return parts.labels;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Product that && parts.equals(that.parts);
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

  /** Gathers the parts of a product. Not thread-safe. */
  public static final class Builder {

    private final ProductName name;
    private Concurrency concurrency = Concurrency.QUEUE;
    private Optional<TemplateName> templateRef = Optional.empty();
    private Optional<TemplateContent> template = Optional.empty();
    private List<ProductFlow> flows = List.of();
    private List<String> tags = List.of();
    private Map<String, String> labels = Map.of();

    private Builder(ProductName name) {
      this.name = requireNonNull(name, "name");
    }

    /**
     * Sets what a newer release does to an older one.
     *
     * @param concurrency what it does
     * @return this builder
     */
    public Builder concurrency(Concurrency concurrency) {
      this.concurrency = requireNonNull(concurrency, "concurrency");
      return this;
    }

    /**
     * Names the template that says what is promoted.
     *
     * @param name the name of a template
     * @return this builder
     */
    public Builder templateRef(TemplateName name) {
      this.templateRef = Optional.of(name);
      return this;
    }

    /**
     * Says what is promoted.
     *
     * @param content what is promoted
     * @return this builder
     */
    public Builder template(TemplateContent content) {
      this.template = Optional.of(content);
      return this;
    }

    /**
     * Sets the flows.
     *
     * @param flows the flows, the most important first
     * @return this builder
     */
    public Builder flows(List<ProductFlow> flows) {
      this.flows = List.copyOf(flows);
      return this;
    }

    /**
     * Sets the tags.
     *
     * @param tags the tags
     * @return this builder
     */
    public Builder tags(List<String> tags) {
      this.tags = List.copyOf(tags);
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
     * Creates the product.
     *
     * @return the product
     */
    public Product build() {
      return new Product(new Parts(name, concurrency, templateRef, template, flows, tags, labels));
    }
  }
}
