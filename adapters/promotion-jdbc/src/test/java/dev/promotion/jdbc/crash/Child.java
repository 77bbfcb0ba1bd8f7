package dev.promotion.jdbc.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process of its own, which is read, and killed if that is wished. */
final class Child {

  /** What SIGKILL leaves. */
  static final int KILLED = 128 + 9;

  private static final Set<Integer> EXPECTED = Set.of(0, KILLED, PromotingProcess.DIED);
  private static final Duration NEVER = Duration.ofMinutes(2);

  private Child() {}

  /**
   * When a process is killed.
   *
   * @param after how long after a line, or after its start
   * @param line the beginning of that line; empty for the start
   */
  record Kill(Duration after, String line) {

    static final Kill NOT = new Kill(NEVER, "");
  }

  /** Runs a process to its end, and returns its exit code. */
  static int run(Jvm jvm, Path folder, List<String> arguments, Kill kill, Consumer<String> lines)
      throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    List<String> command = jvm.command(PromotingProcess.class, arguments);
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (BufferedReader output = process.inputReader(UTF_8)) {
      if (kill.line().isEmpty()) {
        killLater(process, kill.after());
      }
      boolean waits = !kill.line().isEmpty();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (waits && line.startsWith(kill.line())) {
          killLater(process, kill.after());
          waits = false;
        }
        lines.accept(line);
      }
    }
    int code = process.waitFor();
    if (!EXPECTED.contains(code)) {
      throw new IllegalStateException("exit code " + code + ": " + Files.readString(errors));
    }
    return code;
  }

  private static void killLater(Process process, Duration after) {
    Executor then = CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS);
    then.execute(process::destroyForcibly);
  }
}
