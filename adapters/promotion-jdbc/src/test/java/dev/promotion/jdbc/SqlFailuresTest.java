package dev.promotion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.ProblemCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure of the database means for a release, and what is told of it. */
class SqlFailuresTest {

  @ParameterizedTest
  @CsvSource({
    "08006, 0, TRANSIENT, STORE_FAILED",
    "08001, 0, TRANSIENT, STORE_FAILED",
    "57P01, 0, TRANSIENT, STORE_FAILED",
    "40001, 0, TRANSIENT, STORE_FAILED",
    "53300, 0, TRANSIENT, STORE_FAILED",
    "HYT00, 50200, TRANSIENT, STORE_FAILED",
    "90098, 90098, TRANSIENT, STORE_FAILED",
    "28000, 28000, AUTH, STORE_FAILED",
    "28P01, 0, AUTH, STORE_FAILED",
    "42501, 0, MISCONFIGURED, STORE_FAILED",
    "42P01, 0, MISCONFIGURED, STORE_FAILED",
    "3D000, 0, MISCONFIGURED, STORE_FAILED",
    "3F000, 0, MISCONFIGURED, STORE_FAILED",
    "0A000, 0, MISCONFIGURED, STORE_FAILED",
    "25006, 0, MISCONFIGURED, STORE_FAILED",
    "90020, 90020, MISCONFIGURED, STORE_FAILED",
    "90030, 90030, MISCONFIGURED, STORE_FAILED",
    "90048, 90048, MISCONFIGURED, STORE_FAILED",
    "90097, 90097, MISCONFIGURED, STORE_FAILED",
    "22001, 0, LIMIT, LIMIT",
    "54000, 0, LIMIT, LIMIT",
    "53100, 0, LIMIT, LIMIT"
  })
  void stateOfTheDatabaseTellsWhatItMeans(String state, int number, Fault fault, ProblemCode code) {
    PortException told = SqlFailures.explained(new SQLException("reason", state, number));

    assertThat(told.fault()).isEqualTo(fault);
    assertThat(told.code()).isEqualTo(code);
    assertThat(told.problem().place()).isEqualTo("release store");
    assertThat(told.problem().message()).doesNotContain("\n", "reason").contains(";");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "File too large",
        "There is not enough space on the disk",
        "Disk quota exceeded"
      })
  void fullDiskIsALimitHoweverDeepItIsTold(String words) {
    SQLException failed =
        new SQLException(
            "IO", "90028", 90028, new IllegalStateException("x", new IOException(words)));

    assertThat(SqlFailures.explained(failed).fault()).isEqualTo(Fault.LIMIT);
  }

  @Test
  void failureThatSaysNothingMayPass() {
    assertThat(SqlFailures.explained(new SQLException()).fault()).isEqualTo(Fault.TRANSIENT);
    assertThat(SqlFailures.explained(new SQLTimeoutException("late", "57014")).getMessage())
        .contains("in time");
  }

  @Test
  void missingDriverIsNoOutage() {
    PortException told =
        SqlFailures.explained(new SQLException("No suitable driver found for jdbc:x", "08001"));

    assertThat(told.fault()).isEqualTo(Fault.MISCONFIGURED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "URL format error in jdbc:h2:x;USER=sa;PASSWORD=s3cret;MODE=y",
        "cannot reach jdbc:postgresql://db/x?user=a&password=s3cret&ssl=true",
        "cannot reach postgresql://a:s3cret@db/x",
        "sslPassword = s3cret refused",
        "ACCESS_TOKEN=s3cret"
      })
  void secretsInTheWordsOfADriverAreMaskedInEveryCause(String words) {
    SQLException failed =
        new SQLException(words, "08006", new IOException(words, new IllegalStateException(words)));
    StringWriter log = new StringWriter();

    SqlFailures.explained(failed).printStackTrace(new PrintWriter(log));

    assertThat(log.toString()).contains("***").doesNotContain("s3cret");
  }

  @Test
  void wrongPasswordIsAFaultOfTheCredentials() throws SQLException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID();
    JdbcDataSource right = new JdbcDataSource();
    right.setUrl(url);
    right.setUser("a");
    right.setPassword("right");
    JdbcDataSource wrong = new JdbcDataSource();
    wrong.setUrl(url);
    wrong.setUser("a");
    wrong.setPassword("wrong");

    try (Connection keptOpen = right.getConnection()) {
      PortException told =
          catchThrowableOfType(PortException.class, () -> JdbcReleaseStore.over(wrong));

      assertThat(keptOpen.isValid(1)).isTrue();
      assertThat(told.fault()).isEqualTo(Fault.AUTH);
    }
  }

  @Test
  void databaseThatCannotBeReachedMayComeBack() throws IOException {
    JdbcDataSource source = new JdbcDataSource();
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      source.setUrl("jdbc:h2:tcp://localhost:" + nobody.getLocalPort() + "/x");
    }

    PortException gone =
        catchThrowableOfType(PortException.class, () -> JdbcReleaseStore.over(source));

    assertThat(gone.fault()).isEqualTo(Fault.TRANSIENT);
  }

  @Test
  void versionsOfH2ThatLoseCommitsAreRefused() {
    assertThat(H2Version.trust("2.4.240 (2025-09-22)")).isEqualTo(H2Version.Trust.PROVED);
    assertThat(H2Version.trust("2.5.252 (2026-10-01)")).isEqualTo(H2Version.Trust.LOSES);
    assertThat(H2Version.trust("2.5.300")).isEqualTo(H2Version.Trust.UNKNOWN);
    assertThat(H2Version.trust("2.3.232")).isEqualTo(H2Version.Trust.UNKNOWN);
    assertThat(H2Version.trust("next")).isEqualTo(H2Version.Trust.UNKNOWN);
    PortException refusal = SqlFailures.losing("2.5.252", H2Version.PROVED);
    assertThat(refusal.fault()).isEqualTo(Fault.MISCONFIGURED);
    assertThat(refusal.getMessage()).contains("2.5.252", "use 2.4.240");
  }
}
