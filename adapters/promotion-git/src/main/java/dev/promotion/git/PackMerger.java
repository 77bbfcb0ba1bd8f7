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
import java.util.concurrent.ConcurrentHashMap;
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

  /** Packs are merged with those of about their own size: up to the first, or up to the second. */
  private static final long[] SIZES = {PackBytes.SMALL, 4 * PackBytes.SMALL};

  private static final Duration STALE_HOLD = Duration.ofHours(1);
  private static final Duration STALE_GC = Duration.ofHours(12);
  private static final List<String> PARTS_THAT_STAY =
      List.of(".keep", ".promisor", ".bitmap", ".mtimes");

  private final Path root;
  private final Packs packs;
  private final PackFiles files;
  private final Set<String> staying = ConcurrentHashMap.newKeySet();

  PackMerger(Path root, Packs packs, PackFiles files) {
    this.root = root;
    this.packs = packs;
    this.files = files;
  }

  /** Merges where there are many; does nothing if another program is packing. */
  void mergeIfMany() throws IOException {
    for (long size : SIZES) {
      if (candidates(size).size() >= MANY && !hasMultiPackIndex()) {
        mergeAlone(size);
      }
    }
  }

  /** Returns the packs of a size that are not known to stay as they are. */
  private List<Pack> candidates(long size) throws IOException {
    List<Pack> candidates = new ArrayList<>();
    for (Pack pack : packs.list()) {
      long bytes = pack.bytes().size();
      boolean fits = bytes <= size && (bytes > PackBytes.SMALL || size == PackBytes.SMALL);
      if (fits && !staying.contains(pack.name())) {
        candidates.add(pack);
      }
    }
    return candidates;
  }

  private boolean hasMultiPackIndex() {
    return Files.exists(packs.folder().resolve("multi-pack-index"))
        || Files.exists(packs.folder().resolve("multi-pack-index.d"));
  }

  private void mergeAlone(long size) throws IOException {
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
      merge(size);
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

  private static boolean isYoung(Path file, Duration age) throws IOException {
    try {
      Instant modified = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
      return modified.isAfter(Instant.now().minus(age));
    } catch (NoSuchFileException none) {
      return false;
    }
  }

  private void merge(long size) throws IOException {
    packs.refresh();
    List<Pack> merged = new ArrayList<>();
    try (NewPack together = new NewPack()) {
      Set<ObjectId> added = new HashSet<>();
      for (Pack pack : candidates(size)) {
        if (!isHeld(pack) && copy(pack, together, added)) {
          merged.add(pack);
        } else {
          staying.add(pack.name());
        }
      }
      if (merged.size() < MANY / 2) {
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

  private boolean isHeld(Pack pack) throws IOException {
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
