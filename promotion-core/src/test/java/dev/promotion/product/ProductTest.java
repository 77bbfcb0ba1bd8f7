package dev.promotion.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.flow.FlowName;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductTest {

  private static final TemplateContent CONTENT =
      TemplateContent.of(PromotedFile.of("values.yaml", "$.tag"));
  private static final ProductFlow FLOW = new ProductFlow(new FlowName("to-prod"), List.of());

  private final Product product =
      Product.builder(new ProductName("shop"))
          .concurrency(Concurrency.TERMINATE)
          .templateRef(new TemplateName("base"))
          .template(CONTENT)
          .flows(List.of(FLOW))
          .tags(List.of("web"))
          .labels(Map.of("team", "a"))
          .build();

  @Test
  void knowsItsParts() {
    assertThat(product.name()).isEqualTo(new ProductName("shop"));
    assertThat(product.concurrency()).isEqualTo(Concurrency.TERMINATE);
    assertThat(product.templateRef()).hasValue(new TemplateName("base"));
    assertThat(product.template()).hasValue(CONTENT);
    assertThat(product.flows()).containsExactly(FLOW);
    assertThat(product.tags()).containsExactly("web");
    assertThat(product.labels()).isEqualTo(Map.of("team", "a"));
    assertThat(product).hasToString("shop");
  }

  @Test
  void saysNothingButItsNameUnlessTold() {
    Product plain = Product.of("shop");

    assertThat(plain.concurrency()).isEqualTo(Concurrency.QUEUE);
    assertThat(plain.templateRef()).isEmpty();
    assertThat(plain.template()).isEmpty();
    assertThat(plain.flows()).isEmpty();
    assertThat(plain.tags()).isEmpty();
    assertThat(plain.labels()).isEmpty();
  }

  @Test
  void isEqualByItsParts() {
    assertThat(Product.of("shop"))
        .isEqualTo(Product.of("shop"))
        .hasSameHashCodeAs(Product.of("shop"))
        .isNotEqualTo(product)
        .isNotEqualTo("shop");
  }

  @Test
  void aSelectorComparesWithSomething() {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(
            () ->
                new TriggerSelector(
                    TriggerSelector.Key.COMMIT_MESSAGE, TriggerSelector.Operator.IN, List.of()))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(ProblemCode.VALUES_EMPTY));
  }
}
