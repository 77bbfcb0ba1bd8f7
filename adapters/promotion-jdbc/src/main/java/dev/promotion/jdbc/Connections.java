package dev.promotion.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where connections to the database come from. Thread-safe. */
interface Connections extends AutoCloseable {

  /** Takes a connection, for one transaction. */
  Connection take() throws SQLException;

  /**
   * Gives a connection back.
   *
   * @param sound whether nothing failed on it
   */
  void giveBack(Connection connection, boolean sound);

  /** Is told before a transaction commits. */
  default void beforeCommit() {}

  /** Makes what was committed safe, as far as that was asked for. */
  default void afterCommit(Connection connection, boolean committed) throws SQLException {}

  /** Makes what was read safe, as far as that was asked for. */
  default void afterRead(Connection connection) throws SQLException {}

  @Override
  void close();

  /** Returns the connections of a data source, which stays the business of who gave it. */
  static Connections of(DataSource source) {
    return new Connections() {
      @Override
      public Connection take() throws SQLException {
        return source.getConnection();
      }

      @Override
      public void giveBack(Connection connection, boolean sound) {
        Quietly.close(connection);
      }

      @Override
      public void close() {}
    };
  }
}
