package dev.promotion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.jdbc.disk.DiskFault;
import dev.promotion.jdbc.disk.DiskFault.Damage;
import dev.promotion.jdbc.disk.DiskFault.Operation;
import dev.promotion.jdbc.disk.FaultyDisk;
import dev.promotion.jdbc.disk.FaultyFilePath;
import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.release.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the disk does to a store in a file, nothing acknowledged is lost and nothing is half.
 */
class StorageFaultsTest {

  private static final boolean RELEASE = "release".equals(System.getProperty("promotion.proof"));

  /** How many operations lie between two that fail, where each of them would take too long. */
  private static final int STEP = RELEASE ? 1 : 3;

  private static final int LUCKS = RELEASE ? 20 : 2;
  private static final int BLOCK = 4096;

  @TempDir Path folder;
  private Path template;
  private int run;

  @BeforeEach
  void makeTemplate() {
    Path file = folder.resolve("template");
    JdbcReleaseStore.inFile(file).close();
    template = folder.resolve("template.mv.db");
  }

  /** Returns a disk with an empty store on it. */
  private FaultyDisk disk() throws IOException {
    run++;
    Path place = Files.createDirectory(folder.resolve("run-" + run));
    Files.copy(template, place.resolve("releases.mv.db"));
    return new FaultyDisk(place.resolve("releases"));
  }

  @ParameterizedTest
  @CsvSource({
    "WRITE, FAILS, false, 1",
    "WRITE, FAILS, true, 3",
    "WRITE, TEARS, false, 1",
    "WRITE, TEARS, true, 3",
    "WRITE, FULL, true, 3",
    "READ, FAILS, false, 3",
    "READ, FAILS, true, 3",
    "FORCE, FAILS, false, 3",
    "FORCE, FAILS, true, 3"
  })
  void operationsFailInTurn(Operation operation, Damage damage, boolean lasting, int step)
      throws IOException {
    int reached = 0;
    int hits = 1;
    for (int number = 1; hits > 0; number += RELEASE ? 1 : step) {
      FaultyDisk disk = disk().breakAt(new DiskFault(operation, damage, number, lasting));
      DiskRun broken = new DiskRun(disk, Durability.MACHINE).promote().close();
      hits = disk.hits();
      reached += hits > 0 ? 1 : 0;
      if (!lasting) {
        assertThat(broken.hasEnded()).as("goes on by itself: %s", broken.failures()).isTrue();
      }
      if (damage == Damage.FULL && hits > 0 && !broken.hasEnded()) {
        assertThat(broken.failures()).extracting(PortException::fault).contains(Fault.LIMIT);
      }
      broken.finish();
    }

    System.out.printf(
        "%s %s%s: at %d points%n", operation, damage, lasting ? " from then on" : "", reached);
    assertThat(reached).isPositive();
  }

  @ParameterizedTest
  @EnumSource(
      value = Damage.class,
      names = {"FAILS", "TEARS"})
  void fileThatCouldNotBeMadeIsMadeOnceTheDiskIsWell(Damage damage) throws IOException {
    int hits = 1;
    int reached = 0;
    for (int number = 1; hits > 0; number++) {
      FaultyDisk disk =
          new FaultyDisk(folder.resolve("new-" + damage + number).resolve("releases"))
              .breakAt(new DiskFault(Operation.WRITE, damage, number, false));
      try {
        open(disk).close();
      } catch (PortException typed) {
        assertThat(typed.problem().place()).isEqualTo("release store");
      }
      hits = disk.hits();
      reached += hits;
      disk.heal();
      try (JdbcReleaseStore store = open(disk)) {
        Events.keepIn(store);
      }
    }

    assertThat(reached).isGreaterThan(10);
  }

  private static JdbcReleaseStore open(FaultyDisk disk) {
    return JdbcReleaseStore.inFile(FaultyFilePath.SCHEME + ":", disk.file(), Durability.MACHINE);
  }

  @ParameterizedTest
  @CsvSource({
    "WRITE, FAILS, 1",
    "WRITE, TEARS, 1",
    "WRITE, FULL, 1",
    "READ, FAILS, 20",
    "FORCE, FAILS, 1"
  })
  void fileThatCouldNotBeMadeSmallLosesNothing(Operation operation, Damage damage, int step)
      throws IOException {
    List<RecordedEvent> kept = Events.manyIn(template());
    int reached = 0;
    int hits = 1;
    for (int number = 1; hits > 0; number += RELEASE ? 1 : step) {
      FaultyDisk disk = disk().breakAt(new DiskFault(operation, damage, number, true));
      try {
        open(disk).close();
      } catch (PortException typed) {
        assertThat(typed.problem().place()).isEqualTo("release store");
      }
      hits = disk.hits();
      reached += hits > 0 ? 1 : 0;
      disk.heal();
      try (JdbcReleaseStore store = DiskRun.openOnceCollected(() -> open(disk))) {
        assertThat(store.load(Events.release())).isEqualTo(kept);
      }
    }

    System.out.printf("%s %s while it is made small: at %d points%n", operation, damage, reached);
    assertThat(reached).isPositive();
  }

  /** Opens the template itself, on a disk that is well. */
  private JdbcReleaseStore template() {
    return JdbcReleaseStore.inFile(folder.resolve("template"));
  }

  @Test
  void fileThatMayNotGrowBlocksTheReleaseUntilItMay() throws IOException {
    long size = Files.size(template);
    int hits = 1;
    int reached = 0;
    for (int blocks = 0; hits > 0; blocks += 2 * STEP) {
      FaultyDisk disk = disk().limit(size + (long) blocks * BLOCK + blocks * 100L);
      DiskRun broken = new DiskRun(disk, Durability.MACHINE).promote().close();
      hits = disk.hits();
      reached += hits > 0 ? 1 : 0;
      if (hits > 0 && !broken.hasEnded()) {
        assertThat(broken.failures()).extracting(PortException::fault).contains(Fault.LIMIT);
      }
      broken.finish();
    }

    System.out.println("file size limited at " + reached + " sizes");
    assertThat(reached).isGreaterThan(3);
  }

  @Test
  void lossOfPowerLosesNothingThatWasForced() throws IOException {
    long seed = Long.getLong("promotion.seed", System.nanoTime());
    System.out.println("losses of power: -Dpromotion.seed=" + seed);
    Random random = new Random(seed);
    int reached = 0;
    for (Operation operation : new Operation[] {Operation.WRITE, Operation.FORCE}) {
      int hits = 1;
      for (int number = 1; hits > 0; number += STEP) {
        for (int luck = 0; luck < LUCKS && hits > 0; luck++) {
          FaultyDisk disk =
              disk().breakAt(new DiskFault(operation, Damage.POWER_LOST, number, true));
          DiskRun broken = new DiskRun(disk, Durability.MACHINE).promote().close();
          hits = disk.hits();
          reached += hits > 0 ? 1 : 0;
          if (hits > 0) {
            disk.losePower(random);
          }
          broken.finish();
        }
      }
    }

    System.out.println("power lost " + reached + " times");
    assertThat(reached).isGreaterThan(20);
  }
}
