package dev.promotion.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** The files of an application: five YAML files in each of four environments, no two the same. */
final class SampleFiles {

  /** In the order in which Git sorts them. */
  static final List<String> ENVIRONMENTS = List.of("dev", "production", "qa", "staging");

  /** In the order in which Git sorts them. */
  static final List<String> NAMES =
      List.of("Chart.yaml", "config.yaml", "deployment.yaml", "service.yaml", "values.yaml");

  /** How many files an application has. */
  static final int AN_APP = ENVIRONMENTS.size() * NAMES.size();

  private static final List<String> WORDS =
      List.of("cache", "limit", "memory", "port", "queue", "replica", "retry", "timeout");

  private static final int LEAST_BYTES = 300;
  private static final int MOST_BYTES = 1500;
  private static final int LONGEST_LINE = 40;

  private SampleFiles() {}

  /** Returns a file; the same numbers always give the same bytes. */
  static byte[] content(int app, int environment, int file) {
    long seed = ((long) app * ENVIRONMENTS.size() + environment) * NAMES.size() + file;
    SplittableRandom random = new SplittableRandom(seed);
    int size = random.nextInt(LEAST_BYTES, MOST_BYTES - LONGEST_LINE);
    StringBuilder text = new StringBuilder(MOST_BYTES);
    text.append("# ").append(NAMES.get(file)).append(" of application ").append(app);
    text.append("\nenvironment: ").append(ENVIRONMENTS.get(environment));
    text.append("\nversion: 1.").append(random.nextInt(100)).append('.').append(app);
    text.append("\nsettings:\n");
    while (text.length() < size) {
      text.append("  ").append(word(random)).append('-').append(word(random)).append(": ");
      text.append(random.nextInt(100_000)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String word(SplittableRandom random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
