package dev.promotion.jdbc;

import dev.promotion.port.ReleaseStore;
import dev.promotion.testkit.ReleaseStoreContract;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

/** A store over a data source does what every store must do; so does a second one on the same. */
class SharedDatabaseTest extends ReleaseStoreContract {

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");

  @Override
  protected ReleaseStore newStore() {
    return JdbcReleaseStore.over(pool);
  }

  @Override
  protected ReleaseStore reopened(ReleaseStore store) {
    return JdbcReleaseStore.over(pool);
  }

  @AfterEach
  void close() {
    pool.dispose();
  }
}
