package dev.promotion.promoter;

import dev.promotion.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Adds the golden histories of a new version, before it is released: {@code GoldenWriter
 * src/test/resources/golden/0.2}. What an earlier version wrote is never touched.
 */
final class GoldenWriter {

  private GoldenWriter() {}

  /** Writes the folder that is named; it must not be there. */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]));
  }

  static void write(Path folder) throws IOException {
    Files.createDirectory(folder);
    for (Map.Entry<String, Release> story : GoldenStories.all().entrySet()) {
      GoldenHistory.of(story.getKey(), story.getValue()).writeTo(folder);
    }
  }
}
