package dev.promotion.git;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Merges small packs, so that a commit being a pack of its own does not slow down all that read
 * later. Objects are copied as they lie there; packs with deltas, held packs and repositories with
 * a multi-pack-index are left to {@code git gc}, whose own lock keeps the two apart.
 */
final class PackMerger {

  /** So many small packs are merged into one. */
  static final int MANY = 32;

  private static final Duration STALE_HOLD = Duration.ofHours(1);
  private static final Duration STALE_GC = Duration.ofHours(12);
  private static final List<String> PARTS_THAT_STAY =
      List.of(".keep", ".promisor", ".bitmap", ".mtimes");

  private final Path root;
  private final Packs packs;
  private final PackFiles files;

  PackMerger(Path root, Packs packs, PackFiles files) {
    this.root = root;
    this.packs = packs;
    this.files = files;
  }

  /** Merges if there are many; does nothing if another program is packing. */
  void mergeIfMany() throws IOException {
    if (packs.list().stream().filter(PackMerger::isSmall).count() < MANY) {
      return;
    }
    Path lock = root.resolve("gc.pid.lock");
    Path running = root.resolve("gc.pid");
    try {
      Files.createFile(lock);
    } catch (FileAlreadyExistsException busy) {
      return;
    }
    if (isYoung(running, STALE_GC)) {
      Files.delete(lock);
      return;
    }
    Files.writeString(lock, ProcessHandle.current().pid() + " " + host());
    Files.move(lock, running, StandardCopyOption.ATOMIC_MOVE);
    try {
      merge();
    } finally {
      Files.deleteIfExists(running);
    }
  }

  /**
   * Returns the name by which git tells whether a lock is of this machine; no name is looked up.
   */
  private static String host() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException unknown) {
      return "unknown";
    }
  }

  private static boolean isSmall(Pack pack) {
    return pack.bytes().size() <= PackBytes.SMALL;
  }

  private static boolean isYoung(Path file, Duration age) throws IOException {
    try {
      Instant modified = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
      return modified.isAfter(Instant.now().minus(age));
    } catch (NoSuchFileException none) {
      return false;
    }
  }

  private void merge() throws IOException {
    packs.refresh();
    if (Files.exists(packs.folder().resolve("multi-pack-index"))
        || Files.exists(packs.folder().resolve("multi-pack-index.d"))) {
      return;
    }
    List<Pack> merged = new ArrayList<>();
    try (NewPack together = new NewPack()) {
      Set<ObjectId> added = new HashSet<>();
      for (Pack pack : packs.list()) {
        if (isSmall(pack) && !stays(pack) && copy(pack, together, added)) {
          merged.add(pack);
        }
      }
      if (merged.size() < MANY) {
        return;
      }
      files.store(together.lay()).close();
    }
    for (Pack pack : merged) {
      // The index goes first: a pack without one is not looked at.
      Files.deleteIfExists(packs.folder().resolve(pack.name() + ".idx"));
      Files.deleteIfExists(packs.folder().resolve(pack.name() + ".rev"));
      Files.deleteIfExists(packs.folder().resolve(pack.name() + ".pack"));
    }
    packs.refresh();
  }

  private boolean stays(Pack pack) throws IOException {
    Path keep = packs.folder().resolve(pack.name() + ".keep");
    if (Files.exists(keep)
        && !isYoung(keep, STALE_HOLD)
        && Files.readString(keep).startsWith(PackFiles.KEEP_NOTE)) {
      // Left behind by a crash of ours.
      Files.deleteIfExists(keep);
    }
    return PARTS_THAT_STAY.stream()
        .anyMatch(part -> Files.exists(packs.folder().resolve(pack.name() + part)));
  }

  /** Copies all objects of a pack that were not copied yet; copies none if there is a delta. */
  private static boolean copy(Pack pack, NewPack to, Set<ObjectId> added) throws IOException {
    record Place(ObjectId id, long offset) {}
    List<Place> places = new ArrayList<>();
    for (PackIndex.MutableEntry entry : pack.index()) {
      places.add(new Place(entry.toObjectId(), entry.getOffset()));
    }
    places.sort(Comparator.comparingLong(Place::offset));
    for (Place place : places) {
      if (pack.entry(place.offset()).isDelta()) {
        return false;
      }
    }
    long trailer = pack.bytes().size() - 20;
    for (int at = 0; at < places.size(); at++) {
      Place place = places.get(at);
      long end = at + 1 < places.size() ? places.get(at + 1).offset() : trailer;
      if (added.add(place.id())) {
        to.addPacked(place.id(), pack.bytes().read(place.offset(), (int) (end - place.offset())));
      }
    }
    return true;
  }
}
