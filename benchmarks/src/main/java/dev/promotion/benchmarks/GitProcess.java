package dev.promotion.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the git command, cut off from the configuration of the machine and of its user. */
final class GitProcess {

  private static final List<String> SETTINGS =
      List.of("gc.auto=0", "maintenance.auto=false", "protocol.file.allow=always");

  private final Map<String, String> environment;

  /** Takes an empty folder as the home of the user. */
  GitProcess(Path home) throws IOException {
    environment =
        Map.ofEntries(
            Map.entry("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin")),
            Map.entry("HOME", Files.createDirectories(home).toString()),
            Map.entry("LC_ALL", "C"),
            Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
            Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
            Map.entry("GIT_TERMINAL_PROMPT", "0"),
            Map.entry("GIT_AUTHOR_NAME", GitObject.AUTHOR),
            Map.entry("GIT_AUTHOR_EMAIL", GitObject.EMAIL),
            Map.entry("GIT_COMMITTER_NAME", GitObject.AUTHOR),
            Map.entry("GIT_COMMITTER_EMAIL", GitObject.EMAIL));
  }

  /** Runs a command in a folder and returns what it printed. */
  byte[] run(Path folder, String... arguments) throws IOException {
    return finish(start(folder, arguments), new byte[0]);
  }

  /** Runs a command that reads its input, and returns what it printed. */
  byte[] feed(Path folder, byte[] input, String... arguments) throws IOException {
    return finish(start(folder, arguments), input);
  }

  /** Commits what is in the index of a work tree. */
  void commit(Path folder, Promotion promotion) throws IOException {
    ProcessBuilder builder = start(folder, "commit", "--quiet", "--cleanup=verbatim", "--file=-");
    String date = "@" + promotion.time().getEpochSecond() + " +0000";
    builder.environment().put("GIT_AUTHOR_DATE", date);
    builder.environment().put("GIT_COMMITTER_DATE", date);
    finish(builder, promotion.message().getBytes(UTF_8));
  }

  private ProcessBuilder start(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    for (String setting : SETTINGS) {
      command.addAll(List.of("-c", setting));
    }
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private static byte[] finish(ProcessBuilder builder, byte[] input) throws IOException {
    Process process = builder.start();
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(input);
      }
      byte[] printed = process.getInputStream().readAllBytes();
      String complaint = new String(process.getErrorStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", builder.command()) + " failed: " + complaint);
      }
      return printed;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while git ran");
    } finally {
      process.destroy();
    }
  }
}
