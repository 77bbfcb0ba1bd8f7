package dev.promotion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.testkit.PromotionScenario;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store in a file across being closed and opened. */
class ReopenedStoreTest {

  @TempDir Path folder;

  private JdbcReleaseStore open() {
    return JdbcReleaseStore.inFile(folder.resolve("data/releases"));
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void releaseGoesOnAfterEveryStepInAStoreThatWasClosed(Durability durability) {
    PromotionScenario scenario = PromotionScenario.of(Events.FLOW).product(Events.PRODUCT);
    ReleaseId release;
    try (JdbcReleaseStore store = open()) {
      release = scenario.promoterBuilder().store(store).build().trigger(scenario.request()).id();
    }

    int visits = 0;
    Release seen;
    do {
      try (JdbcReleaseStore store =
          JdbcReleaseStore.inFile(folder.resolve("data/releases"), durability)) {
        SequentialPromoter promoter = scenario.promoterBuilder().store(store).build();
        assertThat(store.open()).containsExactly(release);
        seen = promoter.advance(release).release();
      }
      scenario.clock().advance(Duration.ofSeconds(5));
      visits++;
    } while (!seen.status().isEnd());

    assertThat(visits).isGreaterThan(3);
    assertThat(seen.status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    assertThat(scenario.text("production", "values.yaml"))
        .isEqualTo(scenario.text("dev", "values.yaml"));
    assertThat(scenario.repository().log("main")).hasSize(4);
    try (JdbcReleaseStore store = open()) {
      assertThat(store.open()).isEmpty();
      assertThat(store.load(release)).isEqualTo(seen.events());
    }
  }

  @Test
  void closedStoreSaysSo() {
    JdbcReleaseStore store = open();
    Events.keepIn(store);
    store.close();
    store.close();

    PortException closed =
        catchThrowableOfType(PortException.class, () -> store.load(Events.release()));

    assertThat(closed.fault()).isEqualTo(Fault.TRANSIENT);
    assertThatThrownBy(store::open).isInstanceOf(PortException.class);
  }

  @Test
  void twoStoresInOneProcessShareTheFile() {
    try (JdbcReleaseStore one = open();
        JdbcReleaseStore other = open()) {
      Events.keepIn(one);

      assertThat(other.load(Events.release())).isEqualTo(Events.all());
    }
  }

  @Test
  void fileThatAnotherProcessHasIsRefusedAtOnce() throws IOException {
    open().close();
    try (FileChannel other =
            FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = other.lock()) {
      assertThat(lock.isValid()).isTrue();

      PortException refused = catchThrowableOfType(PortException.class, this::open);

      assertThat(refused.fault()).isEqualTo(Fault.MISCONFIGURED);
      assertThat(refused.getMessage())
          .contains("in use by another process")
          .doesNotContain(folder.toString());
    }
    open().close();
  }

  @Test
  void fileThatWasAbandonedHalfMadeIsMadeAnew() throws IOException {
    Path drafted = folder.resolve("data/releases.new.mv.db");
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(drafted, "half");

    try (JdbcReleaseStore store = open()) {
      Events.keepIn(store);
    }

    assertThat(drafted).doesNotExist();
    assertThat(file()).exists();
  }

  @Test
  void fileThatIsBeingMadeByAnotherIsRefused() throws IOException {
    Path drafted = folder.resolve("data/releases.new.mv.db");
    Files.createDirectories(folder.resolve("data"));
    try (FileChannel other =
            FileChannel.open(drafted, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = other.lock()) {
      assertThat(lock.isValid()).isTrue();

      PortException refused = catchThrowableOfType(PortException.class, this::open);

      assertThat(refused.fault()).isEqualTo(Fault.MISCONFIGURED);
    }
  }

  @Test
  void damagedFileIsToldFromABusyOne() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.write(file(), new byte[20_000]);

    PortException damaged = catchThrowableOfType(PortException.class, this::open);

    assertThat(damaged.fault()).isEqualTo(Fault.MISCONFIGURED);
    assertThat(damaged.getMessage()).contains("damaged").doesNotContain(folder.toString());
  }

  @Test
  void folderThatCannotBeMadeIsTold() throws IOException {
    Files.writeString(folder.resolve("data"), "a file");

    assertThatThrownBy(this::open)
        .isInstanceOf(PortException.class)
        .hasMessageContaining("release store");
  }

  @Test
  void nameWithASemicolonIsRefused() {
    PortException refused =
        catchThrowableOfType(
            PortException.class, () -> JdbcReleaseStore.inFile(folder.resolve("a;INIT=b")));

    assertThat(refused.fault()).isEqualTo(Fault.MISCONFIGURED);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void interruptedThreadDoesNotCloseTheStoreForOthers() {
    try (JdbcReleaseStore store = open()) {
      store.append(Events.release(), 0, Events.all().subList(0, 1));

      Thread.currentThread().interrupt();
      store.append(Events.release(), 1, Events.all().subList(1, 2));
      boolean stillInterrupted = Thread.interrupted();

      store.append(Events.release(), 2, Events.all().subList(2, 3));
      assertThat(stillInterrupted).isTrue();
      assertThat(store.load(Events.release())).isEqualTo(Events.all().subList(0, 3));
    }
  }

  @Test
  void fileThatGrewIsMadeSmallWhenItIsOpened() throws IOException {
    List<RecordedEvent> kept = Events.manyIn(open());
    long grown = Files.size(file());

    try (JdbcReleaseStore store = open()) {
      assertThat(store.load(Events.release())).hasSizeGreaterThan(500).isEqualTo(kept);
    }

    assertThat(grown).isGreaterThan(8L * 1024 * 1024);
    assertThat(Files.size(file())).isLessThan(2L * 1024 * 1024);
  }

  @Test
  void onlyTheFileIsLeft() {
    try (JdbcReleaseStore store = open()) {
      Events.keepIn(store);
    }

    assertThat(folder.resolve("data").toFile().list()).containsExactly("releases.mv.db");
  }

  private Path file() {
    return folder.resolve("data/releases.mv.db");
  }
}
