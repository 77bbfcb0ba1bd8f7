package dev.promotion.git;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files so that they survive what the {@link Durability} promises. */
final class Disk {

  private static final boolean FOLDERS_SYNC = java.io.File.separatorChar == '/';

  private final boolean forced;

  Disk(Durability durability) {
    this.forced = durability == Durability.MACHINE;
  }

  /** Fills a file; its name is not safe before its folder is synced. */
  void write(Path file, byte[] bytes) throws IOException {
    // Not a channel: the interruption of a thread would leave half a file behind.
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      write(out, bytes);
    }
  }

  /** Fills a file that stays open. */
  void write(FileOutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    if (forced) {
      out.getFD().sync();
    }
  }

  /** Gives a file its name, in place of one that is there. */
  void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes the names in a folder safe. */
  void sync(Path folder) throws IOException {
    if (!forced || !FOLDERS_SYNC) {
      return;
    }
    boolean interrupted = false;
    try {
      while (true) {
        // An interrupted thread cannot use a channel, and there is no other way to sync a folder.
        interrupted |= Thread.interrupted();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
          return;
        } catch (ClosedByInterruptException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
