package dev.promotion.testkit;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link dev.promotion.port.Repository} must do, as tests. Extend it in the tests of an
 * adapter:
 *
 * <pre>{@code
 * class GitRepositoryTest extends RepositoryContract {
 *   @TempDir Path folder;
 *
 *   @Override
 *   protected RepositoryFixture newRepository() {
 *     return new BareRepository(folder);
 *   }
 * }
 * }</pre>
 *
 * <p>The cases see the repository from two sides: through the adapter, and as somebody else who
 * changes it behind the adapter's back.
 */
public abstract class RepositoryContract
    implements HeadCases,
        FileCases,
        ContentCases,
        CommitCases,
        LastChangeCases,
        PrepareCases,
        DeletionCases,
        GoldenIdCases,
        WriteCases,
        RaceCases {

  private @Nullable RepositoryFixture fixture;

  /** Creates the tests. */
  protected RepositoryContract() {}

  /**
   * Creates an empty repository without any branch, whose {@code HEAD} stands for {@code main}.
   * Called before each test.
   *
   * @return the repository; the test closes it
   */
  protected abstract RepositoryFixture newRepository();

  /**
   * Returns the repository of the present test.
   *
   * @return what {@link #newRepository()} gave
   */
  @Override
  public final RepositoryFixture fixture() {
    return requireNonNull(fixture, "a test has not begun");
  }

  @BeforeEach
  final void openFixture() {
    fixture = newRepository();
  }

  @AfterEach
  final void closeFixture() {
    fixture().close();
    fixture = null;
  }
}
