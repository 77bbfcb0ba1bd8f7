package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.repository.RepositoryPath;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Looks for files in one tree after another. Most commits change other folders, so a folder that
 * was searched once for a path is not read again. Not thread-safe.
 */
final class FilesSeen {

  /** The folder of an id, where a path has so many parts left. */
  private record Searched(ObjectId folder, RepositoryPath path, int depth) {}

  private final ObjectSource source;
  private final Set<Searched> searched = new HashSet<>();

  FilesSeen(ObjectSource source) {
    this.source = source;
  }

  /** Returns those of the paths that lead to a file, if that was not found out before. */
  Set<RepositoryPath> newlyIn(AnyObjectId tree, Set<RepositoryPath> paths) throws IOException {
    Set<RepositoryPath> found = new HashSet<>();
    for (RepositoryPath path : paths) {
      if (leadsToFile(tree.toObjectId(), path)) {
        found.add(path);
      }
    }
    return found;
  }

  private boolean leadsToFile(ObjectId root, RepositoryPath path) throws IOException {
    List<String> parts = path.parts();
    ObjectId folder = root;
    for (int depth = 0; searched.add(new Searched(folder, path, depth)); depth++) {
      RawTree tree = new RawTree(source.read(folder, Constants.OBJ_TREE));
      Optional<RawTree.Entry> entry = tree.entry(parts.get(depth).getBytes(UTF_8));
      boolean last = depth + 1 == parts.size();
      if (entry.isEmpty() || last || !entry.get().isFolder()) {
        return last && entry.filter(RawTree.Entry::isFile).isPresent();
      }
      folder = tree.id(entry.get());
    }
    return false;
  }
}
