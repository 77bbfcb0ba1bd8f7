package dev.promotion.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

  @Test
  void isNonProductionAndHoldsNothingUnlessSaidOtherwise() {
    Environment environment = Environment.of("qa");

    assertThat(environment.name()).isEqualTo(new EnvironmentName("qa"));
    assertThat(environment.kind()).isEqualTo(EnvironmentKind.NON_PRODUCTION);
    assertThat(environment.clusters()).isEmpty();
    assertThat(environment).hasToString("qa");
  }

  @Test
  void keepsTheClustersThatItWasMadeWith() {
    ClusterNamespaces cluster = new ClusterNamespaces("https://cluster", List.of("shop"));
    List<ClusterNamespaces> clusters = new ArrayList<>(List.of(cluster));
    Environment environment =
        Environment.of(new EnvironmentName("production"), EnvironmentKind.PRODUCTION, clusters);

    clusters.clear();

    assertThat(environment.clusters()).containsExactly(cluster);
    assertThat(environment.kind()).isEqualTo(EnvironmentKind.PRODUCTION);
  }

  @Test
  void isEqualByItsParts() {
    Environment qa = Environment.of("qa");

    assertThat(qa.tagged(List.of("eu")).tags()).containsExactly("eu");
    assertThat(qa)
        .isEqualTo(Environment.of("qa"))
        .hasSameHashCodeAs(Environment.of("qa"))
        .isNotEqualTo(qa.tagged(List.of("eu")))
        .isNotEqualTo("qa");
  }

  @Test
  void holdsTheNamespacesOfItsClustersOnly() {
    ClusterNamespaces some = new ClusterNamespaces("https://cluster", List.of("shop", "cart"));

    assertThat(some.holds("https://cluster", "cart")).isTrue();
    assertThat(some.holds("https://cluster", "bank")).isFalse();
    assertThat(some.holds("https://other", "cart")).isFalse();
  }

  @Test
  void holdsAllOfAClusterWithoutNamespaces() {
    ClusterNamespaces all = new ClusterNamespaces("https://cluster", List.of());

    assertThat(all.holds("https://cluster", "anything")).isTrue();
    assertThat(all.holds("https://other", "anything")).isFalse();
  }

  @Test
  void isOrderedByName() {
    assertThat(new EnvironmentName("dev")).isLessThan(new EnvironmentName("qa"));
  }

  @Test
  void holdsWhatPatternsMatch() {
    ClusterNamespaces some = new ClusterNamespaces("prod-*", List.of("shop-*-web", "pay"));

    assertThat(some.holds("prod-eu", "shop-1-web")).isTrue();
    assertThat(some.holds("prod-", "pay")).isTrue();
    assertThat(some.holds("prod-eu", "shop-1-db")).isFalse();
    assertThat(some.holds("prod-eu", "payment")).isFalse();
    assertThat(some.holds("preprod-eu", "pay")).isFalse();
    assertThat(new ClusterNamespaces("*", List.of()).holds("eu", "")).isTrue();
  }

  @Test
  void patternsDoNotHoldWhatSaysNotWhereItRuns() {
    assertThat(new ClusterNamespaces("*", List.of()).holds("", "shop")).isFalse();
    assertThat(new ClusterNamespaces("eu", List.of("*")).holds("eu", "")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"17, 1, name", "1, 17, namespaces[1]"})
  void patternsHaveALimit(int ofCluster, int ofNamespace, String place) {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(
            () ->
                new ClusterNamespaces("*".repeat(ofCluster), List.of("a", "*".repeat(ofNamespace))))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.PATTERN_LIMIT);
              assertThat(refused.problems().get(0).place()).isEqualTo(place);
            });
    assertThat(new ClusterNamespaces("a".repeat(300), List.of()).cluster()).hasSize(300);
  }
}
