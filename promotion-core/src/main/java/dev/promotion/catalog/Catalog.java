package dev.promotion.catalog;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.policy.EffectivePolicy;
import dev.promotion.policy.PolicyName;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.problem.Problem;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.Product;
import dev.promotion.product.ProductName;
import dev.promotion.template.EffectiveTemplate;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All definitions by name, checked against each other. Immutable. */
public final class Catalog {

  private final Map<EnvironmentName, Environment> environments;
  private final Map<ProductName, Product> products;
  private final Map<FlowName, PromotionFlow> flows;
  private final Map<ApplicationName, Application> applications;
  private final Map<PolicyName, PromotionPolicy> policies;
  private final Map<TemplateName, PromotionTemplate> templates;
  private final Map<Slot, List<Application>> slots;
  private final List<Problem> warnings;

  Catalog(CatalogCheck checked) {
    environments = Map.copyOf(checked.environments());
    products = Map.copyOf(checked.products());
    flows = Map.copyOf(checked.flows());
    applications = Map.copyOf(checked.applications());
    policies = Map.copyOf(checked.policies());
    templates = Map.copyOf(checked.templates());
    slots = Map.copyOf(checked.slots());
    warnings = List.copyOf(checked.warnings());
  }

  /**
   * Starts to gather definitions.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Finds a flow.
   *
   * @param name its name
   * @return the flow, or empty if there is none of that name
   */
  public Optional<PromotionFlow> flow(FlowName name) {
    return Optional.ofNullable(flows.get(name));
  }

  /**
   * Finds a product.
   *
   * @param name its name
   * @return the product, or empty if there is none of that name
   */
  public Optional<Product> product(ProductName name) {
    return Optional.ofNullable(products.get(name));
  }

  /**
   * Finds an environment.
   *
   * @param name its name
   * @return the environment, or empty if there is none of that name
   */
  public Optional<Environment> environment(EnvironmentName name) {
    return Optional.ofNullable(environments.get(name));
  }

  /**
   * Finds an application.
   *
   * @param name its name
   * @return the application, or empty if there is none of that name
   */
  public Optional<Application> application(ApplicationName name) {
    return Optional.ofNullable(applications.get(name));
  }

  /**
   * Finds a policy.
   *
   * @param name its name
   * @return the policy, or empty if there is none of that name
   */
  public Optional<PromotionPolicy> policy(PolicyName name) {
    return Optional.ofNullable(policies.get(name));
  }

  /**
   * Finds a template.
   *
   * @param name its name
   * @return the template, or empty if there is none of that name
   */
  public Optional<PromotionTemplate> template(TemplateName name) {
    return Optional.ofNullable(templates.get(name));
  }

  /**
   * Tells how a product is promoted to an environment of a flow.
   *
   * @param flow a flow
   * @param product a product
   * @param environment an environment of the flow; in the trigger environment nothing is done but
   *     to run a workflow afterwards
   * @return the merged policy
   */
  public EffectivePolicy effectivePolicy(
      PromotionFlow flow, Product product, Environment environment) {
    PolicySettings inline = flow.settingsOf(environment.name());
    return environment.name().equals(flow.triggerEnvironment())
        ? EffectivePolicy.ofTrigger(product, environment, inline, policies.values())
        : EffectivePolicy.ofTarget(product, environment, inline, policies.values());
  }

  /**
   * Tells what is promoted of an application: what its product says, else the template that the
   * product names, else the templates that match the application.
   *
   * @param application an application
   * @param environment the environment that it belongs to
   * @return the merged template, which may say nothing
   */
  public EffectiveTemplate effectiveTemplate(Application application, EnvironmentName environment) {
    return TemplateChoice.of(
        Optional.ofNullable(products.get(application.product())),
        templates,
        application,
        environment);
  }

  /**
   * Returns what contradicts itself without being wrong.
   *
   * @return the warnings, each with its place; at most 100 and their number
   */
  public List<Problem> warnings() {
    return warnings;
  }

  /**
   * Returns the applications of a product in an environment.
   *
   * @param product name of a product
   * @param environment name of an environment
   * @return the applications in the order of their names; may be empty
   */
  public List<Application> applications(ProductName product, EnvironmentName environment) {
    return slots.getOrDefault(new Slot(product, environment), List.of());
  }

  /**
   * Returns all flows.
   *
   * @return the flows in the order of their names
   */
  public List<PromotionFlow> flows() {
    return sorted(flows.values(), PromotionFlow::name);
  }

  /**
   * Returns all products.
   *
   * @return the products in the order of their names
   */
  public List<Product> products() {
    return sorted(products.values(), Product::name);
  }

  /**
   * Returns all environments.
   *
   * @return the environments in the order of their names
   */
  public List<Environment> environments() {
    return sorted(environments.values(), Environment::name);
  }

  /**
   * Returns all applications.
   *
   * @return the applications in the order of their names
   */
  public List<Application> applications() {
    return sorted(applications.values(), Application::name);
  }

  /**
   * Returns all policies.
   *
   * @return the policies in the order of their names
   */
  public List<PromotionPolicy> policies() {
    return sorted(policies.values(), PromotionPolicy::name);
  }

  /**
   * Returns all templates.
   *
   * @return the templates in the order of their names
   */
  public List<PromotionTemplate> templates() {
    return sorted(templates.values(), PromotionTemplate::name);
  }

  private static <T, N extends Comparable<N>> List<T> sorted(
      Collection<T> values, Function<T, N> name) {
    return values.stream().sorted(Comparator.comparing(name)).toList();
  }

  /** Gathers definitions; {@link #build()} checks them against each other. Not thread-safe. */
  public static final class Builder {

    final List<Entry<Environment>> environments = new ArrayList<>();
    final List<Entry<Product>> products = new ArrayList<>();
    final List<Entry<PromotionFlow>> flows = new ArrayList<>();
    final List<Entry<Application>> applications = new ArrayList<>();
    final List<Entry<PromotionPolicy>> policies = new ArrayList<>();
    final List<Entry<PromotionTemplate>> templates = new ArrayList<>();
    final List<Problem> warnings = new ArrayList<>();

    private Builder() {}

    /**
     * Adds an environment.
     *
     * @param environment an environment of a name that no other has
     * @return this builder
     */
    public Builder environment(Environment environment) {
      return environment(environment, Origin.named("environment " + environment));
    }

    /**
     * Adds an environment that was written somewhere.
     *
     * @param environment an environment of a name that no other has
     * @param origin where it was written
     * @return this builder
     */
    public Builder environment(Environment environment, Origin origin) {
      environments.add(new Entry<>(requireNonNull(environment), requireNonNull(origin)));
      return this;
    }

    /**
     * Adds a product. A product that only applications name need not be added.
     *
     * @param product a product of a name that no other has
     * @return this builder
     */
    public Builder product(Product product) {
      return product(product, Origin.named("product " + product));
    }

    /**
     * Adds a product that was written somewhere.
     *
     * @param product a product of a name that no other has
     * @param origin where it was written
     * @return this builder
     */
    public Builder product(Product product, Origin origin) {
      products.add(new Entry<>(requireNonNull(product), requireNonNull(origin)));
      return this;
    }

    /**
     * Adds a flow.
     *
     * @param flow a flow of a name that no other has
     * @return this builder
     */
    public Builder flow(PromotionFlow flow) {
      return flow(flow, Origin.named("flow " + flow));
    }

    /**
     * Adds a flow that was written somewhere.
     *
     * @param flow a flow of a name that no other has
     * @param origin where it was written
     * @return this builder
     */
    public Builder flow(PromotionFlow flow, Origin origin) {
      flows.add(new Entry<>(requireNonNull(flow), requireNonNull(origin)));
      return this;
    }

    /**
     * Adds an application.
     *
     * @param application an application of a name that no other has
     * @return this builder
     */
    public Builder application(Application application) {
      return application(application, Origin.named("application " + application));
    }

    /**
     * Adds an application that was written somewhere.
     *
     * @param application an application of a name that no other has
     * @param origin where it was written
     * @return this builder
     */
    public Builder application(Application application, Origin origin) {
      applications.add(new Entry<>(requireNonNull(application), requireNonNull(origin)));
      return this;
    }

    /**
     * Adds a policy.
     *
     * @param policy a policy of a name that no other has
     * @return this builder
     */
    public Builder policy(PromotionPolicy policy) {
      return policy(policy, Origin.named("policy " + policy));
    }

    /**
     * Adds a policy that was written somewhere.
     *
     * @param policy a policy of a name that no other has
     * @param origin where it was written
     * @return this builder
     */
    public Builder policy(PromotionPolicy policy, Origin origin) {
      policies.add(new Entry<>(requireNonNull(policy), requireNonNull(origin)));
      return this;
    }

    /**
     * Adds a template.
     *
     * @param template a template of a name that no other has
     * @return this builder
     */
    public Builder template(PromotionTemplate template) {
      return template(template, Origin.named("template " + template));
    }

    /**
     * Adds a template that was written somewhere.
     *
     * @param template a template of a name that no other has
     * @param origin where it was written
     * @return this builder
     */
    public Builder template(PromotionTemplate template, Origin origin) {
      templates.add(new Entry<>(requireNonNull(template), requireNonNull(origin)));
      return this;
    }

    /**
     * Adds what was found in single definitions that is worth a look, but not wrong.
     *
     * @param found the warnings
     * @return this builder
     */
    public Builder warnings(List<Problem> found) {
      warnings.addAll(found);
      return this;
    }

    /**
     * Checks all definitions against each other and creates the catalog.
     *
     * @return the catalog
     * @throws dev.promotion.problem.InvalidDefinitionException with all faults, each with its place
     */
    public Catalog build() {
      return new Catalog(CatalogCheck.of(this));
    }
  }
}
