package dev.promotion.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs transactions, one connection each. Thread-safe. */
final class Database implements AutoCloseable {

  /** What is done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private final Connections connections;

  Database(Connections connections) {
    this.connections = connections;
  }

  /**
   * Commits what is done, or nothing of it.
   *
   * @throws SQLException if that failed; where the commit itself failed, all of it may be there
   */
  <T> T commit(Work<T> work) throws SQLException {
    return run(
        connection -> {
          connection.setAutoCommit(false);
          T result = undoneIfItFails(connection, work);
          commit(connection);
          return result;
        });
  }

  private void commit(Connection connection) throws SQLException {
    boolean committed = false;
    connections.beforeCommit();
    try {
      connection.commit();
      connection.setAutoCommit(true);
      committed = true;
    } finally {
      connections.afterCommit(connection, committed);
    }
  }

  /** Reads with single statements. */
  <T> T read(Work<T> work) throws SQLException {
    return run(
        connection -> {
          connection.setAutoCommit(true);
          T result = work.with(connection);
          connections.afterRead(connection);
          return result;
        });
  }

  private <T> T run(Work<T> work) throws SQLException {
    Connection connection = connections.take();
    boolean sound = false;
    try {
      T result = work.with(connection);
      sound = true;
      return result;
    } finally {
      connections.giveBack(connection, sound);
    }
  }

  private static <T> T undoneIfItFails(Connection connection, Work<T> work) throws SQLException {
    boolean done = false;
    try {
      T result = work.with(connection);
      done = true;
      return result;
    } finally {
      if (!done) {
        Quietly.rollBack(connection);
      }
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
