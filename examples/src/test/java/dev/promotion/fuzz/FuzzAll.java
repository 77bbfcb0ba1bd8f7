package dev.promotion.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the fuzzer Jazzer on every target, one after the other, each in a process of its own and for
 * some seconds. It ends with the number of inputs, and fails where one was not answered as it must.
 * What it finds lies in {@code target/fuzz}, and belongs into the folder of seeds.
 */
final class FuzzAll {

  private static final String EXECUTED = "stat::number_of_executed_units:";

  private FuzzAll() {}

  public static void main(String... arguments) throws IOException, InterruptedException {
    long seconds = Long.parseLong(arguments[0]);
    long inputs = 0;
    int faults = 0;
    for (String target : Targets.names()) {
      Path work = Files.createDirectories(Path.of("target", "fuzz", target));
      Files.deleteIfExists(work.resolveSibling(target + ".log"));
      Process process = process(target, seconds, work);
      long executed = 0;
      try (BufferedReader out =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          Files.writeString(
              work.resolveSibling(target + ".log"), line + "\n", UTF_8, CREATE, APPEND);
          executed = line.startsWith(EXECUTED) ? number(line) : executed;
        }
      }
      boolean failed = process.waitFor() != 0;
      System.out.println(target + ": " + executed + " inputs" + (failed ? ", FAULT" : ""));
      inputs += executed;
      faults += failed ? 1 : 0;
    }
    System.out.println("fuzzed " + inputs + " inputs, faults in " + faults + " targets");
    if (faults > 0 || inputs == 0) {
      throw new IllegalStateException("see target/fuzz of the examples");
    }
  }

  private static long number(String line) {
    return Long.parseLong(line.substring(EXECUTED.length()).strip());
  }

  private static Process process(String target, long seconds, Path work) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerEntry.class.getName(),
                "--target_args=" + target,
                "--instrumentation_includes=dev.promotion.**:org.snakeyaml.**",
                "--custom_hook_includes=dev.promotion.**:org.snakeyaml.**",
                "--reproducer_path=" + work.getParent(),
                "-artifact_prefix=" + work.getParent() + "/" + target + "-",
                "-max_total_time=" + seconds,
                "-max_len=4096",
                "-print_final_stats=1",
                work.toString(),
                Corpus.folder(target).toString()))
        .redirectErrorStream(true)
        .start();
  }
}
