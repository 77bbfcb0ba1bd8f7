package dev.promotion.yaml;

import dev.promotion.catalog.Catalog;
import dev.promotion.catalog.Origin;
import dev.promotion.environment.Environment;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.problem.Problem;
import dev.promotion.product.Application;
import dev.promotion.product.Product;
import dev.promotion.template.PromotionTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * What documents define, each for itself and in the order in which it was read; {@link #catalog()}
 * checks it against each other. Thread-safe.
 */
public final class Definitions {

  private record Located<T>(T definition, Origin origin) {}

  /** Gathers definitions while they are read. Not thread-safe. */
  static final class Builder {

    private final List<Located<Environment>> environments = new ArrayList<>();
    private final List<Located<Product>> products = new ArrayList<>();
    private final List<Located<PromotionFlow>> flows = new ArrayList<>();
    private final List<Located<PromotionPolicy>> policies = new ArrayList<>();
    private final List<Located<PromotionTemplate>> templates = new ArrayList<>();
    private final List<Located<Application>> applications = new ArrayList<>();
    private final List<OtherDocument> others = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    void environment(Environment environment, Origin origin) {
      environments.add(new Located<>(environment, origin));
    }

    void product(Product product, Origin origin) {
      products.add(new Located<>(product, origin));
    }

    void flow(PromotionFlow flow, Origin origin) {
      flows.add(new Located<>(flow, origin));
    }

    void policy(PromotionPolicy policy, Origin origin) {
      policies.add(new Located<>(policy, origin));
    }

    void template(PromotionTemplate template, Origin origin) {
      templates.add(new Located<>(template, origin));
    }

    void application(Application application, Origin origin) {
      applications.add(new Located<>(application, origin));
    }

    void other(OtherDocument document) {
      others.add(document);
    }

    void warnings(List<Problem> found) {
      warnings.addAll(found);
    }

    Definitions build() {
      return new Definitions(this);
    }
  }

  private final Builder read;

  private Definitions(Builder read) {
    this.read = read;
  }

  /**
   * Returns the environments.
   *
   * @return the environments as they were read
   */
  public List<Environment> environments() {
    return definitions(read.environments);
  }

  /**
   * Returns the products.
   *
   * @return the products as they were read
   */
  public List<Product> products() {
    return definitions(read.products);
  }

  /**
   * Returns the flows.
   *
   * @return the flows as they were read
   */
  public List<PromotionFlow> flows() {
    return definitions(read.flows);
  }

  /**
   * Returns the policies.
   *
   * @return the policies as they were read
   */
  public List<PromotionPolicy> policies() {
    return definitions(read.policies);
  }

  /**
   * Returns the templates.
   *
   * @return the templates as they were read
   */
  public List<PromotionTemplate> templates() {
    return definitions(read.templates);
  }

  /**
   * Returns the applications that belong to a product.
   *
   * @return the applications as they were read
   */
  public List<Application> applications() {
    return definitions(read.applications);
  }

  /**
   * Returns the documents that define nothing.
   *
   * @return the other documents as they were found
   */
  public List<OtherDocument> others() {
    return List.copyOf(read.others);
  }

  /**
   * Returns what is worth a look in single documents, but not wrong.
   *
   * @return the warnings, each with its file, line, column and field
   */
  public List<Problem> warnings() {
    return List.copyOf(read.warnings);
  }

  /**
   * Checks the definitions against each other.
   *
   * @return the catalog, whose warnings are those of the documents and its own
   * @throws dev.promotion.problem.InvalidDefinitionException with all faults, each with its place
   */
  public Catalog catalog() {
    Catalog.Builder catalog = Catalog.builder().warnings(read.warnings);
    read.environments.forEach(each -> catalog.environment(each.definition, each.origin));
    read.products.forEach(each -> catalog.product(each.definition, each.origin));
    read.flows.forEach(each -> catalog.flow(each.definition, each.origin));
    read.policies.forEach(each -> catalog.policy(each.definition, each.origin));
    read.templates.forEach(each -> catalog.template(each.definition, each.origin));
    read.applications.forEach(each -> catalog.application(each.definition, each.origin));
    return catalog.build();
  }

  private static <T> List<T> definitions(List<Located<T>> located) {
    return located.stream().map(Located::definition).toList();
  }
}
