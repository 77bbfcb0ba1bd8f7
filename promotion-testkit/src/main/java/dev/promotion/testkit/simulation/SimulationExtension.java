package dev.promotion.testkit.simulation;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test its simulation, with the runs that failed once, and keeps those that fail now;
 * {@link SimulationTest} brings it along. Thread-safe.
 */
public final class SimulationExtension implements ParameterResolver, AfterEachCallback {

  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Namespace OWN = Namespace.create(SimulationExtension.class);

  /** Creates the extension. */
  public SimulationExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == PromotionSimulation.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    long seeds = test.getRequiredTestMethod().getAnnotation(SimulationTest.class).seeds();
    KeptRuns kept = new KeptRuns(RESOURCES, name(test));
    PromotionSimulation simulation = PromotionSimulation.create().seeds(seeds).keeping(kept);
    test.getStore(OWN).put(PromotionSimulation.class, simulation);
    return simulation;
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Optional.ofNullable(
            test.getStore(OWN).get(PromotionSimulation.class, PromotionSimulation.class))
        .filter(each -> !each.wasRun() && test.getExecutionException().isEmpty())
        .ifPresent(
            each -> {
              throw new AssertionError("the simulation was never run; end the test with check()");
            });
  }

  private static String name(ExtensionContext test) {
    return test.getRequiredTestClass().getSimpleName()
        + "."
        + test.getRequiredTestMethod().getName();
  }
}
