package dev.promotion.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.jdbc.Durability;
import dev.promotion.jdbc.crash.Lane.Death;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes are killed, at any moment and at every effect; others go on in their place. */
class KilledProcessTest {

  private static final boolean RELEASE = "release".equals(System.getProperty("promotion.proof"));
  private static final int KILLS = RELEASE ? 5_000 : Integer.getInteger("kills", 200);

  @TempDir Path folder;

  @Test
  void killedProcessLosesNothingAndRepeatsNothing() throws Exception {
    long seed = Long.getLong("promotion.seed", System.nanoTime());
    System.out.println("kills: -Dpromotion.seed=" + seed);
    Jvm jvm = rehearsed();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Lane> disk = threads.submit(() -> lane(jvm, "disk", false, new Random(seed)));
      Future<Lane> http = threads.submit(() -> lane(jvm, "http", true, new Random(seed + 1)));

      tell("repositories on disk", disk.get());
      tell("repositories over HTTP", http.get());

      for (Lane lane : new Lane[] {disk.get(), http.get()}) {
        assertThat(lane.deaths()).isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(lane.kinds()).containsOnlyKeys(Death.values());
        assertThat(lane.kinds().get(Death.BEFORE_APPEND)).isGreaterThanOrEqualTo(10);
        assertThat(lane.kinds().get(Death.BEFORE_WRITE)).isGreaterThanOrEqualTo(2);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Jvm rehearsed() throws Exception {
    Jvm jvm = new Jvm(folder.resolve("jvm"));
    Path place = folder.resolve("rehearsal");
    try (World disk = new World(place.resolve("disk"), 1, false, Durability.PROCESS);
        World http = new World(place.resolve("http"), 1, true, Durability.MACHINE)) {
      List<String> arguments = new ArrayList<>(disk.arguments(0, 0, DeathPoint.NEVER));
      arguments.addAll(http.arguments(0, 0, DeathPoint.NEVER));
      jvm.learn(place, Rehearsal.class, arguments);
    }
    System.out.println("processes start with an archive of classes: " + jvm.hasLearned());
    return jvm;
  }

  private Lane lane(Jvm jvm, String name, boolean overHttp, Random random) throws Exception {
    try (Lane lane = new Lane(jvm, folder.resolve(name), overHttp, random)) {
      return lane.kill(KILLS / 2);
    }
  }

  private static void tell(String name, Lane lane) {
    System.out.printf(
        "%s: %d kills %s, %d releases ended, %d acknowledged events found again%n",
        name, lane.deaths(), lane.kinds(), lane.endedReleases(), lane.acknowledgedEvents());
  }
}
