package dev.promotion.jdbc.crash;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How a process of Java is started so that it is soon at work: with an archive of the classes that
 * a process like it has loaded. Where there is none it starts without.
 */
final class Jvm {

  private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

  private static final int BUFFER = 1 << 16;

  private final Path archive;
  private final String classPath;

  /** Prepares what processes are started with, in a folder. */
  Jvm(Path folder) throws IOException {
    archive = Files.createDirectories(folder).resolve("classes.jsa");
    // Surefire starts the tests from a jar that only leads to the class path.
    String given =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> jars = new ArrayList<>();
    for (String element : given.split(Pattern.quote(File.pathSeparator), -1)) {
      Path jar = folder.resolve(jars.size() + ".jar");
      pack(Path.of(element), jar);
      jars.add(jar.toString());
    }
    classPath = String.join(File.pathSeparator, jars);
  }

  /** Lets a process run to its end to see which classes it needs. */
  void learn(Path folder, Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        command(Optional.of("-XX:ArchiveClassesAtExit=" + archive), program, arguments);
    File output = folder.resolve("learning.txt").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    if (process.waitFor() != 0) {
      Files.deleteIfExists(archive);
    }
  }

  /** Returns whether processes start with an archive. */
  boolean hasLearned() {
    return Files.exists(archive);
  }

  List<String> command(Class<?> program, List<String> arguments) {
    return command(
        hasLearned() ? Optional.of("-XX:SharedArchiveFile=" + archive) : Optional.empty(),
        program,
        arguments);
  }

  private List<String> command(Optional<String> option, Class<?> program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // An archive that does not fit is left out without a word.
    command.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m"));
    option.ifPresent(command::add);
    command.addAll(List.of("-cp", classPath, program.getName()));
    command.addAll(arguments);
    return command;
  }

  /** Packs a folder or a jar anew: an archive has no classes from folders, nor signed ones. */
  private static void pack(Path element, Path jar) throws IOException {
    if (Files.isDirectory(element)) {
      copy(element, jar);
    } else if (Files.isRegularFile(element)) {
      try (FileSystem files = FileSystems.newFileSystem(element)) {
        copy(files.getPath("/"), jar);
      }
    }
  }

  private static void copy(Path root, Path jar) throws IOException {
    try (ZipOutputStream out =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar), BUFFER));
        Stream<Path> files = Files.walk(root)) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace(File.separatorChar, '/');
        if (!SIGNATURE.matcher(name).matches()) {
          out.putNextEntry(new ZipEntry(name));
          Files.copy(file, out);
        }
      }
    }
  }
}
