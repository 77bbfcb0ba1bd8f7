package dev.promotion.testkit;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link dev.promotion.port.Health} must do, as tests. Extend it in the tests of an
 * adapter:
 *
 * <pre>{@code
 * class ArgoHealthTest extends HealthContract {
 *   @Override
 *   protected HealthFixture newCluster() {
 *     return new FakeArgo();
 *   }
 * }
 * }</pre>
 */
public abstract class HealthContract implements HealthCases {

  private @Nullable HealthFixture fixture;

  /** Creates the tests. */
  protected HealthContract() {}

  /**
   * Creates a cluster. Called before each test.
   *
   * @return the cluster; the test closes it
   */
  protected abstract HealthFixture newCluster();

  /**
   * Returns the cluster of the present test.
   *
   * @return what {@link #newCluster()} gave
   */
  @Override
  public final HealthFixture fixture() {
    return requireNonNull(fixture, "a test has not begun");
  }

  @BeforeEach
  final void openFixture() {
    fixture = newCluster();
  }

  @AfterEach
  final void closeFixture() throws Exception {
    fixture().close();
    fixture = null;
  }
}
