package dev.promotion.testkit.simulation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that gets a simulation, sets its flow, and checks it.
 *
 * <pre>{@code
 * @SimulationTest(seeds = 10_000)
 * void nothingBreaksOurFlow(PromotionSimulation simulation) {
 *   simulation.catalog(PromotionYaml.readCatalog(folder), "three-env-promotion").check();
 * }
 * }</pre>
 *
 * <p>A run that breaks a promise is kept for ever: a line is added to {@code
 * src/test/resources/simulation/<class>.<method>.txt}, and every line there is run again first.
 */
@Documented
@Test
@ExtendWith(SimulationExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SimulationTest {

  /**
   * Returns how many runs are made.
   *
   * @return at least one
   */
  long seeds() default 1_000;
}
