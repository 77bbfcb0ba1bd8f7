package dev.promotion.git;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a pack file. A small file is held in memory, for there may be many of them; a large
 * one is kept open, so that it can be read to the end when another program replaces it.
 */
final class PackBytes implements AutoCloseable {

  /** Files up to this size are held in memory. */
  static final int SMALL = 256 << 10;

  private static final int WINDOW = 8 << 10;
  private static final Duration OLD = Duration.ofDays(1);

  private final Path file;
  private final long size;
  private @Nullable SoftReference<byte[]> whole;
  private @Nullable RandomAccessFile open;

  PackBytes(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new CorruptObjectException("pack " + file.getFileName() + " is not a file");
    }
    this.file = file;
    this.size = attributes.size();
  }

  /** Wraps bytes that have just been written to a file. */
  PackBytes(Path file, byte[] written) {
    this.file = file;
    this.size = written.length;
    this.whole = new SoftReference<>(written);
  }

  Path file() {
    return file;
  }

  long size() {
    return size;
  }

  /** Returns some bytes from an offset on; none at the end of the file. */
  byte[] read(long offset) throws IOException {
    return read(offset, WINDOW);
  }

  /** Returns the bytes from an offset on: as many as asked for, or those up to the end. */
  synchronized byte[] read(long offset, int most) throws IOException {
    if (offset < 0 || offset >= size) {
      return new byte[0];
    }
    int length = (int) Math.min(most, size - offset);
    if (size <= SMALL) {
      return Arrays.copyOfRange(whole(), (int) offset, (int) offset + length);
    }
    if (open == null) {
      // Not a channel: the interruption of one thread would close that for all.
      open = new RandomAccessFile(file.toFile(), "r");
    }
    byte[] window = new byte[length];
    open.seek(offset);
    open.readFully(window);
    return window;
  }

  /** Makes an old file look used, as Git does; tells whether it is still there. */
  boolean refresh() throws IOException {
    try {
      Instant now = Instant.now();
      Instant modified = Files.getLastModifiedTime(file).toInstant();
      if (modified.isBefore(now.minus(OLD))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
      return true;
    } catch (NoSuchFileException replaced) {
      return false;
    }
  }

  private byte[] whole() throws IOException {
    byte[] held = whole == null ? null : whole.get();
    if (held == null || held.length < size) {
      held = Files.readAllBytes(file);
      if (held.length < size) {
        throw new CorruptObjectException("pack " + file.getFileName() + " was cut off");
      }
      whole = new SoftReference<>(held);
    }
    return held;
  }

  @Override
  public synchronized void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
