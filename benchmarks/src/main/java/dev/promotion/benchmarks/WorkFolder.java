package dev.promotion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where work trees are made. They are removed between rounds only in memory: on ext4 files that
 * were deleted a moment ago slow down whoever makes new ones.
 */
final class WorkFolder {

  private final Path folder;
  private final boolean inMemory;
  private int made;

  WorkFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.inMemory = inMemory(folder);
  }

  /** Returns a folder that does not exist yet. */
  Path next() {
    return folder.resolve("clone-" + ++made);
  }

  /** Removes a work tree if that harms nobody. */
  void done(Path workTree) throws IOException {
    if (inMemory) {
      delete(workTree);
    }
  }

  /** Tells whether a folder is on a file system in memory. */
  static boolean inMemory(Path folder) throws IOException {
    return Files.getFileStore(folder).type().equals("tmpfs");
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
