package dev.promotion.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * An H2 database in a file of this process. Connections that nobody uses are kept, which keeps the
 * database open. After a failure they are dropped, so that the database closes, and who comes next
 * opens what is on the disk.
 */
final class EmbeddedDatabase implements Connections {

  /** What H2 adds to the name of a file. */
  static final String ENDING = ".mv.db";

  private final String url;
  private final Optional<ForcedCommits> forced;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /**
   * Describes a database, which is opened when it is used.
   *
   * @param scheme the file system of H2 that the file is reached by
   * @param file the file without its ending
   */
  EmbeddedDatabase(String scheme, Path file, Durability durability) {
    // WRITE_DELAY: else what was committed last is lost with the process.
    // REUSE_SPACE: H2 does not always find it again where it wrote over free space.
    // OPTIMIZE_REUSE_RESULTS: it may answer with what an earlier query found.
    // DB_CLOSE_ON_EXIT: what runs while the process ends may use the store until the end.
    // TRACE_LEVEL_FILE: the trace would show what is in the events.
    this.url =
        "jdbc:h2:"
            + scheme
            + file
            + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE"
            + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0";
    this.forced =
        durability == Durability.MACHINE ? Optional.of(new ForcedCommits()) : Optional.empty();
  }

  @Override
  public Connection take() throws SQLException {
    if (closed) {
      throw new SQLException("the store was closed", "08003");
    }
    Connection known = idle.pollFirst();
    return known == null ? DriverManager.getConnection(url, "promotion", "") : known;
  }

  @Override
  public void giveBack(Connection connection, boolean sound) {
    if (sound) {
      idle.addFirst(connection);
    } else {
      Quietly.close(connection);
    }
    if (!sound || closed) {
      dropIdle();
    }
  }

  @Override
  public void beforeCommit() {
    forced.ifPresent(ForcedCommits::beforeCommit);
  }

  @Override
  public void afterCommit(Connection connection, boolean committed) throws SQLException {
    if (forced.isPresent()) {
      forced.get().afterCommit(connection, committed);
    }
  }

  @Override
  public void afterRead(Connection connection) throws SQLException {
    if (forced.isPresent()) {
      forced.get().afterRead(connection);
    }
  }

  @Override
  public void close() {
    closed = true;
    dropIdle();
  }

  private void dropIdle() {
    for (Connection each = idle.poll(); each != null; each = idle.poll()) {
      Quietly.close(each);
    }
  }
}
