package dev.promotion.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectId;

/** Moves references by compare and set, under the lock file that Git itself uses. */
final class ReferenceLock {

  private static final int ATTEMPTS = 12;
  private static final long LONGEST_PAUSE_MILLIS = 100;

  private final Path root;
  private final References references;
  private final Disk disk;
  private final Set<Path> checked = ConcurrentHashMap.newKeySet();

  ReferenceLock(Path root, References references, Disk disk) {
    this.root = root;
    this.references = references;
    this.disk = disk;
  }

  /** Thrown when another program holds the lock for long. */
  static final class HeldException extends IOException {

    private static final long serialVersionUID = 1L;

    HeldException(String lock) {
      super(lock);
    }
  }

  /**
   * Moves a reference if it holds exactly the expected id; with no expected id, if it is not there.
   *
   * @return whether it moved
   */
  boolean move(String name, Optional<ObjectId> expected, ObjectId next) throws IOException {
    Path file = root.resolve(name);
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    byte[] content = (next.name() + "\n").getBytes(US_ASCII);
    try (OwnedLock owned = OwnedLock.prepare(root, name, content, disk)) {
      take(name, folder(file), lock, owned);
      if (!moveLocked(name, expected, lock, file)) {
        return false;
      }
    }
    sync(file);
    return true;
  }

  private boolean moveLocked(String name, Optional<ObjectId> expected, Path lock, Path file)
      throws IOException {
    try {
      if (!references.direct(name).equals(expected)) {
        Files.delete(lock);
        return false;
      }
      put(lock, file);
      return true;
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(lock);
      throw failed;
    }
  }

  /** Makes a reference safe that an earlier attempt may have moved just before a crash. */
  void settle(String name) throws IOException {
    Path file = root.resolve(name);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      disk.sync(file);
      sync(file);
    }
  }

  private void take(String name, Path folder, Path lock, OwnedLock owned) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        if (!checked.contains(folder)) {
          checkFolder(folder);
        }
        owned.put(lock);
        return;
      } catch (FileAlreadyExistsException | NoSuchFileException busy) {
        checked.remove(folder);
        if (attempt == ATTEMPTS) {
          throw new HeldException(name + ".lock");
        }
        if (!OwnedLock.removeAbandoned(root, name, lock)) {
          pause(attempt);
        }
      }
    }
  }

  /** Makes the folder of a branch that was only packed, and refuses one that is a link. */
  private void checkFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (!folder.toRealPath().equals(folder)) {
      throw new CorruptObjectException("a folder of references is a symbolic link");
    }
    checked.add(folder);
  }

  private static void pause(int attempt) throws IOException {
    try {
      long longest = Math.min(LONGEST_PAUSE_MILLIS, 1L << attempt);
      Thread.sleep(1 + ThreadLocalRandom.current().nextLong(longest));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new HeldException("the wait was interrupted");
    }
  }

  private void put(Path lock, Path file) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      // Left over from a branch below this name that was deleted.
      try {
        Files.delete(file);
      } catch (DirectoryNotEmptyException used) {
        throw new CorruptObjectException("a folder is in the place of a reference");
      }
    }
    disk.rename(lock, file);
  }

  private void sync(Path file) throws IOException {
    // The folders on the way may be new too.
    Path at = folder(file);
    while (!at.equals(root) && !at.endsWith("refs/heads")) {
      disk.sync(at);
      at = folder(at);
    }
    disk.sync(at);
  }

  private Path folder(Path file) {
    Path folder = file.getParent();
    return folder == null ? root : folder;
  }
}
