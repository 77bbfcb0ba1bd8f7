package dev.promotion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tables, from nothing to the version of this library and no further. */
class SchemaTest {

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");

  @AfterEach
  void close() {
    pool.dispose();
  }

  @Test
  void tablesAreMadeOnceAndKeptAfterThat() {
    Events.keepIn(JdbcReleaseStore.over(pool));

    JdbcReleaseStore again = JdbcReleaseStore.over(pool);

    assertThat(again.load(Events.release())).isEqualTo(Events.all());
  }

  @Test
  void manyWhoStartAtOnceMakeTheTablesTogether() throws Exception {
    int starters = 8;
    ExecutorService threads = Executors.newFixedThreadPool(starters);
    try {
      for (int round = 0; round < 10; round++) {
        JdbcConnectionPool fresh =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
        CyclicBarrier start = new CyclicBarrier(starters);
        List<Future<JdbcReleaseStore>> started = new ArrayList<>();
        for (int starter = 0; starter < starters; starter++) {
          started.add(
              threads.submit(
                  () -> {
                    start.await(30, TimeUnit.SECONDS);
                    return JdbcReleaseStore.over(fresh);
                  }));
        }
        for (Future<JdbcReleaseStore> each : started) {
          assertThat(each.get(60, TimeUnit.SECONDS).open()).isEmpty();
        }
        fresh.dispose();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void upgradeThatWasBrokenOffIsFinished() throws SQLException {
    JdbcReleaseStore.over(pool);
    run("DROP TABLE promotion_event");
    run("UPDATE promotion_schema SET version = 0");

    JdbcReleaseStore store = JdbcReleaseStore.over(pool);

    Events.keepIn(store);
    assertThat(store.load(Events.release())).hasSameSizeAs(Events.all());
  }

  @Test
  void tablesOfANewerVersionAreLeftAlone() throws SQLException {
    JdbcReleaseStore.over(pool);
    run("UPDATE promotion_schema SET version = 7");

    PortException refused =
        catchThrowableOfType(PortException.class, () -> JdbcReleaseStore.over(pool));

    assertThat(refused.fault()).isEqualTo(Fault.MISCONFIGURED);
    assertThat(refused.getMessage()).contains("version 7", "up to version 1", "newer version");
  }

  @Test
  void openReleasesAndThoseOfAProductAreFoundByIndex() throws SQLException {
    JdbcReleaseStore.over(pool);

    assertThat(plan("SELECT id FROM promotion_release WHERE closed = FALSE ORDER BY ordinal"))
        .contains("PROMOTION_RELEASE_OPEN: CLOSED = FALSE");
    assertThat(plan("SELECT id FROM promotion_release WHERE product = 'x' ORDER BY ordinal DESC"))
        .contains("PROMOTION_RELEASE_PRODUCT: PRODUCT = 'x'");
  }

  private String plan(String query) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("EXPLAIN " + query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
