package dev.promotion.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void medianIsTheOneInTheMiddle() {
    assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9));
  }

  @Test
  void medianOfAnEvenNumberLiesHalfwayBetweenTheTwoInTheMiddle() {
    assertThat(Spread.of(List.of(8.0, 1.0, 2.0, 4.0))).isEqualTo(new Spread(3, 1, 8));
  }

  @Test
  void ratiosAreTakenPairByPairAndNotOfTheMedians() {
    List<Double> slow = List.of(10.0, 60.0, 20.0);
    List<Double> fast = List.of(1.0, 20.0, 10.0);

    Spread ratio = Spread.ofRatios(slow, fast);

    assertThat(ratio).isEqualTo(new Spread(3, 2, 10));
    assertThat(ratio.median()).isNotEqualTo(Spread.of(slow).median() / Spread.of(fast).median());
  }

  @Test
  void seriesOfDifferentLengthHaveNoPairs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spread.ofRatios(List.of(1.0, 2.0), List.of(1.0)));
  }
}
