package dev.promotion.jdbc.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What a file is once the power was lost: what was forced is there, and of each write after that
 * all, half or nothing. Not thread-safe.
 */
final class UnforcedWrites {

  /** A write, or, without bytes, a new length of the file. */
  private static final class Write {

    private final int position;
    private final byte[] bytes;

    Write(long position, byte[] bytes) {
      this.position = Math.toIntExact(position);
      this.bytes = bytes;
    }

    byte[] on(byte[] file) {
      int end = position + bytes.length;
      byte[] next = bytes.length == 0 || end > file.length ? Arrays.copyOf(file, end) : file;
      System.arraycopy(bytes, 0, next, position, bytes.length);
      return next;
    }

    Write half() {
      return bytes.length == 0 ? this : new Write(position, Arrays.copyOf(bytes, bytes.length / 2));
    }
  }

  private final List<Write> writes = new ArrayList<>();
  private byte[] forced = new byte[0];

  void write(long position, byte[] bytes) {
    if (bytes.length > 0) {
      writes.add(new Write(position, bytes));
    }
  }

  void truncate(long length) {
    writes.add(new Write(length, new byte[0]));
  }

  void force() {
    for (Write each : writes) {
      forced = each.on(forced);
    }
    writes.clear();
  }

  /** Begins with a file that is on the disk. */
  void begin(byte[] file) {
    writes.clear();
    forced = file;
  }

  /** Returns the file after a loss of power; everything that was not forced is a matter of luck. */
  byte[] afterLoss(Random random) {
    byte[] file = forced.clone();
    for (Write each : writes) {
      switch (random.nextInt(3)) {
        case 0 -> file = each.on(file);
        case 1 -> file = each.half().on(file);
        default -> {}
      }
    }
    return file;
  }
}
