package dev.promotion.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

  @Test
  void aRoundIsTheMedianOfItsPromotionsAndTheMeanIsOfAll() {
    Measurements measurements = new Measurements();

    measurements.add("a", List.of(4.0, 1.0, 1.0));
    measurements.add("a", List.of(2.0, 2.0, 8.0));

    assertThat(measurements.rounds("a")).containsExactly(1.0, 2.0);
    assertThat(measurements.firsts("a")).containsExactly(4.0, 2.0);
    assertThat(measurements.mean("a")).isEqualTo(3.0);
    assertThat(measurements.rounds("b")).isEmpty();
  }
}
