package dev.promotion.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.eclipse.jgit.internal.storage.file.BasePackIndexWriter;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.PackedObjectInfo;

/** Lays out a pack and its index in memory. Not thread-safe; close it. */
final class NewPack implements AutoCloseable {

  private static final int HEADER = 12;
  private static final int CHUNK = 16 << 10;

  /**
   * Only content from this size on is deflated. Trees consist of ids, which hardly get smaller, and
   * deflating them would be most of the work of a commit; git gc turns them into deltas anyway.
   */
  private static final int WORTH_DEFLATING = 1 << 10;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
  private final List<PackedObjectInfo> entries = new ArrayList<>();
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final byte[] chunk = new byte[CHUNK];

  NewPack() {
    // The header comes last, when the number of objects is known.
    out.write(chunk, 0, HEADER);
  }

  /** Adds an object; each may be added only once. */
  void add(GitObject object) {
    int start = out.size();
    byte[] bytes = object.bytes();
    writeEntryHead(object.type(), bytes.length);
    boolean deflated = object.type() == Constants.OBJ_BLOB && bytes.length >= WORTH_DEFLATING;
    deflater.reset();
    deflater.setLevel(deflated ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
    deflater.setInput(bytes);
    deflater.finish();
    while (!deflater.finished()) {
      out.write(chunk, 0, deflater.deflate(chunk));
    }
    addEntry(object.id(), start);
  }

  /** Adds an object as it lies in another pack, where it is not a delta. */
  void addPacked(AnyObjectId id, byte[] entry) {
    addEntry(id, out.size());
    out.write(entry, 0, entry.length);
  }

  private void addEntry(AnyObjectId id, int start) {
    PackedObjectInfo entry = new PackedObjectInfo(id);
    entry.setOffset(start);
    entries.add(entry);
  }

  private void writeEntryHead(int type, int size) {
    int letter = (type << 4) | (size & 0x0f);
    for (int rest = size >>> 4; rest != 0; rest >>>= 7) {
      out.write(letter | 0x80);
      letter = rest & 0x7f;
    }
    out.write(letter);
  }

  /** Ends the pack. */
  Laid lay() throws IOException {
    byte[] body = out.toByteArray();
    ByteBuffer.wrap(body).put(Constants.PACK_SIGNATURE).putInt(2).putInt(entries.size());
    for (int at = 0; at < entries.size(); at++) {
      long end = at + 1 < entries.size() ? entries.get(at + 1).getOffset() : body.length;
      entries.get(at).setCRC(crc(body, entries.get(at).getOffset(), end));
    }
    MessageDigest digest = Constants.newMessageDigest();
    byte[] checksum = digest.digest(body);
    byte[] pack = Arrays.copyOf(body, body.length + checksum.length);
    System.arraycopy(checksum, 0, pack, body.length, checksum.length);
    entries.sort(null);
    ByteArrayOutputStream index = new ByteArrayOutputStream(2 * CHUNK);
    BasePackIndexWriter.createVersion(index, 2).write(entries, checksum);
    return new Laid("pack-" + ObjectId.fromRaw(checksum).name(), pack, index.toByteArray());
  }

  private static int crc(byte[] body, long start, long end) {
    CRC32 crc = new CRC32();
    crc.update(body, (int) start, (int) (end - start));
    return (int) crc.getValue();
  }

  @Override
  public void close() {
    deflater.end();
  }

  /** A pack that is ready to be stored. */
  static final class Laid {
    private final String name;
    private final byte[] pack;
    private final byte[] index;

    private Laid(String name, byte[] pack, byte[] index) {
      this.name = name;
      this.pack = pack;
      this.index = index;
    }

    /** Returns the name that its content gives it, without extension. */
    String name() {
      return name;
    }

    byte[] pack() {
      return pack;
    }

    byte[] index() {
      return index;
    }
  }
}
