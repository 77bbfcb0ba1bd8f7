package dev.promotion.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What to measure.
 *
 * @param repositories the repositories, in the order of the tables
 * @param rivals what to compare with
 * @param rounds how many rounds count; one more is run before them
 * @param burst how many promotions a round has of those strategies that take milliseconds
 * @param warmup how many promotions warm up the virtual machine in a copy of their own
 * @param folder where generated repositories stay and the rest is put
 */
record Options(
    List<RepositorySize> repositories,
    Set<Rival> rivals,
    int rounds,
    int burst,
    int warmup,
    Path folder) {

  /** What ours is compared with. */
  enum Rival {
    FLOOR,
    FAST_IMPORT,
    DEPTH1,
    SPARSE
  }

  /** How to call the program. */
  static final String USAGE =
      """
      options, all of them optional:
        --files 100,100000         sizes of repositories, multiples of 20
        --layout nested,flat       how their files lie; with neither of both: nested with 100,
                                   10000, 100000 and 500000 files, flat with 100000
        --vs floor,fast-import,depth1,sparse    what to compare with
        --rounds 9                 rounds that count
        --burst 15                 promotions a round of strategies that take milliseconds
        --warmup 500               promotions before the first round, in a copy of their own
        --dir /dev/shm/promotion-benchmarks     where the repositories are generated, and kept
      """;

  private static final List<RepositorySize> ALL =
      List.of(
          new RepositorySize(Layout.NESTED, 100),
          new RepositorySize(Layout.NESTED, 10_000),
          new RepositorySize(Layout.NESTED, 100_000),
          new RepositorySize(Layout.NESTED, 500_000),
          new RepositorySize(Layout.FLAT, 100_000));

  /**
   * Reads the arguments of the program.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  static Options of(List<String> arguments) {
    Builder builder = new Builder();
    for (int at = 0; at < arguments.size(); at += 2) {
      if (at + 1 == arguments.size()) {
        throw new IllegalArgumentException(arguments.get(at) + " needs a value");
      }
      builder.set(arguments.get(at), arguments.get(at + 1));
    }
    return builder.build();
  }

  boolean versus(Rival rival) {
    return rivals.contains(rival);
  }

  private static final class Builder {

    private List<Integer> files = List.of();
    private List<Layout> layouts = List.of();
    private Set<Rival> rivals = EnumSet.allOf(Rival.class);
    private int rounds = 9;
    private int burst = 15;
    private int warmup = 500;
    private Path folder = memory().resolve("promotion-benchmarks");

    void set(String option, String value) {
      switch (option) {
        case "--files" -> files = list(value).stream().map(Builder::size).toList();
        case "--layout" ->
            layouts = list(value).stream().map(each -> named(Layout.class, each)).toList();
        case "--vs" -> rivals = rivals(value);
        case "--rounds" -> rounds = number(option, value);
        case "--burst" -> burst = number(option, value);
        case "--warmup" -> warmup = number(option, value);
        case "--dir" -> folder = Path.of(value).toAbsolutePath();
        default -> throw new IllegalArgumentException("there is no option " + option);
      }
    }

    Options build() {
      return new Options(sizes(), rivals, rounds, burst, warmup, folder);
    }

    private List<RepositorySize> sizes() {
      if (files.isEmpty() && layouts.isEmpty()) {
        return ALL;
      }
      List<RepositorySize> sizes = new ArrayList<>();
      for (Layout layout : layouts.isEmpty() ? List.of(Layout.NESTED) : layouts) {
        for (int count : files.isEmpty() ? List.of(100_000) : files) {
          sizes.add(new RepositorySize(layout, count));
        }
      }
      return sizes;
    }

    private static Path memory() {
      Path memory = Path.of("/dev/shm");
      return Files.isDirectory(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static Set<Rival> rivals(String value) {
      Set<Rival> rivals = EnumSet.noneOf(Rival.class);
      list(value).forEach(each -> rivals.add(named(Rival.class, each)));
      return rivals;
    }

    private static List<String> list(String value) {
      return List.of(value.split(",", -1));
    }

    private static int size(String value) {
      int count = number("--files", value);
      if (count % SampleFiles.AN_APP != 0) {
        throw new IllegalArgumentException(
            "an application has " + SampleFiles.AN_APP + " files, so " + value + " is no size");
      }
      return count;
    }

    private static int number(String option, String value) {
      if (!value.matches("[1-9][0-9]{0,6}")) {
        throw new IllegalArgumentException(option + " takes a positive number, not " + value);
      }
      return Integer.parseInt(value);
    }

    private static <E extends Enum<E>> E named(Class<E> type, String value) {
      try {
        return Enum.valueOf(type, value.replace('-', '_').toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException unknown) {
        throw new IllegalArgumentException("there is no " + value + " to choose", unknown);
      }
    }
  }
}
