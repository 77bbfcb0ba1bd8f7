package dev.promotion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.problem.ProblemCode;
import dev.promotion.problem.PromotionException;
import dev.promotion.release.EventCodec;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is changed in the tables is found when the release is read. */
class TamperedTablesTest {

  private static final List<RecordedEvent> EVENTS = Events.all();

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
  private final JdbcReleaseStore store = JdbcReleaseStore.over(pool);

  @BeforeEach
  void keep() {
    Events.keepIn(store);
  }

  @AfterEach
  void close() {
    pool.dispose();
  }

  @Test
  void everyByteThatIsFlippedAndEveryTextThatIsCutIsFound() throws SQLException {
    int bytes = 0;
    for (RecordedEvent event : EVENTS) {
      StoredEvent kept = EventCodec.write(event);
      byte[] text = kept.text().getBytes(StandardCharsets.ISO_8859_1);
      for (int at = 0; at < text.length; at++) {
        byte[] flipped = text.clone();
        flipped[at] ^= (byte) (1 << at % 7);
        expectAltered(event, new String(flipped, StandardCharsets.ISO_8859_1));
        expectAltered(event, kept.text().substring(0, at));
        bytes++;
      }
      put(event, kept.text());
    }

    assertThat(store.load(Events.release())).isEqualTo(EVENTS);
    assertThat(bytes).as("bytes of the record").isGreaterThan(5_000);
    System.out.println("every byte of " + bytes + " flipped and cut off, in the tables");
  }

  private void expectAltered(RecordedEvent event, String text) throws SQLException {
    put(event, text);
    PromotionException found = altered();
    assertThat(found.code()).as(text).isEqualTo(ProblemCode.RECORD_ALTERED);
    assertThat(found.getMessage()).contains("record " + event.sequence());
  }

  private PromotionException altered() {
    PromotionException found =
        catchThrowableOfType(PromotionException.class, () -> store.load(Events.release()));
    assertThat(found).isNotNull();
    return found;
  }

  private void put(RecordedEvent event, String text) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE promotion_event SET text = ? WHERE sequence = ?")) {
      update.setString(1, text);
      update.setLong(2, event.sequence());
      update.executeUpdate();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM promotion_event WHERE sequence = 1",
        "DELETE FROM promotion_event WHERE sequence = 4",
        "DELETE FROM promotion_event WHERE sequence > 5",
        "DELETE FROM promotion_event",
        "UPDATE promotion_event SET sequence = 100 - sequence",
        "UPDATE promotion_event SET sequence = 100 WHERE sequence = 3",
        "UPDATE promotion_event SET seal = REPEAT('0', 64) WHERE sequence = 2",
        "UPDATE promotion_event SET seal = 'none' WHERE sequence = 2",
        "UPDATE promotion_event SET seal = '' WHERE sequence = 2",
        "UPDATE promotion_release SET version = 3",
        "UPDATE promotion_release SET version = version + 1",
        "UPDATE promotion_release SET closed = FALSE",
        "UPDATE promotion_release SET product = 'another'"
      })
  void rowsThatAreDeletedMovedOrChangedAreFound(String change) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(change)).isPositive();
    }

    assertThat(altered().code()).isEqualTo(ProblemCode.RECORD_ALTERED);
  }
}
