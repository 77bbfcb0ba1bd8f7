package dev.promotion.fuzz;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that are kept: good ones to start from, and those that once found a fault. */
final class Corpus {

  private Corpus() {}

  /** Returns the folder of a target. */
  static Path folder(String target) {
    try {
      return Path.of(Corpus.class.getResource("/fuzz/" + target).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the inputs of a target in the order of their names. */
  static List<byte[]> of(String target) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder(target))) {
      for (Path file : files.sorted().toList()) {
        inputs.add(Files.readAllBytes(file));
      }
    }
    return inputs;
  }
}
