package dev.promotion.git;

import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.RepositoryPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes of a commit, folder by folder, so that each tree on the way is made only once. */
final class EditedFolder {

  private final String path;
  private final Map<String, EditedFolder> folders = new TreeMap<>();
  private final Map<String, FileEdit> files = new TreeMap<>();
  private final Set<String> removed = new TreeSet<>();

  private EditedFolder(String path) {
    this.path = path;
  }

  /** Sorts changes into folders; returns the root. */
  static EditedFolder of(CommitDraft draft) throws RefusedException {
    EditedFolder root = new EditedFolder("");
    for (FileEdit edit : draft.edits()) {
      root.add(edit.path().parts(), edit);
    }
    for (RepositoryPath path : draft.removed()) {
      root.remove(path.parts());
    }
    return root;
  }

  private void remove(List<String> parts) {
    if (parts.size() == 1) {
      removed.add(parts.get(0));
    } else {
      below(parts.get(0)).remove(parts.subList(1, parts.size()));
    }
  }

  private EditedFolder below(String name) {
    return folders.computeIfAbsent(name, each -> new EditedFolder(pathOf(each)));
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
      below(name).add(parts.subList(1, parts.size()), edit);
    }
  }

  /** Returns the path of something in this folder, from the root of the repository. */
  String pathOf(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  /** Tells whether nothing is set in this folder and those below it. */
  boolean onlyRemoves() {
    return files.isEmpty() && folders.values().stream().allMatch(EditedFolder::onlyRemoves);
  }

  Map<String, EditedFolder> folders() {
    return folders;
  }

  Map<String, FileEdit> files() {
    return files;
  }

  /** Returns the names of the files that are deleted. */
  Set<String> removed() {
    return removed;
  }
}
