package dev.promotion.testkit;

import static java.util.Objects.requireNonNull;

import dev.promotion.port.ReleaseStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link ReleaseStore} must do, as tests. Extend it in the tests of a store:
 *
 * <pre>{@code
 * class JdbcReleaseStoreTest extends ReleaseStoreContract {
 *   @TempDir Path folder;
 *
 *   @Override
 *   protected ReleaseStore newStore() {
 *     return JdbcReleaseStore.inFile(folder.resolve("releases"));
 *   }
 *
 *   @Override
 *   protected ReleaseStore reopened(ReleaseStore store) {
 *     return JdbcReleaseStore.inFile(folder.resolve("releases"));
 *   }
 * }
 * }</pre>
 */
public abstract class ReleaseStoreContract
    implements AppendCases, ListingCases, KeptValueCases, LifeCases, AppendRaceCases, DoubtCases {

  private @Nullable ReleaseStore store;

  /** Creates the tests. */
  protected ReleaseStoreContract() {}

  /**
   * Creates an empty store. Called before each test.
   *
   * @return a store that holds no release
   */
  protected abstract ReleaseStore newStore();

  /**
   * Opens a second store on what the first one keeps, as another process would have it.
   *
   * @param store the first store, which stays in use
   * @return another store; by default the first one, for a store that is not durable
   */
  protected ReleaseStore reopened(ReleaseStore store) {
    return store;
  }

  /**
   * Returns the store of the present test.
   *
   * @return what {@link #newStore()} gave
   */
  @Override
  public final ReleaseStore store() {
    return requireNonNull(store, "a test has not begun");
  }

  /**
   * Returns another store on what the first one keeps.
   *
   * @return what {@link #reopened} gave
   */
  @Override
  public final ReleaseStore another() {
    return reopened(store());
  }

  @BeforeEach
  final void openStore() {
    store = newStore();
  }
}
