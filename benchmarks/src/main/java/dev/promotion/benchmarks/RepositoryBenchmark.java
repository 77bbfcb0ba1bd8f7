package dev.promotion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that is measured in one repository. */
final class RepositoryBenchmark {

  private static final long SEED = 42;

  private final RepositorySize size;
  private final Measurements measurements = new Measurements();
  private final Entrants entrants;
  private final List<Strategy> quick;
  private final Contest quickContest;
  private final Contest slowContest;

  RepositoryBenchmark(RepositorySize size, Entrants entrants, Options options) throws IOException {
    this.size = size;
    this.entrants = entrants;
    quick = entrants.quick(options);

    quickContest = contest(quick, "quick", measurements);
    slowContest = contest(entrants.slow(options), "slow", measurements);
  }

  private Contest contest(List<Strategy> strategies, String name, Measurements into)
      throws IOException {
    return new Contest(strategies, new Promotions(size, SEED), entrants.reference(name), into);
  }

  RepositorySize size() {
    return size;
  }

  Measurements measurements() {
    return measurements;
  }

  /** Makes promotions that are not measured, in copies of their own. */
  void warmUp(int promotions) throws IOException {
    contest(entrants.warmup(), "warmup", new Measurements()).round(promotions);
  }

  /** Runs one round: the quick ones in a burst, the slow ones once. */
  void round(int burst) throws IOException {
    quickContest.round(burst);
    slowContest.round(1);
  }

  /** Tells what lies in the repositories of the quick strategies after the last round. */
  String leftBehind() throws IOException {
    List<String> left = new ArrayList<>();
    for (Strategy strategy : quick) {
      Path objects = strategy.repository().resolve("objects");
      long loose = count(objects, "[0-9a-f]{38}");
      long packs = count(objects, "pack-.*\\.pack");
      left.add(strategy.name() + " " + packs + " packs and " + loose + " loose objects");
    }
    return String.join("; ", left);
  }

  private static long count(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(name)).count();
    }
  }
}
