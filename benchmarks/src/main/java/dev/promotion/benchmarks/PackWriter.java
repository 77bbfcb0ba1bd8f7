package dev.promotion.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a pack of whole objects, and its index, with nothing but the JDK. */
final class PackWriter implements ObjectSink {

  private record Entry(String id, int checksum, long offset) {}

  private static final int INDEX_MAGIC = 0xff744f63;
  private static final int VERSION = 2;
  private static final int HEADER = 12;

  private final int announced;
  private final DigestOutputStream pack;
  private final Deflater deflater = new Deflater();
  private final List<Entry> entries = new ArrayList<>();
  private final byte[] buffer = new byte[1 << 14];
  private long offset = HEADER;

  /** Begins a pack of so many objects; the stream is not closed. */
  PackWriter(OutputStream out, int objects) throws IOException {
    announced = objects;
    pack = new DigestOutputStream(out, GitObject.sha1());
    DataOutputStream header = new DataOutputStream(pack);
    header.write("PACK".getBytes(US_ASCII));
    header.writeInt(VERSION);
    header.writeInt(objects);
  }

  @Override
  public byte[] add(ObjectKind kind, byte[] content) throws IOException {
    byte[] id = GitObject.id(kind, content);
    CRC32 checksum = new CRC32();
    long start = offset;
    byte[] head = head(kind, content.length);
    put(head, head.length, checksum);
    deflater.reset();
    deflater.setLevel(GitObject.deflation(kind, content));
    deflater.setInput(content);
    deflater.finish();
    while (!deflater.finished()) {
      put(buffer, deflater.deflate(buffer), checksum);
    }
    entries.add(new Entry(GitObject.hex(id), (int) checksum.getValue(), start));
    return id;
  }

  /** Ends the pack, writes its index and returns its name. */
  String finish(OutputStream indexOut) throws IOException {
    deflater.end();
    if (entries.size() != announced) {
      throw new IOException("announced " + announced + " objects, got " + entries.size());
    }
    byte[] id = pack.getMessageDigest().digest();
    pack.on(false);
    pack.write(id);
    writeIndex(indexOut, id);
    return "pack-" + GitObject.hex(id);
  }

  private void put(byte[] bytes, int length, CRC32 checksum) throws IOException {
    pack.write(bytes, 0, length);
    checksum.update(bytes, 0, length);
    offset += length;
  }

  /** Four bits of the size and the kind, then seven bits of the size in each further byte. */
  private static byte[] head(ObjectKind kind, int size) {
    byte[] head = new byte[6];
    int length = 0;
    int next = (kind.packType() << 4) | (size & 0xf);
    for (int rest = size >>> 4; rest > 0; rest >>>= 7) {
      head[length++] = (byte) (next | 0x80);
      next = rest & 0x7f;
    }
    head[length++] = (byte) next;
    return Arrays.copyOf(head, length);
  }

  private void writeIndex(OutputStream out, byte[] packId) throws IOException {
    entries.sort(Comparator.comparing(Entry::id));
    DigestOutputStream digest = new DigestOutputStream(out, GitObject.sha1());
    DataOutputStream index = new DataOutputStream(digest);
    index.writeInt(INDEX_MAGIC);
    index.writeInt(VERSION);
    for (int count : fanOut()) {
      index.writeInt(count);
    }
    for (Entry entry : entries) {
      index.write(HexFormat.of().parseHex(entry.id()));
    }
    for (Entry entry : entries) {
      index.writeInt(entry.checksum());
    }
    for (Entry entry : entries) {
      index.writeInt(Math.toIntExact(entry.offset()));
    }
    index.write(packId);
    out.write(digest.getMessageDigest().digest());
  }

  private int[] fanOut() {
    int[] counts = new int[256];
    for (Entry entry : entries) {
      counts[HexFormat.fromHexDigits(entry.id(), 0, 2)]++;
    }
    for (int at = 1; at < counts.length; at++) {
      counts[at] += counts[at - 1];
    }
    return counts;
  }
}
