package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.CommitDraft;
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
 * Deletes and sets files in a tree. Only the trees on the way to the files are read, and only those
 * that change are made. Links, submodules and folders are never replaced. Not thread-safe.
 */
final class TreeEditor {

  private static final byte[] EMPTY = {};

  private final ObjectSource source;
  private final List<GitObject> made = new ArrayList<>();

  TreeEditor(ObjectSource source) {
    this.source = source;
  }

  /** Returns the id that the root tree has after the changes of a draft. */
  ObjectId edit(ObjectId root, CommitDraft draft) throws IOException {
    byte[] bytes = source.read(root, Constants.OBJ_TREE);
    return made(bytes, edited(bytes, EditedFolder.of(draft)));
  }

  /** Returns the trees that were made, deepest first. */
  List<GitObject> made() {
    return made;
  }

  /** What goes makes room first, so that a name may come back in another form. */
  private byte[] edited(byte[] bytes, EditedFolder folder) throws IOException {
    RawTree tree = new RawTree(bytes);
    for (String name : folder.removed()) {
      removeFile(tree, name, folder.pathOf(name));
    }
    for (boolean removing : List.of(true, false)) {
      for (Map.Entry<String, EditedFolder> child : folder.folders().entrySet()) {
        if (child.getValue().onlyRemoves() == removing) {
          setFolder(tree, child.getKey(), folder.pathOf(child.getKey()), child.getValue());
        }
      }
    }
    for (Map.Entry<String, FileEdit> child : folder.files().entrySet()) {
      setFile(tree, child.getKey(), child.getValue());
    }
    return tree.bytes();
  }

  private ObjectId made(byte[] before, byte[] after) {
    GitObject changed = GitObject.of(Constants.OBJ_TREE, after);
    if (before != after) {
      made.add(changed);
    }
    return changed.id();
  }

  private static void removeFile(RawTree tree, String name, String path) throws IOException {
    Optional<RawTree.Entry> present = tree.entry(name.getBytes(UTF_8));
    if (present.isPresent()) {
      refuseUnless(present.get().isFile(), present.get(), path);
      tree.remove(present.get());
    }
  }

  private void setFolder(RawTree tree, String name, String path, EditedFolder folder)
      throws IOException {
    byte[] key = name.getBytes(UTF_8);
    Optional<RawTree.Entry> present = tree.entry(key);
    if (present.isPresent()) {
      refuseUnless(present.get().isFolder(), present.get(), path);
      byte[] below = source.read(tree.id(present.get()), Constants.OBJ_TREE);
      byte[] after = edited(below, folder);
      if (after.length == 0) {
        tree.remove(present.get());
      } else {
        tree.replace(present.get(), made(below, after));
      }
    } else if (!folder.onlyRemoves()) {
      SiblingNames.refuseClash(tree, name, path);
      tree.insert(key, FileMode.TREE.getBits(), made(EMPTY, edited(EMPTY, folder)));
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
