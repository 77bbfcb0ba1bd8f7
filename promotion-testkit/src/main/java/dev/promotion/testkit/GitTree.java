package dev.promotion.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.repository.FileMode;
import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder as Git stores it. Names are kept as bytes, one {@code char} each, because Git asks for
 * no encoding.
 */
record GitTree(List<GitTree.Entry> entries) {

  static final GitTree EMPTY = new GitTree(List.of());

  private static final int ID_BYTES = 20;

  /** What lies in a folder. */
  record Entry(int mode, String rawName, String id) {

    static final int FOLDER = 0040000;

    static Entry of(FileMode mode, String name, String id) {
      return new Entry(mode.bits(), raw(name), id);
    }

    static Entry folder(String name, String id) {
      return new Entry(FOLDER, raw(name), id);
    }

    static String raw(String name) {
      return new String(name.getBytes(UTF_8), ISO_8859_1);
    }

    String name() {
      return new String(rawName.getBytes(ISO_8859_1), UTF_8);
    }

    boolean isFolder() {
      return mode == FOLDER;
    }

    /** Tells what it is; only for what is no folder. */
    FileMode fileMode() {
      if (mode == FileMode.SYMBOLIC_LINK.bits()) {
        return FileMode.SYMBOLIC_LINK;
      }
      if (mode == FileMode.SUBMODULE.bits()) {
        return FileMode.SUBMODULE;
      }
      return (mode & 0100) == 0 ? FileMode.REGULAR : FileMode.EXECUTABLE;
    }

    /** Git sorts folders as if their names ended in a slash. */
    private String sortKey() {
      return isFolder() ? rawName + "/" : rawName;
    }
  }

  GitTree {
    entries = List.copyOf(entries);
  }

  static GitTree parse(byte[] content) {
    String text = new String(content, ISO_8859_1);
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (at < content.length) {
      int blank = text.indexOf(' ', at);
      int end = text.indexOf('\0', blank);
      entries.add(
          new Entry(
              Integer.parseInt(text.substring(at, blank), 8),
              text.substring(blank + 1, end),
              HexFormat.of().formatHex(content, end + 1, end + 1 + ID_BYTES)));
      at = end + 1 + ID_BYTES;
    }
    return new GitTree(entries);
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      out.writeBytes(Integer.toOctalString(entry.mode()).getBytes(US_ASCII));
      out.write(' ');
      out.writeBytes(entry.rawName().getBytes(ISO_8859_1));
      out.write(0);
      out.writeBytes(HexFormat.of().parseHex(entry.id()));
    }
    return out.toByteArray();
  }

  String id() {
    return GitObjects.id(ObjectKind.TREE, bytes());
  }

  Optional<Entry> entry(String name) {
    String raw = Entry.raw(name);
    return entries.stream().filter(each -> each.rawName().equals(raw)).findFirst();
  }

  GitTree with(Collection<Entry> changed) {
    Set<String> replaced = changed.stream().map(Entry::rawName).collect(Collectors.toSet());
    List<Entry> sorted = new ArrayList<>(withoutRaw(replaced));
    sorted.addAll(changed);
    sorted.sort(Comparator.comparing(Entry::sortKey));
    return new GitTree(sorted);
  }

  GitTree without(Collection<String> names) {
    return new GitTree(withoutRaw(names.stream().map(Entry::raw).collect(Collectors.toSet())));
  }

  private List<Entry> withoutRaw(Set<String> names) {
    return entries.stream().filter(each -> !names.contains(each.rawName())).toList();
  }
}
