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
  private final RecentObjects recent = new RecentObjects();

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
    Optional<GitObject> remembered = recent.find(id);
    if (remembered.isPresent()) {
      return remembered;
    }
    Optional<GitObject> found = onDisk(id);
    found.ifPresent(recent::add);
    return found;
  }

  /** Remembers an object that was just stored: the next commit is likely to need it. */
  void remember(GitObject object) {
    recent.add(object);
  }

  /** Returns an object only if it can be read from the disk now. */
  Optional<GitObject> onDisk(AnyObjectId id) throws IOException {
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
