package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Lists what is below a folder. Used once. */
final class TreeListing {

  private static final HexFormat HEX = HexFormat.of();
  private static final int MOST = 100_000;
  private static final int LONGEST_PATH = 4096;
  private static final long MOST_LETTERS = 10_000_000;

  private final ObjectSource source;
  private final List<FileEntry> entries = new ArrayList<>();
  private long letters;

  TreeListing(ObjectSource source) {
    this.source = source;
  }

  /** Lists the files below a folder of a tree; empty if there is no such folder. */
  List<FileEntry> below(ObjectId root, RepositoryPath folder) throws IOException {
    ObjectId tree = root;
    for (String part : folder.parts()) {
      RawTree raw = new RawTree(source.read(tree, Constants.OBJ_TREE));
      Optional<RawTree.Entry> entry = raw.entry(part.getBytes(UTF_8));
      if (entry.isEmpty()) {
        return List.of();
      }
      if (!entry.get().isFolder()) {
        throw new RefusedException(
            ProblemCode.PATH_NOT_REGULAR,
            "'" + folder + "' is, or leads through, a link, a submodule or a file; use a folder");
      }
      tree = raw.id(entry.get());
    }
    addAll(tree);
    entries.sort(Comparator.comparing(FileEntry::path));
    return List.copyOf(entries);
  }

  /** A folder that is still to be listed. */
  private record Folder(ObjectId tree, String prefix) {}

  /** Goes down without recursion: whoever stored the trees decides how deep they are. */
  private void addAll(ObjectId root) throws IOException {
    Deque<Folder> waiting = new ArrayDeque<>();
    waiting.push(new Folder(root, ""));
    while (!waiting.isEmpty()) {
      add(waiting.pop(), waiting);
    }
  }

  private void add(Folder folder, Deque<Folder> waiting) throws IOException {
    RawTree tree = new RawTree(source.read(folder.tree(), Constants.OBJ_TREE));
    for (RawTree.Entry entry : tree.entries()) {
      String path = folder.prefix() + text(tree.name(entry));
      checkLimits(path, waiting.size());
      if (entry.isFolder()) {
        waiting.push(new Folder(tree.id(entry), path + "/"));
      } else {
        entries.add(new FileEntry(path, mode(entry), new BlobId(tree.id(entry).name())));
      }
    }
  }

  private void checkLimits(String path, int waiting) throws TooLargeException {
    letters += path.length();
    if (path.length() > LONGEST_PATH
        || entries.size() + waiting >= MOST
        || letters > MOST_LETTERS) {
      throw new TooLargeException(
          "there are more than "
              + MOST
              + " files, or their paths have more than "
              + LONGEST_PATH
              + " letters, or "
              + MOST_LETTERS
              + " in all; name a smaller folder");
    }
  }

  private static FileMode mode(RawTree.Entry entry) {
    if (entry.isFile()) {
      return (entry.mode() & 0100) == 0 ? FileMode.REGULAR : FileMode.EXECUTABLE;
    }
    return entry.isLink() ? FileMode.SYMBOLIC_LINK : FileMode.SUBMODULE;
  }

  /**
   * Decodes a name; what is not UTF-8 becomes an escape with a backslash, which is never written.
   */
  private static String text(byte[] name) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException otherEncoding) {
      StringBuilder escaped = new StringBuilder(4 * name.length);
      for (byte letter : name) {
        if (letter > ' ') {
          escaped.append((char) letter);
        } else {
          escaped.append("\\x").append(HEX.toHexDigits(letter));
        }
      }
      return escaped.toString();
    }
  }
}
