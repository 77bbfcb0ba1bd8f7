package dev.promotion.git;

import dev.promotion.testkit.RepositoryContract;
import dev.promotion.testkit.RepositoryFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A local repository keeps the contract. */
class LocalRepositoryTest extends RepositoryContract {

  @TempDir Path folder;

  @Override
  protected RepositoryFixture newRepository() {
    return new BareRepository(folder);
  }
}
