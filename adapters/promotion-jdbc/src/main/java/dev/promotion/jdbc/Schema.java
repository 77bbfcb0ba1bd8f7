package dev.promotion.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Brings the tables to the version that this library works with, by numbered scripts.
 *
 * <p>Several processes may do so at once: they take turns by the one row of a table. A database
 * that ends the transaction at every change of a table, as H2 does, loses that turn; therefore
 * every statement of a script can be run again.
 */
final class Schema {

  /** The number of the newest script. */
  static final int VERSION = 1;

  private static final int ATTEMPTS = 10;
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");

  private Schema() {}

  /**
   * Runs the scripts that are missing.
   *
   * @return the version of the tables, which is greater than {@link #VERSION} if a later version of
   *     this library made them; then nothing was done
   */
  static int upgrade(Database database) throws SQLException {
    Optional<Integer> found = found(database);
    if (found.isPresent() && found.get() >= VERSION) {
      return found.get();
    }
    prepare(database);
    for (int attempt = 1; ; attempt++) {
      try {
        return database.commit(Schema::runMissing);
      } catch (SQLException failed) {
        // Where two change tables at once H2 may refuse one of them.
        if (attempt == ATTEMPTS) {
          throw failed;
        }
      }
    }
  }

  private static Optional<Integer> found(Database database) {
    try {
      return database.read(Schema::version);
    } catch (SQLException missing) {
      // Databases differ in how they tell it; what follows fails too if it was something else.
      return Optional.empty();
    }
  }

  private static Optional<Integer> version(Connection connection) throws SQLException {
    return number(connection, "SELECT version FROM promotion_schema");
  }

  /** Makes the row that processes take turns by; of two that make it one fails, harmlessly. */
  private static void prepare(Database database) throws SQLException {
    try {
      database.commit(
          connection -> {
            run(
                connection,
                "CREATE TABLE IF NOT EXISTS promotion_schema"
                    + " (id INTEGER NOT NULL PRIMARY KEY, version INTEGER NOT NULL)");
            return run(
                connection,
                "INSERT INTO promotion_schema (id, version)"
                    + " SELECT 1, 0 WHERE NOT EXISTS (SELECT 1 FROM promotion_schema)");
          });
    } catch (SQLException failed) {
      if (found(database).isEmpty()) {
        throw failed;
      }
    }
  }

  private static int runMissing(Connection connection) throws SQLException {
    int version =
        number(connection, "SELECT version FROM promotion_schema WHERE id = 1 FOR UPDATE")
            .orElseThrow(() -> new SQLException("promotion_schema has no row", "42000"));
    for (int next = version + 1; next <= VERSION; next++) {
      for (String statement : statements(next)) {
        run(connection, statement);
      }
    }
    run(
        connection,
        "UPDATE promotion_schema SET version = " + VERSION + " WHERE version < " + VERSION);
    return Math.max(version, VERSION);
  }

  private static int run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private static Optional<Integer> number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
    }
  }

  private static List<String> statements(int script) {
    try (InputStream in = Schema.class.getResourceAsStream("schema-" + script + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("schema script " + script + " is missing in the jar");
      }
      String text = COMMENT.matcher(new String(in.readAllBytes(), UTF_8)).replaceAll("");
      return Stream.of(text.split(";")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
