package dev.promotion.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/**
 * Makes the file of a store whole under another name first: what dies or fails on the way leaves no
 * file that cannot be opened.
 */
final class NewFile {

  private NewFile() {}

  /** Makes the file with all tables in it, unless it is there. */
  static void make(String scheme, Path file) throws SQLException, IOException {
    Path finished = finished(file);
    if (Files.exists(finished)) {
      return;
    }
    Path folder = finished.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Path drafted = finished(draft);
    removeAbandoned(drafted);
    try (Database database =
        new Database(new EmbeddedDatabase(scheme, draft, Durability.MACHINE))) {
      Schema.upgrade(database);
    }
    putInPlace(drafted, finished);
  }

  /** Returns the name that H2 gives a file. */
  static Path finished(Path file) {
    return file.resolveSibling(file.getFileName() + EmbeddedDatabase.ENDING);
  }

  private static void removeAbandoned(Path drafted) throws IOException, SQLException {
    if (!Files.exists(drafted)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(drafted, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw inUse();
      }
    } catch (OverlappingFileLockException here) {
      throw inUse();
    }
    Files.deleteIfExists(drafted);
  }

  /** Of two that make the file one wins; both go on with what is there. */
  private static void putInPlace(Path drafted, Path finished) throws IOException {
    try {
      Files.createLink(finished, drafted);
      Files.delete(drafted);
    } catch (FileAlreadyExistsException second) {
      Files.delete(drafted);
    } catch (UnsupportedOperationException noLinks) {
      Files.move(drafted, finished);
    }
  }

  private static SQLException inUse() {
    return new SQLException("the file is being made", "90020", SqlFailures.H2_IN_USE);
  }
}
