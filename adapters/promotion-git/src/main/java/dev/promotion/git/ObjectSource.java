package dev.promotion.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;

/** Finds objects by their ids. Thread-safe. */
@FunctionalInterface
interface ObjectSource {

  /** Returns an object, or empty if it is not there. */
  Optional<GitObject> find(AnyObjectId id) throws IOException;

  /** Returns the bytes of an object that must be there and be of the type. */
  default byte[] read(AnyObjectId id, int type) throws IOException {
    GitObject found = find(id).orElseThrow(() -> new MissingObjectException(id.toObjectId(), type));
    if (found.type() != type) {
      throw new IncorrectObjectTypeException(id.toObjectId(), type);
    }
    return found.bytes();
  }
}
