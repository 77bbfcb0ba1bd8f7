package dev.promotion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.product.Application;
import dev.promotion.product.ProductName;
import dev.promotion.yaml.PromotionYaml;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleDefinitionsTest {

  private final Catalog catalog = PromotionYaml.readCatalog(Path.of("promotion"));

  @Test
  void theFlowIsThatOfTheTutorial() {
    assertThat(catalog.flow(new FlowName("three-env-promotion")))
        .contains(
            PromotionFlow.of(
                "three-env-promotion",
                "dev",
                FlowStep.of("qa", "dev"),
                FlowStep.of("production", "qa")));
  }

  @Test
  void theProductHasOneApplicationInEachEnvironment() {
    assertThat(sources("dev"))
        .containsExactly("https://git.example.com/acme/cf-101.git HEAD:environments/dev");
    assertThat(sources("qa"))
        .containsExactly("https://git.example.com/acme/cf-101.git HEAD:environments/qa");
    assertThat(sources("production"))
        .containsExactly(
            "https://git.example.com/acme/cf-101-production.git HEAD:environments/production");
  }

  private List<String> sources(String environment) {
    return catalog
        .applications(new ProductName("cf-101"), new EnvironmentName(environment))
        .stream()
        .map(Application::source)
        .map(Object::toString)
        .toList();
  }
}
