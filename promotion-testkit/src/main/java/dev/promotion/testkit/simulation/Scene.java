package dev.promotion.testkit.simulation;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.Clock;
import dev.promotion.port.FileValues;
import dev.promotion.product.Application;
import dev.promotion.product.ProductName;
import dev.promotion.release.Target;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.AllFiles;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import dev.promotion.testkit.InMemoryRepositories;
import dev.promotion.testkit.TestClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is the same in every run: the definitions, and the repositories as they stand at the start.
 * Every application has version 1, and the applications of the trigger environment have got version
 * 2. Immutable.
 */
final class Scene {

  /** A file that every application had, and that version 2 does without. */
  static final RepositoryPath OLD = new RepositoryPath("old.yaml");

  private static final String VALUES = "/values.yaml";

  private final Catalog catalog;
  private final PromotionFlow flow;
  private final List<ProductName> products;
  private final Optional<FileValues> editor;
  private final InMemoryRepositories repositories = new InMemoryRepositories(TestClock.create());

  private Scene(
      Catalog catalog,
      PromotionFlow flow,
      List<ProductName> products,
      Optional<FileValues> editor) {
    this.catalog = catalog;
    this.editor = editor;
    this.flow = flow;
    this.products = List.copyOf(products);
    Map<String, Map<String, String>> files = new LinkedHashMap<>();
    Map<String, Map<String, String>> changes = new LinkedHashMap<>();
    for (Application each : applications()) {
      String url = each.source().repository().value();
      String branch = branch(each);
      String path = each.source().path().value();
      Map<String, String> texts =
          files.computeIfAbsent(url + " " + branch, key -> new LinkedHashMap<>());
      texts.put(path + "/Chart.yaml", "name: " + each.product() + "\nversion: 0.1.0\n");
      texts.put(path + VALUES, "image:\n  tag: \"1\"\n");
      if (prunes()) {
        texts.put(path + "/" + OLD, "old\n");
        texts.put(path + "/own-" + each + ".yaml", "own\n");
      }
      if (isSource(each)) {
        changes
            .computeIfAbsent(url + " " + branch, key -> new LinkedHashMap<>())
            .put(path + VALUES, "image:\n  tag: \"2\"\n");
      }
    }
    files.forEach((where, texts) -> commit(where, "Deploy version 1", texts));
    changes.forEach((where, texts) -> commit(where, "Update image tag to 2", texts));
    if (prunes()) {
      applications().stream().filter(this::isSource).forEach(this::removeOld);
    }
  }

  private void removeOld(Application source) {
    repositories
        .at(source.source().repository().value())
        .delete(branch(source), "Do without it", source.source().path().resolve(OLD).value());
  }

  /** Makes a scene of a catalog that exists. */
  static Scene of(
      Catalog catalog,
      PromotionFlow flow,
      List<ProductName> products,
      Optional<FileValues> editor) {
    return new Scene(catalog, flow, products, editor);
  }

  /** Returns the same scene, but values inside files are promoted instead of whole files. */
  Scene promoting(FileValues values, PromotedFile... files) {
    return with(TemplateContent.of(files), Optional.of(values));
  }

  /** Returns the same scene, but what is gone from the source is deleted in the targets. */
  Scene pruning() {
    AllFiles all = new AllFiles(true, true);
    return with(
        new TemplateContent(Optional.empty(), List.of(), Optional.of(all)), Optional.empty());
  }

  private Scene with(TemplateContent content, Optional<FileValues> values) {
    Catalog.Builder changed =
        Catalog.builder()
            .flow(flow)
            .template(
                new PromotionTemplate(
                    new TemplateName("what"), LabelSelector.everything(), 1, content));
    catalog.environments().forEach(changed::environment);
    catalog.applications().forEach(changed::application);
    return new Scene(changed.build(), flow, products, values);
  }

  /** Makes a scene around a flow: applications, each in a folder of its own. */
  static Scene around(
      PromotionFlow flow,
      List<ProductName> products,
      Map<EnvironmentName, Integer> counts,
      boolean apart) {
    Catalog.Builder catalog = Catalog.builder().flow(flow);
    for (EnvironmentName environment : flow.environments()) {
      catalog.environment(Environment.of(environment.value()));
      for (ProductName product : products) {
        int count = counts.getOrDefault(environment, 1);
        for (int number = 1; number <= count; number++) {
          catalog.application(application(product, environment, count == 1 ? 0 : number, apart));
        }
      }
    }
    return new Scene(catalog.build(), flow, products, Optional.empty());
  }

  private static Application application(
      ProductName product, EnvironmentName environment, int number, boolean apart) {
    String name = product + "-" + environment + (number == 0 ? "" : "-" + number);
    String repository = apart ? environment.value() : "shared";
    return Application.builder(name)
        .product(product.value())
        .environment(environment.value())
        .source(
            "https://git.example.com/simulation/" + repository + ".git",
            "environments/" + environment + "/" + name,
            "HEAD")
        .build();
  }

  /** Returns who reads and changes values inside files, if that was said. */
  Optional<FileValues> editor() {
    return editor;
  }

  /** Tells whether what is gone from the source is deleted. */
  boolean prunes() {
    return catalog.templates().stream()
        .anyMatch(each -> each.content().allFiles().filter(AllFiles::prune).isPresent());
  }

  /** Tells whether nothing says what a target gets, so that it gets every file. */
  boolean promotesEverything(Target target) {
    return catalog
        .effectiveTemplate(target.application(), target.environment())
        .promotesEverything();
  }

  Catalog catalog() {
    return catalog;
  }

  PromotionFlow flow() {
    return flow;
  }

  List<ProductName> products() {
    return products;
  }

  InMemoryRepositories repositories(Clock clock) {
    return repositories.copy(clock);
  }

  /** Returns the applications of all products in the environments of the flow. */
  List<Application> applications() {
    List<Application> applications = new ArrayList<>();
    for (ProductName product : products) {
      flow.environments().forEach(each -> applications.addAll(catalog.applications(product, each)));
    }
    return applications;
  }

  boolean isSource(Application application) {
    return catalog
        .applications(application.product(), flow.triggerEnvironment())
        .contains(application);
  }

  /** Returns the branch that an application is deployed from. */
  static String branch(Application application) {
    return application.source().revision().branch().map(BranchName::value).orElse("main");
  }

  private void commit(String where, String message, Map<String, String> texts) {
    int blank = where.indexOf(' ');
    repositories.at(where.substring(0, blank)).commit(where.substring(blank + 1), message, texts);
  }
}
