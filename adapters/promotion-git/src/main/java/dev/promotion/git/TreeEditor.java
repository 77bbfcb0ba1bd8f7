package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.FileEdit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Sets files in a tree. Only the trees on the way to the files are read, and only those that change
 * are made. Links, submodules and folders are never replaced. Not thread-safe.
 */
final class TreeEditor {

  private static final byte[] EMPTY = {};

  private final ObjectSource source;
  private final List<GitObject> made = new ArrayList<>();

  TreeEditor(ObjectSource source) {
    this.source = source;
  }

  /** Returns the id that the root tree has after the edits. */
  ObjectId edit(ObjectId root, List<FileEdit> edits) throws IOException {
    return edit(source.read(root, Constants.OBJ_TREE), EditedFolder.of(edits));
  }

  /** Returns the trees that were made, deepest first. */
  List<GitObject> made() {
    return made;
  }

  private ObjectId edit(byte[] bytes, EditedFolder folder) throws IOException {
    RawTree tree = new RawTree(bytes);
    for (Map.Entry<String, EditedFolder> child : folder.folders().entrySet()) {
      setFolder(tree, child.getKey(), folder.pathOf(child.getKey()), child.getValue());
    }
    for (Map.Entry<String, FileEdit> child : folder.files().entrySet()) {
      setFile(tree, child.getKey(), child.getValue());
    }
    GitObject changed = GitObject.of(Constants.OBJ_TREE, tree.bytes());
    if (tree.bytes() != bytes) {
      made.add(changed);
    }
    return changed.id();
  }

  private void setFolder(RawTree tree, String name, String path, EditedFolder folder)
      throws IOException {
    byte[] key = name.getBytes(UTF_8);
    Optional<RawTree.Entry> present = tree.entry(key);
    if (present.isPresent()) {
      refuseUnless(present.get().isFolder(), present.get(), path);
      byte[] below = source.read(tree.id(present.get()), Constants.OBJ_TREE);
      tree.replace(present.get(), edit(below, folder));
    } else {
      SiblingNames.refuseClash(tree, name, path);
      tree.insert(key, FileMode.TREE.getBits(), edit(EMPTY, folder));
    }
  }

  private static void setFile(RawTree tree, String name, FileEdit edit) throws IOException {
    byte[] key = name.getBytes(UTF_8);
    ObjectId blob = ObjectId.fromString(edit.blob().value());
    Optional<RawTree.Entry> present = tree.entry(key);
    if (present.isPresent()) {
      refuseUnless(present.get().isFile(), present.get(), edit.path().value());
      tree.replace(present.get(), edit.mode().bits(), blob);
    } else {
      SiblingNames.refuseClash(tree, name, edit.path().value());
      tree.insert(key, edit.mode().bits(), blob);
    }
  }

  private static void refuseUnless(boolean fits, RawTree.Entry present, String path)
      throws RefusedException {
    if (fits) {
      return;
    }
    if (present.isFile() || present.isFolder()) {
      throw new RefusedException(
          ProblemCode.PATH_TYPE_CHANGE,
          "'"
              + path
              + "' is a "
              + (present.isFile() ? "file" : "folder")
              + " there and would change its kind; rename one of the two");
    }
    throw new RefusedException(
        ProblemCode.PATH_NOT_REGULAR,
        "'"
            + path
            + "' is a "
            + (present.isLink() ? "link" : "submodule")
            + "; it is never read or written, replace it by a file or folder");
  }
}
