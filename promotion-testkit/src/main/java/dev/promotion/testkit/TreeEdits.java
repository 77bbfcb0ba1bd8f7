package dev.promotion.testkit;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.testkit.GitTree.Entry;
import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Deletes and sets files in a tree: only the folders on the way to them are written anew. */
final class TreeEdits {

  private final GitObjects objects;
  private final GitObjects added;

  TreeEdits(GitObjects objects, GitObjects added) {
    this.objects = objects;
    this.added = added;
  }

  /** Returns the id of the tree with the files set; what it needs beyond the old is added. */
  String applied(String tree, CommitDraft draft) {
    String left = tree;
    for (RepositoryPath path : draft.removed()) {
      GitTree without = without(tree(left), path, 0);
      left = added.put(ObjectKind.TREE, without.bytes());
    }
    return draft.edits().isEmpty() ? left : applied(tree(left), draft.edits(), 0);
  }

  private GitTree tree(String id) {
    return objects.tree(id).or(() -> added.tree(id)).orElse(GitTree.EMPTY);
  }

  /** A folder goes with its last file. */
  private GitTree without(GitTree tree, RepositoryPath path, int depth) {
    String name = path.parts().get(depth);
    Optional<Entry> found = tree.entry(name);
    boolean isLeaf = path.parts().size() == depth + 1;
    found.ifPresent(entry -> check(entry, path, isLeaf));
    if (found.isEmpty() || isLeaf) {
      return tree.without(List.of(name));
    }
    GitTree below = without(tree(found.get().id()), path, depth + 1);
    return below.entries().isEmpty()
        ? tree.without(List.of(name))
        : tree.with(List.of(Entry.folder(name, added.put(ObjectKind.TREE, below.bytes()))));
  }

  private String applied(GitTree tree, List<FileEdit> edits, int depth) {
    Map<String, List<FileEdit>> byName = new TreeMap<>();
    for (FileEdit edit : edits) {
      byName.computeIfAbsent(edit.path().parts().get(depth), name -> new ArrayList<>()).add(edit);
    }
    List<Entry> changed = new ArrayList<>();
    byName.forEach((name, below) -> changed.add(changed(tree.entry(name), name, below, depth)));
    return added.put(ObjectKind.TREE, tree.with(changed).bytes());
  }

  private Entry changed(Optional<Entry> old, String name, List<FileEdit> edits, int depth) {
    FileEdit first = edits.get(0);
    boolean isLeaf = edits.stream().anyMatch(each -> each.path().parts().size() == depth + 1);
    if (isLeaf && edits.size() > 1) {
      throw refused(
          ProblemCode.PATH_TYPE_CHANGE, first.path(), "is to be a file and a folder at once");
    }
    old.ifPresent(entry -> check(entry, first.path(), isLeaf));
    if (isLeaf) {
      return Entry.of(first.mode(), name, first.blob().value());
    }
    GitTree folder = old.map(entry -> tree(entry.id())).orElse(GitTree.EMPTY);
    return Entry.folder(name, applied(folder, edits, depth + 1));
  }

  private static void check(Entry old, RepositoryPath path, boolean isLeaf) {
    if (!old.isFolder() && !old.fileMode().isFile()) {
      throw refused(ProblemCode.PATH_NOT_REGULAR, path, "is or leads through " + named(old));
    }
    if (old.isFolder() == isLeaf) {
      String reason = isLeaf ? "is a folder there" : "leads through " + named(old);
      throw refused(ProblemCode.PATH_TYPE_CHANGE, path, reason);
    }
  }

  private static String named(Entry entry) {
    String kind = entry.fileMode() == FileMode.SYMBOLIC_LINK ? "link" : "submodule";
    return "the " + (entry.fileMode().isFile() ? "file" : kind) + " '" + entry.name() + "'";
  }

  private static PortException refused(ProblemCode code, RepositoryPath path, String reason) {
    return new PortException(
        Fault.REJECTED,
        new Problem(code, path.value(), reason + ", so no file is written; remove it first"),
        null);
  }
}
