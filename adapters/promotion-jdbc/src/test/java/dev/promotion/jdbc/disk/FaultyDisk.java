package dev.promotion.jdbc.disk;

import dev.promotion.jdbc.disk.DiskFault.Damage;
import dev.promotion.jdbc.disk.DiskFault.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A disk that does what it should but for one fault. H2 reaches it by file names that begin with
 * {@code faulty:}. Thread-safe.
 */
public final class FaultyDisk {

  private final Path file;
  private final UnforcedWrites unforced = new UnforcedWrites();
  private final Map<Operation, Integer> counts = new EnumMap<>(Operation.class);
  private Optional<DiskFault> fault = Optional.empty();
  private long largestFile = Long.MAX_VALUE;
  private int hits;
  private boolean known;

  /**
   * Puts a disk in place of the one before.
   *
   * @param file the file of the database, without its ending
   */
  public FaultyDisk(Path file) {
    this.file = file;
    FaultyFilePath.use(this);
  }

  /** Returns the file of the database, without its ending. */
  public Path file() {
    return file;
  }

  /** Learns of a file that is opened: what is in it before anything is written is safe. */
  synchronized void opened(byte[] content) {
    if (content.length == 0 || !known) {
      unforced.begin(content);
      known = true;
    }
  }

  /** Lets something go wrong; operations are counted from now. */
  public synchronized FaultyDisk breakAt(DiskFault next) {
    counts.clear();
    hits = 0;
    fault = Optional.of(next);
    return this;
  }

  /** Lets the file become no larger than this. */
  public synchronized FaultyDisk limit(long bytes) {
    hits = 0;
    largestFile = bytes;
    return this;
  }

  /** Makes all well again. */
  public synchronized void heal() {
    fault = Optional.empty();
    largestFile = Long.MAX_VALUE;
  }

  /** Returns how often something went wrong. */
  public synchronized int hits() {
    return hits;
  }

  /** Leaves of the file what a loss of power leaves; nothing may have it open. */
  public synchronized void losePower(Random random) throws IOException {
    Files.write(Path.of(file + ".mv.db"), unforced.afterLoss(random));
    known = false;
  }

  synchronized int read(FileChannel real, ByteBuffer to, long position) throws IOException {
    Optional<Damage> damage = next(Operation.READ);
    if (damage.isPresent()) {
      throw new IOException(damage.get().words);
    }
    return real.read(to, position);
  }

  synchronized int write(FileChannel real, ByteBuffer from, long position) throws IOException {
    byte[] bytes = new byte[from.remaining()];
    from.get(bytes);
    Optional<Damage> damage = next(Operation.WRITE);
    if (damage.isPresent()) {
      write(real, bytes, position, damage.get() == Damage.TEARS ? bytes.length / 2 : 0);
      throw new IOException(damage.get().words);
    }
    if (position + bytes.length > largestFile) {
      hits++;
      write(real, bytes, position, (int) Math.max(0, largestFile - position));
      throw new IOException("File too large");
    }
    write(real, bytes, position, bytes.length);
    return bytes.length;
  }

  private void write(FileChannel real, byte[] bytes, long position, int length) throws IOException {
    ByteBuffer part = ByteBuffer.wrap(bytes, 0, length);
    while (part.hasRemaining()) {
      real.write(part, position + part.position());
    }
    unforced.write(position, Arrays.copyOf(bytes, length));
  }

  synchronized void force(FileChannel real, boolean metaData) throws IOException {
    Optional<Damage> damage = next(Operation.FORCE);
    if (damage.isPresent()) {
      throw new IOException(damage.get().words);
    }
    real.force(metaData);
    unforced.force();
  }

  synchronized void truncate(FileChannel real, long length) throws IOException {
    if (length < real.size()) {
      real.truncate(length);
      unforced.truncate(length);
    }
  }

  private Optional<Damage> next(Operation operation) {
    int number = counts.merge(operation, 1, Integer::sum);
    boolean lost = hits > 0 && fault.filter(each -> each.damage() == Damage.POWER_LOST).isPresent();
    Optional<Damage> damage =
        fault
            .filter(each -> lost || each.operation() == operation)
            .filter(
                each ->
                    lost || number == each.number() || (each.lasting() && number > each.number()))
            .map(DiskFault::damage);
    hits += damage.isPresent() ? 1 : 0;
    return damage;
  }
}
