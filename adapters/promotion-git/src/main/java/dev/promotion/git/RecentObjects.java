package dev.promotion.git;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The small trees and commits that were used last, at most 2 MB: one promotion reads the same ones
 * several times. An object never changes, so what is remembered is never wrong. Thread-safe.
 */
final class RecentObjects {

  private static final int MOST = 256;
  private static final int LARGEST = 8 << 10;

  private final Map<ObjectId, GitObject> objects =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, GitObject> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<GitObject> find(AnyObjectId id) {
    return Optional.ofNullable(objects.get(id));
  }

  synchronized void add(GitObject object) {
    if (object.type() != Constants.OBJ_BLOB && object.bytes().length <= LARGEST) {
      objects.put(object.id(), object);
    }
  }
}
