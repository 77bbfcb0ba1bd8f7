package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.repository.RepositoryPath;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** A path that is looked up in several trees. */
record PathInTree(RepositoryPath path) {

  /** Returns mode and id of what the path leads to, in a form to be compared, or empty. */
  Optional<String> in(ObjectSource source, AnyObjectId root) throws IOException {
    ObjectId id = root.toObjectId();
    int mode = 0;
    for (String part : path.parts()) {
      if (mode != 0 && mode != org.eclipse.jgit.lib.FileMode.TREE.getBits()) {
        return Optional.empty();
      }
      RawTree tree = new RawTree(source.read(id, Constants.OBJ_TREE));
      Optional<RawTree.Entry> entry = tree.entry(part.getBytes(UTF_8));
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      id = tree.id(entry.get());
      mode = entry.get().mode();
    }
    return Optional.of(Integer.toOctalString(mode) + " " + id.name());
  }
}
