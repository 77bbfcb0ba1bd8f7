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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Lists what is below a folder. Used once. */
final class TreeListing {

  private static final int MOST = 1_000_000;
  private static final int LONGEST_PATH = 4096;

  private final ObjectSource source;
  private final List<FileEntry> entries = new ArrayList<>();

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
    add(tree, "");
    entries.sort(Comparator.comparing(FileEntry::path));
    return List.copyOf(entries);
  }

  private void add(ObjectId id, String prefix) throws IOException {
    RawTree tree = new RawTree(source.read(id, Constants.OBJ_TREE));
    for (RawTree.Entry entry : tree.entries()) {
      String path = prefix + text(tree.name(entry));
      if (path.length() > LONGEST_PATH || entries.size() == MOST) {
        throw new TooLargeException(
            "there are more than " + MOST + " files, or paths over " + LONGEST_PATH + " letters");
      }
      if (entry.isFolder()) {
        add(tree.id(entry), path + "/");
      } else {
        entries.add(new FileEntry(path, mode(entry), new BlobId(tree.id(entry).name())));
      }
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
      StringBuilder escaped = new StringBuilder();
      for (byte letter : name) {
        escaped.append(
            letter > ' '
                ? Character.toString(letter)
                : String.format(Locale.ROOT, "\\x%02x", letter));
      }
      return escaped.toString();
    }
  }
}
