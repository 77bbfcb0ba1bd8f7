package dev.promotion.git;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.internal.storage.pack.BinaryDelta;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.InflaterCache;
import org.eclipse.jgit.lib.ObjectId;

/** One pack file and its index: many objects, some of them stored as changes to others. */
final class Pack implements ObjectSource, AutoCloseable {

  private static final int LONGEST_CHAIN = 10_000;
  private static final int BUFFER = 64 << 10;
  private static final int INDEX_HEAD = (2 + 256) * Integer.BYTES;
  private static final byte INDEX_MARK = -1;
  private static final int ID = Constants.OBJECT_ID_LENGTH;

  private final PackBytes bytes;
  private final PackIndex index;

  Pack(PackBytes bytes, PackIndex index) {
    this.bytes = bytes;
    this.index = index;
  }

  /** Opens the pack of a name like {@code pack-1a2b}, which has an index beside it. */
  static Pack open(Path folder, String name) throws IOException {
    Path index = folder.resolve(name + ".idx");
    try (InputStream in = new BufferedInputStream(Files.newInputStream(index), BUFFER)) {
      checkIndex(in, Files.size(index));
      return new Pack(new PackBytes(folder.resolve(name + ".pack")), PackIndex.read(in));
    }
  }

  /**
   * Refuses an index that counts more objects than it has room for: reading it would take memory.
   */
  static void checkIndex(InputStream in, long size) throws IOException {
    in.mark(INDEX_HEAD);
    ByteBuffer head = ByteBuffer.wrap(in.readNBytes(INDEX_HEAD));
    in.reset();
    boolean marked = head.hasRemaining() && head.get(0) == INDEX_MARK;
    head.position(Math.min(head.limit(), marked ? 2 * Integer.BYTES : 0));
    long least = 0;
    for (int letter = 0; letter < 256; letter++) {
      long count = head.remaining() < Integer.BYTES ? -1 : Integer.toUnsignedLong(head.getInt());
      if (count < least || count > size / ID) {
        throw new CorruptObjectException("an index of a pack is cut off or malformed");
      }
      least = count;
    }
  }

  /** Returns the name without extension. */
  String name() {
    String file = bytes.file().getFileName().toString();
    return file.substring(0, file.length() - ".pack".length());
  }

  PackBytes bytes() {
    return bytes;
  }

  PackIndex index() {
    return index;
  }

  boolean has(AnyObjectId id) {
    return index.findOffset(id) >= 0;
  }

  @Override
  public Optional<GitObject> find(AnyObjectId id) throws IOException {
    long offset = index.findOffset(id);
    return offset < 0 ? Optional.empty() : Optional.of(read(id.toObjectId(), offset));
  }

  private GitObject read(ObjectId id, long offset) throws IOException {
    Deque<byte[]> deltas = new ArrayDeque<>();
    PackEntry entry = entry(offset);
    while (entry.isDelta()) {
      if (deltas.size() == LONGEST_CHAIN) {
        throw new CorruptObjectException(id, "is a delta without an end");
      }
      deltas.push(inflate(entry));
      entry = entry(base(entry));
    }
    byte[] whole = inflate(entry);
    for (byte[] delta : deltas) {
      whole = apply(id, whole, delta);
    }
    return new GitObject(id, entry.type(), whole);
  }

  /** Reads the head of the entry at an offset. */
  PackEntry entry(long offset) throws IOException {
    return PackEntry.parse(offset, bytes.read(offset));
  }

  private long base(PackEntry entry) throws IOException {
    if (entry.type() == Constants.OBJ_OFS_DELTA) {
      return entry.baseOffset();
    }
    byte[] head = bytes.read(entry.dataOffset() - ID);
    if (head.length < ID) {
      throw new CorruptObjectException("pack " + name() + " is cut off");
    }
    ObjectId base = ObjectId.fromRaw(head);
    long offset = index.findOffset(base);
    if (offset < 0) {
      throw new CorruptObjectException(base, "is a base that is not in pack " + name());
    }
    return offset;
  }

  private byte[] inflate(PackEntry entry) throws IOException {
    long deflated = Math.max(0, bytes.size() - entry.dataOffset());
    byte[] whole = new byte[TooLargeException.checked(entry.size(), deflated)];
    Inflater inflater = InflaterCache.get();
    try {
      int filled = 0;
      long from = entry.dataOffset();
      // To the end of the stream, past the last byte: the checksum of the content stands there.
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          byte[] input = bytes.read(from);
          inflater.setInput(input);
          from += input.length;
        }
        int count = inflater.inflate(whole, filled, whole.length - filled);
        filled += count;
        if (count == 0 && isStuck(inflater, from)) {
          break;
        }
      }
      if (filled < whole.length || !inflater.finished()) {
        throw new CorruptObjectException("pack " + name() + " has an entry of another size");
      }
      return whole;
    } catch (DataFormatException damaged) {
      throw new CorruptObjectException("pack " + name() + " cannot be inflated", damaged);
    } finally {
      InflaterCache.release(inflater);
    }
  }

  private boolean isStuck(Inflater inflater, long from) {
    return !inflater.needsInput() || from >= bytes.size();
  }

  private static byte[] apply(ObjectId id, byte[] base, byte[] delta) throws IOException {
    try {
      byte[] result = new byte[TooLargeException.checked(BinaryDelta.getResultSize(delta))];
      return BinaryDelta.apply(base, delta, result);
    } catch (RuntimeException malformed) {
      CorruptObjectException damaged = new CorruptObjectException(id, "has a malformed delta");
      damaged.initCause(malformed);
      throw damaged;
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
