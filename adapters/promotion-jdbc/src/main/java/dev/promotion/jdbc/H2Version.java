package dev.promotion.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of H2 that is at hand. After a process was killed, 2.5.252 often comes back without
 * the last commits, although they had been acknowledged.
 */
final class H2Version {

  /** The version that the tests of this module kill. */
  static final String PROVED = "2.4.240";

  private static final int NEWEST_PROVED = 240;
  private static final int NEWEST_THAT_LOSES = 252;
  private static final Pattern FORM = Pattern.compile("\\d+\\.\\d+\\.(\\d{1,9}).*");
  private static final System.Logger LOG = System.getLogger(H2Version.class.getName());

  /** What is known of a version. */
  enum Trust {
    PROVED,
    UNKNOWN,
    LOSES
  }

  private H2Version() {}

  /** Refuses a version that is known to lose what it has acknowledged. */
  static void check() throws SQLException {
    String version;
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      version = connection.getMetaData().getDatabaseProductVersion();
    }
    switch (trust(version)) {
      case LOSES -> throw SqlFailures.losing(version, PROVED);
      case UNKNOWN ->
          LOG.log(
              System.Logger.Level.WARNING,
              "H2 {0} was not tested with this store; {1} was",
              version,
              PROVED);
      case PROVED -> {}
    }
  }

  /** Forbids H2 to answer a query with what an earlier one found, which may be out of date. */
  static boolean readAfresh(Connection connection) throws SQLException {
    boolean isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
    if (isH2) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET OPTIMIZE_REUSE_RESULTS 0");
      } catch (SQLException noRight) {
        LOG.log(
            System.Logger.Level.WARNING,
            "this user may not switch off OPTIMIZE_REUSE_RESULTS, so H2 may answer with old"
                + " results",
            noRight);
      }
    }
    return isH2;
  }

  static Trust trust(String version) {
    Matcher form = FORM.matcher(version);
    if (!form.matches()) {
      return Trust.UNKNOWN;
    }
    int build = Integer.parseInt(form.group(1));
    if (build > NEWEST_PROVED && build <= NEWEST_THAT_LOSES) {
      return Trust.LOSES;
    }
    return build == NEWEST_PROVED ? Trust.PROVED : Trust.UNKNOWN;
  }
}
