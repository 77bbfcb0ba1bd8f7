package dev.promotion.jdbc;

import dev.promotion.port.ReleaseStore;
import dev.promotion.testkit.ReleaseStoreContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a file does what every store must do. */
class FileReleaseStoreTest extends ReleaseStoreContract {

  @TempDir Path folder;
  private final List<JdbcReleaseStore> opened = new ArrayList<>();

  @Override
  protected ReleaseStore newStore() {
    return open();
  }

  @Override
  protected ReleaseStore reopened(ReleaseStore store) {
    return open();
  }

  private synchronized JdbcReleaseStore open() {
    JdbcReleaseStore store = JdbcReleaseStore.inFile(folder.resolve("releases"));
    opened.add(store);
    return store;
  }

  @AfterEach
  void close() {
    opened.forEach(JdbcReleaseStore::close);
  }
}
