package dev.promotion.git;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Lets the walks of JGit read from a source of objects. Not thread-safe, as every reader. */
final class StoreReader extends ObjectReader {

  private final ObjectSource source;

  StoreReader(ObjectSource source) {
    this.source = source;
  }

  @Override
  public ObjectReader newReader() {
    return new StoreReader(source);
  }

  @Override
  public Collection<ObjectId> resolve(AbbreviatedObjectId id) {
    throw new UnsupportedOperationException("ids are never abbreviated here");
  }

  @Override
  public ObjectLoader open(AnyObjectId id, int typeHint) throws IOException {
    GitObject found =
        source
            .find(id)
            .orElseThrow(
                () ->
                    typeHint == OBJ_ANY
                        ? new MissingObjectException(id.toObjectId(), "object")
                        : new MissingObjectException(id.toObjectId(), typeHint));
    if (typeHint != OBJ_ANY && found.type() != typeHint) {
      throw new IncorrectObjectTypeException(id.toObjectId(), typeHint);
    }
    return new ObjectLoader.SmallObject(found.type(), found.bytes());
  }

  @Override
  public Set<ObjectId> getShallowCommits() {
    return Set.of();
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
