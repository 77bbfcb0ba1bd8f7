package dev.promotion.testkit;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileMode;
import dev.promotion.testkit.GitTree.Entry;
import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sets files in a tree: only the folders on the way to them are written anew. */
final class TreeEdits {

  private final GitObjects objects;
  private final GitObjects added;

  TreeEdits(GitObjects objects, GitObjects added) {
    this.objects = objects;
    this.added = added;
  }

  /** Returns the id of the tree with the files set; what it needs beyond the old is added. */
  String applied(String tree, List<FileEdit> edits) {
    return applied(objects.tree(tree).orElse(GitTree.EMPTY), edits, 0);
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
      throw refused(ProblemCode.PATH_TYPE_CHANGE, first, "is to be a file and a folder at once");
    }
    old.ifPresent(entry -> check(entry, first, isLeaf));
    if (isLeaf) {
      return Entry.of(first.mode(), name, first.blob().value());
    }
    GitTree folder = old.flatMap(entry -> objects.tree(entry.id())).orElse(GitTree.EMPTY);
    return Entry.folder(name, applied(folder, edits, depth + 1));
  }

  private static void check(Entry old, FileEdit edit, boolean isLeaf) {
    if (!old.isFolder() && !old.fileMode().isFile()) {
      throw refused(ProblemCode.PATH_NOT_REGULAR, edit, "is or leads through " + named(old));
    }
    if (old.isFolder() == isLeaf) {
      String reason = isLeaf ? "is a folder there" : "leads through " + named(old);
      throw refused(ProblemCode.PATH_TYPE_CHANGE, edit, reason);
    }
  }

  private static String named(Entry entry) {
    String kind = entry.fileMode() == FileMode.SYMBOLIC_LINK ? "link" : "submodule";
    return "the " + (entry.fileMode().isFile() ? "file" : kind) + " '" + entry.name() + "'";
  }

  private static PortException refused(ProblemCode code, FileEdit edit, String reason) {
    return new PortException(
        Fault.REJECTED,
        new Problem(code, edit.path().value(), reason + ", so no file is written; remove it first"),
        null);
  }
}
