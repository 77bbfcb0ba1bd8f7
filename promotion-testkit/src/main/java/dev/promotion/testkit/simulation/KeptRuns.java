package dev.promotion.testkit.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The runs that failed once, a line each, in a file that is committed with the test. */
final class KeptRuns {

  private final Path resources;
  private final Path folder;
  private final Path file;

  KeptRuns(Path resources, String test) {
    this.resources = resources;
    this.folder = resources.resolve("simulation");
    this.file = folder.resolve(test + ".txt");
  }

  List<String> lines() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file, UTF_8).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList()
          : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  /** Adds what failed now; only where the sources of the test are. */
  void keep(SimulationReport report) {
    List<String> known = lines();
    List<String> added =
        report.failures().stream()
            .map(SimulationReport.Failure::replay)
            .filter(line -> !known.contains(line))
            .toList();
    if (added.isEmpty() || !Files.isDirectory(resources)) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Files.write(file, added, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot add to " + file, unwritable);
    }
  }
}
