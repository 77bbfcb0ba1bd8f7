package dev.promotion.git;

import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.FileEdit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The edits of a commit, folder by folder, so that each tree on the way is made only once. */
final class EditedFolder {

  private final String path;
  private final Map<String, EditedFolder> folders = new TreeMap<>();
  private final Map<String, FileEdit> files = new TreeMap<>();

  private EditedFolder(String path) {
    this.path = path;
  }

  /** Sorts edits into folders; returns the root. */
  static EditedFolder of(List<FileEdit> edits) throws RefusedException {
    EditedFolder root = new EditedFolder("");
    for (FileEdit edit : edits) {
      root.add(edit.path().parts(), edit);
    }
    return root;
  }

  private void add(List<String> parts, FileEdit edit) throws RefusedException {
    String name = parts.get(0);
    boolean file = parts.size() == 1;
    if (file ? folders.containsKey(name) : files.containsKey(name)) {
      throw new RefusedException(
          ProblemCode.PATH_TYPE_CHANGE,
          "'" + pathOf(name) + "' would be both a file and a folder; promote only one of them");
    }
    if (file) {
      files.put(name, edit);
    } else {
      folders
          .computeIfAbsent(name, each -> new EditedFolder(pathOf(each)))
          .add(parts.subList(1, parts.size()), edit);
    }
  }

  /** Returns the path of something in this folder, from the root of the repository. */
  String pathOf(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  Map<String, EditedFolder> folders() {
    return folders;
  }

  Map<String, FileEdit> files() {
    return files;
  }
}
