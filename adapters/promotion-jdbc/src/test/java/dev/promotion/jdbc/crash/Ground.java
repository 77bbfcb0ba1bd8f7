package dev.promotion.jdbc.crash;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.git.GitRepositories;
import dev.promotion.jdbc.Durability;
import dev.promotion.jdbc.JdbcReleaseStore;
import dev.promotion.product.Application;
import dev.promotion.promoter.Trigger;
import java.nio.file.Path;
import java.util.List;

/**
 * What outlives a process: a folder with a store and bare repositories, in which every product
 * waits for its one release. A child process is told of it by its arguments.
 *
 * @param folder the folder
 * @param products how many products there are, numbered from 0
 * @param address where the repositories are: over HTTP, or at a name that stands for the folder
 * @param durability of the store
 */
record Ground(Path folder, int products, String address, Durability durability) {

  static final String ON_DISK = "https://git.example.com";
  static final String REPOSITORIES = "repositories";

  private static final PromotionFlow FLOW =
      PromotionFlow.of(
          "three-env-promotion", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa"));

  static Ground of(List<String> arguments) {
    return new Ground(
        Path.of(arguments.get(0)),
        Integer.parseInt(arguments.get(1)),
        arguments.get(2),
        Durability.valueOf(arguments.get(3)));
  }

  List<String> arguments() {
    return List.of(folder.toString(), "" + products, address, durability.name());
  }

  JdbcReleaseStore store() {
    return JdbcReleaseStore.inFile(file(), durability);
  }

  Path file() {
    return folder.resolve("store/releases");
  }

  Path repositories() {
    return folder.resolve(REPOSITORIES);
  }

  /** Opens the repositories as a child process does. */
  GitRepositories open() {
    return address.equals(ON_DISK)
        ? GitRepositories.open(repositories())
        : GitRepositories.builder().remotes(folder.resolve("cache")).build();
  }

  Trigger trigger(int product) {
    return Trigger.flow(FLOW.name().value()).product("product-" + product).by("alice").key("1");
  }

  /** Returns a catalog of some of the products. */
  Catalog catalog(int first, int last) {
    Catalog.Builder catalog = Catalog.builder().flow(FLOW);
    for (String environment : List.of("dev", "qa", "production")) {
      catalog.environment(Environment.of(environment));
      for (int product = first; product <= last; product++) {
        catalog.application(
            Application.builder("product-" + product + "-" + environment)
                .product("product-" + product)
                .environment(environment)
                .source(url(environment), folderOf(product, environment), "HEAD")
                .build());
      }
    }
    return catalog.build();
  }

  /** Production has a repository of its own. */
  String url(String environment) {
    return address + "/acme/" + (environment.equals("production") ? "live" : "shop") + ".git";
  }

  static String folderOf(int product, String environment) {
    return "product-" + product + "/" + environment;
  }
}
