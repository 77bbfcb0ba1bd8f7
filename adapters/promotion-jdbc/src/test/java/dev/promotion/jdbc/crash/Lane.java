package dev.promotion.jdbc.crash;

import dev.promotion.jdbc.Durability;
import dev.promotion.jdbc.crash.Child.Kill;
import dev.promotion.jdbc.crash.DeathPoint.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One process after the other promotes, is killed, and is followed by the next. */
final class Lane implements AutoCloseable {

  /** How a process met its end. */
  enum Death {
    BEFORE_APPEND,
    AFTER_APPEND,
    BEFORE_WRITE,
    AFTER_WRITE,
    DURING_APPEND,
    DURING_WRITE,
    WHILE_STARTING,
    WHILE_PROMOTING
  }

  private static final String APPEND = "ReleaseStore.append";
  private static final String WRITE = "Repository.write";
  private static final int PRODUCTS = 60;
  private static final int LONGEST_APPEND_MICROS = 3_000;
  private static final int LONGEST_WRITE_MICROS = 30_000;
  private static final int LONGEST_WORK_MILLIS = 250;
  private static final int MOST_IN_THAT_TIME = 10;

  private final Jvm jvm;
  private final Path folder;
  private final boolean overHttp;
  private final Random random;
  private final Map<Death, Integer> deaths = new EnumMap<>(Death.class);
  private int worlds;
  private int releases;
  private int events;
  private World world;
  private long started;

  /** How long the last process that was not killed before took until it was ready. */
  private Duration start = Duration.ZERO;

  /** The first product whose release is not known to have ended. */
  private int next;

  Lane(Jvm jvm, Path folder, boolean overHttp, Random random) throws IOException {
    this.jvm = jvm;
    this.folder = folder;
    this.overHttp = overHttp;
    this.random = random;
    this.world = newWorld();
  }

  private World newWorld() throws IOException {
    worlds++;
    next = 0;
    Durability durability = worlds % 2 == 1 ? Durability.PROCESS : Durability.MACHINE;
    Path place = Files.createDirectories(folder.resolve("world-" + worlds));
    return new World(place, PRODUCTS, overHttp, durability);
  }

  /** Kills until as many processes have died as wished, at chosen points first. */
  Lane kill(int times) throws IOException, InterruptedException {
    dieAtEvery(APPEND, Moment.BEFORE, Death.BEFORE_APPEND, times);
    dieAtEvery(APPEND, Moment.AFTER, Death.AFTER_APPEND, times);
    dieAtEvery(WRITE, Moment.BEFORE, Death.BEFORE_WRITE, times);
    dieAtEvery(WRITE, Moment.AFTER, Death.AFTER_WRITE, times);
    while (deaths() < times) {
      if (random.nextBoolean()) {
        killAtRandom();
      } else {
        dieUnderWay();
      }
    }
    finish();
    return this;
  }

  /** Dies at the first such call of a release, at the second of the next, until one passes. */
  private void dieAtEvery(String call, Moment moment, Death death, int times)
      throws IOException, InterruptedException {
    int code = PromotingProcess.DIED;
    for (int number = 1; code == PromotingProcess.DIED && deaths() < times; number++) {
      leaveRoom(2);
      int fresh = next + 1;
      code = run(fresh, new DeathPoint(call, moment, number, 0), Kill.NOT);
      if (code == PromotingProcess.DIED) {
        deaths.merge(death, 1, Integer::sum);
        next = fresh;
      }
    }
  }

  private void killAtRandom() throws IOException, InterruptedException {
    leaveRoom(MOST_IN_THAT_TIME);
    boolean early = random.nextInt(4) == 0;
    Kill kill =
        early
            ? new Kill(Duration.ofMillis(random.nextInt(1 + (int) start.toMillis())), "")
            : new Kill(
                Duration.ofMillis(random.nextInt(LONGEST_WORK_MILLIS)), PromotingProcess.READY);
    if (run(next + MOST_IN_THAT_TIME, DeathPoint.NEVER, kill) == Child.KILLED) {
      deaths.merge(early ? Death.WHILE_STARTING : Death.WHILE_PROMOTING, 1, Integer::sum);
    }
  }

  /** Effects are short, so that a random moment seldom falls into one. */
  private void dieUnderWay() throws IOException, InterruptedException {
    leaveRoom(2);
    boolean write = random.nextBoolean();
    DeathPoint point =
        write
            ? new DeathPoint(
                WRITE,
                Moment.UNDER_WAY,
                1 + random.nextInt(2),
                random.nextInt(LONGEST_WRITE_MICROS))
            : new DeathPoint(
                APPEND,
                Moment.UNDER_WAY,
                1 + random.nextInt(12),
                random.nextInt(LONGEST_APPEND_MICROS));
    int fresh = next + 1;
    if (run(fresh, point, Kill.NOT) == PromotingProcess.DIED) {
      deaths.merge(write ? Death.DURING_WRITE : Death.DURING_APPEND, 1, Integer::sum);
      next = fresh;
    }
  }

  private void leaveRoom(int products) throws IOException, InterruptedException {
    if (next + products >= PRODUCTS) {
      finish();
      world.close();
      world = newWorld();
    }
  }

  /** Lets what has begun come to its end. */
  private void finish() throws IOException, InterruptedException {
    run(Math.min(next, PRODUCTS - 1), DeathPoint.NEVER, Kill.NOT);
    releases += world.endedReleases();
    events += world.events();
  }

  private int run(int last, DeathPoint point, Kill kill) throws IOException, InterruptedException {
    List<String> arguments = world.arguments(Math.min(next, last), last, point);
    started = System.nanoTime();
    int code = Child.run(jvm, world.ground().folder(), arguments, kill, this::told);
    world.check();
    return code;
  }

  private void told(String line) {
    world.told(line);
    if (line.equals(PromotingProcess.READY)) {
      start = Duration.ofNanos(System.nanoTime() - started);
    }
    if (line.startsWith(PromotingProcess.ENDED)) {
      next = Integer.parseInt(line.split(" ", -1)[1]) + 1;
    }
  }

  int deaths() {
    return deaths.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns how often each kind of death was reached. */
  Map<Death, Integer> kinds() {
    return deaths;
  }

  int endedReleases() {
    return releases;
  }

  int acknowledgedEvents() {
    return events;
  }

  @Override
  public void close() {
    world.close();
  }
}
