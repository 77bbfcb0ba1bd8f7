package dev.promotion.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes the file of a store small again before it is used: as long as it is open nothing in it is
 * written over, so it grows with every append.
 */
final class Compaction {

  private static final long SMALL = 8L * 1024 * 1024;
  private static final int WELL_FILLED_PERCENT = 40;

  private Compaction() {}

  static void run(Path finished, EmbeddedDatabase database) throws SQLException, IOException {
    if (Files.size(finished) <= SMALL) {
      return;
    }
    Connection connection = database.take();
    try (Statement statement = connection.createStatement()) {
      if (filledPercent(statement) < WELL_FILLED_PERCENT) {
        statement.execute("SHUTDOWN COMPACT");
      }
    } finally {
      database.giveBack(connection, false);
    }
  }

  private static int filledPercent(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                + " WHERE SETTING_NAME = 'info.CHUNKS_FILL_RATE'")) {
      return row.next() ? row.getInt(1) : 100;
    }
  }
}
