package dev.promotion.promoter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.HealthStatus;
import dev.promotion.port.SyncStatus;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.EventCodec;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.view.ReleaseView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library says is one line for each thing it says, whatever it was told by others. */
class LoggedLinesTest {

  private static final Logger LOGGER = Logger.getLogger("dev.promotion");

  private final PromoterFixture fixture = new PromoterFixture();
  private final List<LogRecord> records = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord logged) {
          records.add(logged);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOGGER.setLevel(Level.ALL);
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
    LOGGER.setLevel(Level.OFF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\nSEVERE: forged",
        "\r\nSEVERE: forged",
        "\u0085forged",
        "\u2028forged",
        "\u001B[2Jforged",
        "\u202Edegrof",
        "\u0000forged"
      })
  void whatOthersWriteCannotForgeALine(String words) {
    Release release = fixture.inQa();
    fixture.repository.failing("head", new IllegalStateException(words));

    Release next = fixture.visit(release).run(Duration.ofSeconds(1)).release();

    assertThat(records)
        .singleElement()
        .satisfies(
            logged -> {
              assertOneLine(logged.getMessage());
              assertThat(logged.getMessage()).doesNotContain("forged", "degrof");
              assertThat(logged.getThrown()).hasMessage(words);
            });
    assertTold(next);
  }

  @Test
  void theWordsOfAClusterAreToldInOneLine() {
    Release release = fixture.started(PromoterFixture.ID);
    fixture.statuses.put(
        new ApplicationName("shop-dev"),
        Optional.of(
            new ApplicationStatus(
                SyncStatus.SYNCED,
                Optional.of(fixture.repository.head()),
                HealthStatus.PROGRESSING,
                "waiting\n\u2028SEVERE: forged\u202E\u001B[0m",
                Optional.empty(),
                fixture.clock.now())));

    Release next = fixture.visit(release).run(Duration.ofSeconds(1)).release();

    assertThat(ReleaseView.text(next)).contains("\\n\\u2028SEVERE: forged\\u202E\\u001B[0m");
    assertTold(next);
  }

  @Test
  void aListenerThatFailsIsLoggedByTheReleaseAlone() {
    Journal journal =
        new Journal(
            fixture.store,
            fixture.clock,
            told -> {
              throw new IllegalStateException("\nforged");
            });

    journal.start(
        new ReleaseStarted(
            PromoterFixture.ID, fixture.preflight().plan(PromoterFixture.trigger())));

    assertThat(records)
        .extracting(LogRecord::getMessage)
        .allSatisfy(LoggedLinesTest::assertOneLine);
    assertThat(records).hasSize(1);
  }

  /** Each event is one line of the record, and each line of the view begins as ours do. */
  private static void assertTold(Release release) {
    release.events().forEach(event -> assertOneLine(EventCodec.write(event).text()));
    assertThat(ReleaseView.text(release).lines())
        .allSatisfy(LoggedLinesTest::assertOneLine)
        .noneMatch(line -> line.startsWith("SEVERE"));
  }

  private static void assertOneLine(String text) {
    assertThat(text.codePoints())
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> Character.getType(point) == Character.LINE_SEPARATOR)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT);
  }
}
