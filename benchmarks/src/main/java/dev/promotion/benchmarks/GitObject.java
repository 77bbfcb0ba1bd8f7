package dev.promotion.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;

/** The bytes of Git objects and their ids, with nothing but the JDK. */
final class GitObject {

  /** Who makes every commit of the benchmark. */
  static final String AUTHOR = "Promotion";

  /** The address of {@link #AUTHOR}. */
  static final String EMAIL = "promotion@example.org";

  /** The length of an id in bytes. */
  static final int ID = 20;

  private static final int LARGE_TREE = 32 << 10;

  private GitObject() {}

  /**
   * Returns how hard to deflate: Git's own level for single objects, but large folders not at all,
   * since they are mostly ids, which do not get smaller.
   */
  static int deflation(ObjectKind kind, byte[] content) {
    return kind == ObjectKind.TREE && content.length >= LARGE_TREE
        ? Deflater.NO_COMPRESSION
        : Deflater.BEST_SPEED;
  }

  static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-1", impossible);
    }
  }

  /** Returns what is hashed, and deflated on disk, before the content. */
  static byte[] header(ObjectKind kind, byte[] content) {
    return (kind + " " + content.length + "\0").getBytes(UTF_8);
  }

  static byte[] id(ObjectKind kind, byte[] content) {
    MessageDigest digest = sha1();
    digest.update(header(kind, content));
    return digest.digest(content);
  }

  static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  /** Returns a commit; the parent is empty for the first. */
  static byte[] commit(byte[] tree, String parent, Instant time, String message) {
    String person = AUTHOR + " <" + EMAIL + "> " + time.getEpochSecond() + " +0000\n";
    String text =
        "tree "
            + hex(tree)
            + "\n"
            + (parent.isEmpty() ? "" : "parent " + parent + "\n")
            + "author "
            + person
            + "committer "
            + person
            + "\n"
            + message;
    return text.getBytes(UTF_8);
  }

  /** Adds an entry to a tree; entries must come in Git's order. */
  static void addEntry(ByteArrayOutputStream tree, String mode, String name, byte[] id) {
    tree.writeBytes((mode + " " + name + "\0").getBytes(UTF_8));
    tree.writeBytes(id);
  }

  /** Returns a copy of a tree in which one entry, which must be there, has another id. */
  static byte[] withEntry(byte[] tree, String name, byte[] id) {
    byte[] wanted = name.getBytes(UTF_8);
    int at = 0;
    while (at < tree.length) {
      int from = indexOf(tree, ' ', at) + 1;
      int end = indexOf(tree, '\0', from);
      if (Arrays.equals(tree, from, end, wanted, 0, wanted.length)) {
        byte[] changed = tree.clone();
        System.arraycopy(id, 0, changed, end + 1, ID);
        return changed;
      }
      at = end + 1 + ID;
    }
    throw new IllegalArgumentException("the tree has no entry " + name);
  }

  private static int indexOf(byte[] bytes, char wanted, int from) {
    int at = from;
    while (bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
