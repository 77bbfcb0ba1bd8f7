package dev.promotion.yaml;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.ClusterNamespaces;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentKind;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.product.Application;
import dev.promotion.product.Product;
import dev.promotion.template.PromotionTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes definitions as YAML documents, always in the same way: what is read from a document that
 * this has written is equal to what was written, and writing it again gives the same text.
 *
 * <p>Only what the library knows is written: comments, and labels and annotations of which it makes
 * nothing, are not. Thread-safe.
 */
public final class DefinitionWriter {

  private static final String OURS = "promotion.dev/v1";
  private static final String VENDORS = "codefresh.io/v1beta1";
  private static final String VENDORS_SECOND = "codefresh.io/v1beta2";
  private static final String ARGO = "argoproj.io/v1alpha1";

  private final boolean ours;

  private DefinitionWriter(boolean ours) {
    this.ours = ours;
  }

  /**
   * Returns a writer of documents of {@code promotion.dev/v1}.
   *
   * @return the writer
   */
  public static DefinitionWriter ofPromotion() {
    return new DefinitionWriter(true);
  }

  /**
   * Returns a writer of documents of {@code codefresh.io/v1beta1}; of {@code v1beta2} for a product
   * that needs it, and of {@code promotion.dev/v1} for environments, which exist there only.
   *
   * @return the writer
   */
  public static DefinitionWriter ofCodefresh() {
    return new DefinitionWriter(false);
  }

  /**
   * Writes an environment.
   *
   * @param environment an environment
   * @return the document
   */
  public String write(Environment environment) {
    String kind =
        environment.kind() == EnvironmentKind.PRODUCTION ? "Production" : "Non-production";
    return document(
        OURS,
        "Environment",
        environment.name().value(),
        Map.of(),
        metadata -> {},
        spec ->
            spec.text("kind", kind)
                .list("clusters", environment.clusters(), DefinitionWriter::cluster)
                .texts("tags", environment.tags()));
  }

  /**
   * Writes a product.
   *
   * @param product a product
   * @return the document
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code NOT_EXPRESSIBLE} if the
   *     version has no field for something that the product says
   */
  public String write(Product product) {
    String version =
        ours ? OURS : ProductFields.needsSecondVersion(product) ? VENDORS_SECOND : VENDORS;
    return document(
        version,
        "Product",
        product.name().value(),
        product.labels(),
        metadata -> {},
        spec -> new ProductFields(ours).write(spec, product));
  }

  /**
   * Writes a flow.
   *
   * @param flow a flow
   * @return the document
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code NOT_EXPRESSIBLE} if the
   *     version has no field for something that the flow says
   */
  public String write(PromotionFlow flow) {
    return document(
        version(),
        "PromotionFlow",
        flow.name().value(),
        flow.labels(),
        metadata ->
            metadata.mapIfAny(
                "annotations",
                notes -> {
                  flow.description().ifPresent(text -> notes.text("description", text));
                  flow.version().ifPresent(text -> notes.text("version", text));
                }),
        spec -> new FlowFields(ours).write(spec, flow));
  }

  /**
   * Writes a policy.
   *
   * @param policy a policy
   * @return the document
   */
  public String write(PromotionPolicy policy) {
    return document(
        version(),
        "PromotionPolicy",
        policy.name().value(),
        Map.of(),
        metadata -> {},
        spec -> PolicyFields.write(spec, policy));
  }

  /**
   * Writes a template.
   *
   * @param template a template
   * @return the document
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code NOT_EXPRESSIBLE} if the
   *     version has no field for something that the template says
   */
  public String write(PromotionTemplate template) {
    return document(
        version(),
        "PromotionTemplate",
        template.name().value(),
        Map.of(),
        metadata -> {},
        spec -> new TemplateFields(ours).write(spec, template));
  }

  /**
   * Writes an application as a manifest of Argo CD with what matters here: its name, labels,
   * product, environment, source and destination. Its other settings are not known, so this does
   * not replace a manifest that is there.
   *
   * @param application an application
   * @return the document
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code NOT_EXPRESSIBLE} if it
   *     would be read as another one
   */
  public String write(Application application) {
    return document(
        ARGO,
        "Application",
        application.name().value(),
        application.labels(),
        metadata -> ApplicationFields.metadata(metadata, application),
        spec -> ApplicationFields.spec(spec, application));
  }

  /**
   * Writes everything in a catalog but its applications, which belong to Argo CD: environments,
   * products, flows, policies and templates, each in the order of their names.
   *
   * @param catalog a catalog
   * @return the documents as one text
   * @throws dev.promotion.problem.InvalidDefinitionException with {@code NOT_EXPRESSIBLE} if the
   *     version has no field for something
   */
  public String write(Catalog catalog) {
    List<String> documents = new ArrayList<>();
    catalog.environments().forEach(each -> documents.add(write(each)));
    catalog.products().forEach(each -> documents.add(write(each)));
    catalog.flows().forEach(each -> documents.add(write(each)));
    catalog.policies().forEach(each -> documents.add(write(each)));
    catalog.templates().forEach(each -> documents.add(write(each)));
    return String.join("---\n", documents);
  }

  private String version() {
    return ours ? OURS : VENDORS;
  }

  private static String document(
      String version,
      String kind,
      String name,
      Map<String, String> labels,
      Consumer<YamlOutput> metadata,
      Consumer<YamlOutput> spec) {
    return YamlOutput.document(
        document ->
            document
                .text("apiVersion", version)
                .text("kind", kind)
                .map(
                    "metadata",
                    data -> metadata.accept(data.text("name", name).texts("labels", labels)))
                .mapIfAny("spec", spec));
  }

  private static void cluster(YamlOutput output, ClusterNamespaces cluster) {
    output.text("name", cluster.cluster()).texts("namespaces", cluster.namespaces());
  }
}
