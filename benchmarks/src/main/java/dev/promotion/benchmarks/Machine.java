package dev.promotion.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says where was measured, since only ratios travel. */
final class Machine {

  private static final int STARTS = 21;

  private Machine() {}

  static String describe(Path folder, GitProcess git) throws IOException {
    String version = new String(git.run(folder, "version"), UTF_8).strip();
    return Runtime.getRuntime().availableProcessors()
        + " cores, JDK "
        + Runtime.version()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + ", "
        + version
        + " (starting it takes "
        + Report.number(startOf(git, folder))
        + " ms), "
        + Files.getFileStore(folder).type()
        + " at "
        + folder;
  }

  /** Returns the load averages of the last 1, 5 and 15 minutes where the system tells them. */
  static String load() throws IOException {
    Path averages = Path.of("/proc/loadavg");
    if (!Files.exists(averages)) {
      return "unknown";
    }
    String[] parts = Files.readString(averages).split(" ", -1);
    return parts[0] + " " + parts[1] + " " + parts[2];
  }

  private static double startOf(GitProcess git, Path folder) throws IOException {
    List<Double> taken = new ArrayList<>();
    for (int each = 0; each < STARTS; each++) {
      long start = System.nanoTime();
      git.run(folder, "version");
      taken.add((System.nanoTime() - start) / 1e6);
    }
    return Spread.of(taken).median();
  }
}
