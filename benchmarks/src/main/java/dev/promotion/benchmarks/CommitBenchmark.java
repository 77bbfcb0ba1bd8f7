package dev.promotion.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures one promotion commit of three files into a bare repository: ours, the least that any
 * program has to do, and what people do with the git command instead. {@code benchmarks/README.md}
 * says how to run it and what it found.
 */
public final class CommitBenchmark {

  private final Options options;
  private final PrintStream out;
  private final Path run;

  private CommitBenchmark(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.run = options.folder().resolve("run-" + ProcessHandle.current().pid());
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments the options; {@code --help} prints them all
   * @throws IOException if a repository cannot be read or written, or the git command fails
   */
  public static void main(String[] arguments) throws IOException {
    if (List.of(arguments).contains("--help")) {
      System.out.println(Options.USAGE);
      return;
    }
    Options options;
    try {
      options = Options.of(List.of(arguments));
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage() + "\n\n" + Options.USAGE);
      return;
    }
    new CommitBenchmark(options, System.out).run();
  }

  private void run() throws IOException {
    Files.createDirectories(run);
    try {
      GitProcess git = new GitProcess(run.resolve("home"));
      out.println(Machine.describe(run, git));
      if (!WorkFolder.inMemory(run)) {
        out.println(
            "The folder is on a disk: its speed, and what was deleted on it before, shows in every"
                + " figure. --dir /dev/shm/promotion-benchmarks measures the programs alone.");
      }
      out.println("Load before: " + Machine.load());
      try (Ports ports = new Ports(run)) {
        List<RepositoryBenchmark> benchmarks = prepare(ports, git);
        measure(benchmarks);
        report(benchmarks);
      }
      out.println("Load after: " + Machine.load());
    } finally {
      WorkFolder.delete(run);
    }
  }

  private List<RepositoryBenchmark> prepare(Ports ports, GitProcess git) throws IOException {
    List<RepositoryBenchmark> benchmarks = new ArrayList<>();
    for (RepositorySize size : options.repositories()) {
      GeneratedRepository generated = generate(size, git);
      Entrants entrants = new Entrants(size, generated, ports, git);
      benchmarks.add(new RepositoryBenchmark(size, entrants, options));
    }
    return benchmarks;
  }

  private GeneratedRepository generate(RepositorySize size, GitProcess git) throws IOException {
    Path parent = Files.createDirectories(options.folder().resolve("repositories"));
    GeneratedRepository generated = GeneratedRepository.in(parent, size);
    Path repacked = generated.folder().resolve("repacked");
    if (!Files.exists(repacked)) {
      progress("repacking " + size);
      git.run(generated.folder(), "repack", "-a", "-d", "-f", "-q", "--write-bitmap-index");
      git.run(generated.folder(), "commit-graph", "write", "--reachable");
      Files.createFile(repacked);
    }
    return generated;
  }

  private void measure(List<RepositoryBenchmark> benchmarks) throws IOException {
    progress("warming up");
    benchmarks.get(0).warmUp(options.warmup());
    for (int round = 0; round <= options.rounds(); round++) {
      for (RepositoryBenchmark benchmark : benchmarks) {
        progress("round " + round + " of " + options.rounds() + ", " + benchmark.size());
        benchmark.round(options.burst());
        if (round == 0) {
          benchmark.measurements().clear();
        }
      }
    }
  }

  private void report(List<RepositoryBenchmark> benchmarks) throws IOException {
    Report report = new Report(out);
    Map<RepositorySize, Measurements> all = new LinkedHashMap<>();
    for (RepositoryBenchmark benchmark : benchmarks) {
      report.table(benchmark.size(), benchmark.measurements());
      out.println("\nLeft behind: " + benchmark.leftBehind());
      all.put(benchmark.size(), benchmark.measurements());
    }
    report.targets(Target.of(all));
    out.println();
  }

  private static void progress(String what) {
    System.err.println(what);
  }
}
