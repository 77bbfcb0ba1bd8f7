package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.jgit.lib.Constants;

/**
 * A lock file of Git that tells whether its owner still lives, so that a process that was killed
 * does not keep others away for ever.
 *
 * <p>It is a second name of a file, its marker, that the owner has locked with the operating
 * system, which lets go of it when the owner dies. Whoever can lock the marker of somebody else may
 * remove the lock file. A lock file without a marker is another program's, and left alone.
 */
final class OwnedLock implements AutoCloseable {

  private static final String PREFIX = "promotion-lock-";

  /** A process must not open its own markers: closing one would let go of the lock on it. */
  private static final String PROCESS = UUID.randomUUID().toString();

  private final Path marker;
  private final FileOutputStream out;
  private final byte[] content;
  private final Disk disk;

  private OwnedLock(Path marker, byte[] content, Disk disk) throws IOException {
    this.marker = marker;
    this.content = content;
    this.disk = disk;
    this.out = new FileOutputStream(marker.toFile());
  }

  /** Prepares a lock file with what is to be in it; nothing is locked yet. */
  static OwnedLock prepare(Path root, String name, byte[] content, Disk disk) throws IOException {
    Path marker = root.resolve(prefix(name) + PROCESS + "-" + UUID.randomUUID());
    OwnedLock owned = new OwnedLock(marker, content, disk);
    boolean ready = false;
    try {
      owned.lockMarker();
      disk.write(owned.out, content);
      ready = true;
      return owned;
    } finally {
      if (!ready) {
        owned.close();
      }
    }
  }

  private void lockMarker() throws IOException {
    boolean held;
    try {
      // Until the stream is closed.
      held = out.getChannel().tryLock() != null;
    } catch (IOException notSupported) {
      // Nobody else can lock it here either, so the lock file counts as held, as one of Git's does.
      held = true;
    }
    if (!held) {
      throw new ReferenceLock.HeldException("a lock that is being prepared");
    }
  }

  /**
   * Puts the lock file in place.
   *
   * @throws FileAlreadyExistsException if there is one
   */
  void put(Path lock) throws IOException {
    try {
      Files.createLink(lock, marker);
    } catch (FileAlreadyExistsException | NoSuchFileException busy) {
      throw busy;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.createFile(lock);
      disk.write(lock, content);
    }
  }

  /** Removes the lock file of a reference if its owner has died, and tells whether it did. */
  static boolean removeAbandoned(Path root, String name, Path lock) throws IOException {
    boolean removed = false;
    try (DirectoryStream<Path> markers = Files.newDirectoryStream(root, prefix(name) + "*")) {
      for (Path each : markers) {
        removed |= !each.toString().contains(PROCESS) && removeIfAbandoned(each, lock);
      }
    }
    return removed;
  }

  private static boolean removeIfAbandoned(Path marker, Path lock) throws IOException {
    try (FileChannel channel = FileChannel.open(marker, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      if (held == null || !Files.isSameFile(marker, lock)) {
        return false;
      }
      Files.delete(lock);
      Files.delete(marker);
      return true;
    } catch (NoSuchFileException | OverlappingFileLockException notAbandoned) {
      return false;
    }
  }

  /** Returns what the markers of a reference begin with. */
  static String prefix(String name) {
    byte[] hash = Constants.newMessageDigest().digest(name.getBytes(UTF_8));
    return PREFIX + HexFormat.of().formatHex(hash) + "-";
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(marker);
    } finally {
      out.close();
    }
  }
}
