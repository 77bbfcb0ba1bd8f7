package dev.promotion.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Ends what is over anyway, so that a failure of it tells nothing new. */
final class Quietly {

  private static final System.Logger LOG = System.getLogger(Quietly.class.getName());

  private Quietly() {}

  static void close(Connection connection) {
    run("closed", connection::close);
  }

  static void rollBack(Connection connection) {
    run("rolled back", connection::rollback);
  }

  private interface Step {
    void run() throws SQLException;
  }

  private static void run(String what, Step step) {
    try {
      step.run();
    } catch (SQLException broken) {
      LOG.log(System.Logger.Level.DEBUG, "a broken connection could not be " + what, broken);
    }
  }
}
