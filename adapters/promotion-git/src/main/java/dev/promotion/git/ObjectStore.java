package dev.promotion.git;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;

/**
 * All objects of a repository on disk, as they are now: what another program adds, packs or moves
 * is found. Borrowed objects (alternates), replacements and grafts are not looked at.
 */
final class ObjectStore implements ObjectSource, AutoCloseable {

  private final Packs packs;
  private final LooseObjects loose;

  ObjectStore(BareFolder folder) {
    this.packs = new Packs(folder.packs());
    this.loose = new LooseObjects(folder.objects());
  }

  Packs packs() {
    return packs;
  }

  LooseObjects loose() {
    return loose;
  }

  @Override
  public Optional<GitObject> find(AnyObjectId id) throws IOException {
    Optional<GitObject> found = Optional.empty();
    List<Pack> known;
    do {
      known = packs.list();
      try {
        found = Packs.find(id, known);
      } catch (NoSuchFileException | FileNotFoundException replaced) {
        // Another program has put the objects of this pack elsewhere: the next look finds them.
      }
      if (found.isEmpty()) {
        found = loose.find(id);
      }
    } while (found.isEmpty() && packs.refreshed(known));
    return found;
  }

  @Override
  public void close() throws IOException {
    packs.close();
  }
}
