package dev.promotion.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationTest {

  private static final String REPOSITORY = "https://git.example/acme/shop";

  @Test
  void knowsItsParts() {
    Application application =
        Application.builder("shop-qa")
            .product("shop")
            .environment("qa")
            .destination(new Destination("https://cluster", "shop"))
            .source(REPOSITORY, "envs/qa", "main")
            .build();

    assertThat(application.name()).isEqualTo(new ApplicationName("shop-qa"));
    assertThat(application.product()).isEqualTo(new ProductName("shop"));
    assertThat(application.declaredEnvironment()).hasValue(new EnvironmentName("qa"));
    assertThat(application.destination()).isEqualTo(new Destination("https://cluster", "shop"));
    assertThat(application.source())
        .isEqualTo(
            new ApplicationSource(
                new RepositoryUrl(REPOSITORY), new RepositoryPath("envs/qa"), new Revision("main")))
        .hasToString(REPOSITORY + " main:envs/qa");
    assertThat(application).hasToString("shop-qa");
  }

  @Test
  void needsNeitherEnvironmentNorDestination() {
    Application application =
        Application.builder("shop-qa").product("shop").source(REPOSITORY, ".", "HEAD").build();

    assertThat(application.declaredEnvironment()).isEmpty();
    assertThat(application.destination()).isEqualTo(Destination.UNKNOWN);
    assertThat(application.source().path()).isEqualTo(RepositoryPath.ROOT);
    assertThat(application.source().revision()).isEqualTo(Revision.HEAD);
  }

  @Test
  void isSelectedByItsLabelsAndByProductAndEnvironmentAsIfTheyWereLabels() {
    Application application =
        Application.builder("shop-qa")
            .product("shop")
            .source(REPOSITORY, ".", "HEAD")
            .labels(Map.of("team", "a", "codefresh.io/environment", "other"))
            .build();

    assertThat(application.labels())
        .isEqualTo(Map.of("team", "a", "codefresh.io/environment", "other"));
    assertThat(application.labelsIn(new EnvironmentName("qa")))
        .isEqualTo(
            Map.of(
                "team", "a",
                "codefresh.io/product", "shop",
                "codefresh.io/environment", "qa"));
  }

  @Test
  void needsProductAndSource() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Application.builder("a").source(REPOSITORY, ".", "HEAD").build())
        .withMessage("a needs a product");
    assertThatIllegalStateException()
        .isThrownBy(() -> Application.builder("a").product("shop").build())
        .withMessage("a needs a source");
  }

  @Test
  void hasASourceThatStaysInItsRepository() {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(() -> Application.builder("a").source(REPOSITORY, "../x", "HEAD"))
        .matches(refused -> refused.code() == ProblemCode.PATH_ESCAPE);
  }

  @Test
  void equalsAnotherOfTheSameParts() {
    Application.Builder builder =
        Application.builder("a").product("shop").source(REPOSITORY, ".", "HEAD");
    Application application = builder.build();

    assertThat(application).isEqualTo(builder.build()).hasSameHashCodeAs(builder.build());
    assertThat(application).isNotEqualTo(builder.environment("qa").build());
    assertThat(application).isNotEqualTo(null);
  }

  @Test
  void isOrderedByNameLikeItsProduct() {
    assertThat(new ApplicationName("a")).isLessThan(new ApplicationName("b")).hasToString("a");
    assertThat(new ProductName("a")).isLessThan(new ProductName("b")).hasToString("a");
    assertThat(Product.of(new ProductName("a"))).hasToString("a");
  }
}
