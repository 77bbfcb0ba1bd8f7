package dev.promotion.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The bytes of a tree, read and changed in place: setting an entry that is there overwrites the 20
 * bytes of its id. Not thread-safe.
 */
final class RawTree {

  private static final int ID = Constants.OBJECT_ID_LENGTH;

  /** An entry: its mode bits, and where it, its name and its id start. */
  record Entry(int start, int mode, int nameStart, int nameEnd) {

    boolean isFolder() {
      return is(Constants.OBJ_TREE);
    }

    boolean isFile() {
      return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
    }

    boolean isLink() {
      return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_SYMLINK;
    }

    private boolean is(int type) {
      return FileMode.fromBits(mode).getObjectType() == type;
    }

    private int idStart() {
      return nameEnd + 1;
    }

    private int end() {
      return nameEnd + 1 + ID;
    }
  }

  private byte[] bytes;
  private boolean shared;

  /** Wraps bytes that others use too: the first change copies them. */
  RawTree(byte[] bytes) {
    this.bytes = bytes;
    this.shared = true;
  }

  /** Returns the bytes; the tree must not be changed after that. */
  byte[] bytes() {
    return bytes;
  }

  /** Returns the entry of a name. */
  Optional<Entry> entry(byte[] name) throws CorruptObjectException {
    return first(
        entry ->
            entry.nameEnd - entry.nameStart == name.length
                && Arrays.equals(bytes, entry.nameStart, entry.nameEnd, name, 0, name.length));
  }

  /** Returns the first entry that fulfils a condition. */
  Optional<Entry> first(Predicate<Entry> condition) throws CorruptObjectException {
    for (int at = 0; at < bytes.length; ) {
      Entry entry = entryAt(at);
      if (condition.test(entry)) {
        return Optional.of(entry);
      }
      at = entry.end();
    }
    return Optional.empty();
  }

  /** Returns all entries in order. */
  List<Entry> entries() throws CorruptObjectException {
    List<Entry> entries = new ArrayList<>();
    first(entry -> !entries.add(entry));
    return entries;
  }

  private Entry entryAt(int start) throws CorruptObjectException {
    int at = start;
    int mode = 0;
    while (at < bytes.length && bytes[at] != ' ') {
      if (bytes[at] < '0' || bytes[at] > '7' || at - start > 6) {
        throw new CorruptObjectException("a tree has an entry with a malformed mode");
      }
      mode = (mode << 3) | (bytes[at++] - '0');
    }
    int nameStart = ++at;
    while (at < bytes.length && bytes[at] != 0) {
      at++;
    }
    if (at + ID >= bytes.length) {
      throw new CorruptObjectException("a tree is cut off");
    }
    return new Entry(start, mode, nameStart, at);
  }

  byte[] name(Entry entry) {
    return Arrays.copyOfRange(bytes, entry.nameStart, entry.nameEnd);
  }

  ObjectId id(Entry entry) {
    return ObjectId.fromRaw(bytes, entry.idStart());
  }

  /** Gives an entry that is there another id. */
  void replace(Entry entry, ObjectId id) {
    replace(entry, entry.mode, id);
  }

  /** Gives an entry that is there another id, and a mode whose text has the same length. */
  void replace(Entry entry, int mode, ObjectId id) {
    if (entry.mode == mode && id.equals(id(entry))) {
      return;
    }
    if (shared) {
      bytes = bytes.clone();
      shared = false;
    }
    byte[] text = modeText(mode);
    if (entry.mode != mode) {
      System.arraycopy(text, 0, bytes, entry.nameStart - 1 - text.length, text.length);
    }
    id.copyRawTo(bytes, entry.idStart());
  }

  /** Takes an entry away. */
  void remove(Entry entry) {
    byte[] shorter = new byte[bytes.length - (entry.end() - entry.start)];
    System.arraycopy(bytes, 0, shorter, 0, entry.start);
    System.arraycopy(bytes, entry.end(), shorter, entry.start, bytes.length - entry.end());
    bytes = shorter;
    shared = false;
  }

  /** Adds an entry whose name is not there, at the place where Git wants it. */
  void insert(byte[] name, int mode, ObjectId id) throws CorruptObjectException {
    boolean folder = FileMode.fromBits(mode).getObjectType() == Constants.OBJ_TREE;
    byte[] text = modeText(mode);
    int at = first(entry -> comesAfter(entry, name, folder)).map(Entry::start).orElse(bytes.length);
    byte[] longer = new byte[bytes.length + text.length + 1 + name.length + 1 + ID];
    System.arraycopy(bytes, 0, longer, 0, at);
    int to = at;
    System.arraycopy(text, 0, longer, to, text.length);
    to += text.length;
    longer[to++] = ' ';
    System.arraycopy(name, 0, longer, to, name.length);
    to += name.length;
    longer[to++] = 0;
    id.copyRawTo(longer, to);
    System.arraycopy(bytes, at, longer, to + ID, bytes.length - at);
    bytes = longer;
    shared = false;
  }

  /** Compares as Git does: the name of a folder as if it ended in a slash. */
  private boolean comesAfter(Entry entry, byte[] name, boolean folder) {
    int length = entry.nameEnd - entry.nameStart;
    int common = Math.min(length, name.length);
    int order =
        Arrays.compareUnsigned(bytes, entry.nameStart, entry.nameStart + common, name, 0, common);
    if (order != 0) {
      return order > 0;
    }
    int left = length > common ? bytes[entry.nameStart + common] & 0xff : end(entry.isFolder());
    int right = name.length > common ? name[common] & 0xff : end(folder);
    return left > right;
  }

  private static int end(boolean folder) {
    return folder ? '/' : 0;
  }

  private static byte[] modeText(int mode) {
    return Integer.toOctalString(mode).getBytes(US_ASCII);
  }
}
