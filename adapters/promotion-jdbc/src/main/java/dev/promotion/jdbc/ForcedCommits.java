package dev.promotion.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Forces to the disk what is committed, before anybody acts on it: who commits, and who has read
 * what another may have committed but not forced yet. Thread-safe.
 */
final class ForcedCommits {

  private final AtomicLong underWay = new AtomicLong();

  /** What failed before it was forced; an earlier process may have died there too. */
  private final AtomicLong doubts = new AtomicLong(1);

  private final AtomicLong settled = new AtomicLong();

  void beforeCommit() {
    underWay.incrementAndGet();
  }

  /** Forces a commit, or, if that failed, leaves it to who reads next. */
  void afterCommit(Connection connection, boolean committed) throws SQLException {
    boolean forced = false;
    try {
      if (committed) {
        force(connection);
        forced = true;
      }
    } finally {
      if (!forced) {
        doubts.incrementAndGet();
      }
      underWay.decrementAndGet();
    }
  }

  void afterRead(Connection connection) throws SQLException {
    long known = doubts.get();
    if (underWay.get() > 0 || known > settled.get()) {
      force(connection);
      settled.accumulateAndGet(known, Math::max);
    }
  }

  private static void force(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
  }
}
