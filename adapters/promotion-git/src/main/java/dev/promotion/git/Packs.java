package dev.promotion.git;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.AnyObjectId;

/** The packs of a repository, as they were when last looked for. */
final class Packs implements AutoCloseable {

  private final Path folder;
  private volatile List<Pack> packs = List.of();
  private boolean scanned;

  Packs(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** Looks for an object in some of the packs. */
  static Optional<GitObject> find(AnyObjectId id, List<Pack> packs) throws IOException {
    for (Pack pack : packs) {
      Optional<GitObject> found = pack.find(id);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * Tells whether a pack has an object, and keeps it from being pruned as long unused: the caller
   * relies on it without storing it again.
   */
  boolean secure(AnyObjectId id) throws IOException {
    for (Pack pack : list()) {
      if (pack.has(id) && pack.bytes().refresh()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the packs that are known; those made last by this process come first. */
  List<Pack> list() throws IOException {
    if (packs.isEmpty()) {
      scanOnce();
    }
    return packs;
  }

  private synchronized void scanOnce() throws IOException {
    if (!scanned) {
      refresh();
    }
  }

  /** Adds a pack that this process has just written. */
  synchronized void add(Pack pack) throws IOException {
    scanOnce();
    if (packs.stream().noneMatch(known -> known.name().equals(pack.name()))) {
      List<Pack> more = new ArrayList<>(packs.size() + 1);
      more.add(pack);
      more.addAll(packs);
      packs = List.copyOf(more);
    }
  }

  /**
   * Looks for packs that came or went; tells whether there are others now than those that the
   * caller knows, even if another thread found them first.
   */
  synchronized boolean refreshed(List<Pack> known) throws IOException {
    refresh();
    if (packs == known) {
      // While one listing is made, a pack may come behind it and the one that it replaces go before
      // it; the next listing does not miss both.
      refresh();
    }
    return packs != known;
  }

  /** Looks for packs that came or went. */
  synchronized void refresh() throws IOException {
    scanned = true;
    Set<String> names = names();
    List<Pack> kept = packs.stream().filter(pack -> names.remove(pack.name())).toList();
    List<Pack> present = new ArrayList<>();
    for (String name : names) {
      open(name).ifPresent(present::add);
    }
    boolean changed = !present.isEmpty() || kept.size() < packs.size();
    present.addAll(kept);
    if (changed) {
      // What is gone is not closed: another thread may be reading it.
      packs = List.copyOf(present);
    }
  }

  private Optional<Pack> open(String name) throws IOException {
    try {
      return Optional.of(Pack.open(folder, name));
    } catch (NoSuchFileException | FileNotFoundException replaced) {
      return Optional.empty();
    }
  }

  private Set<String> names() throws IOException {
    Set<String> files = new HashSet<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder, "pack-*")) {
      listing.forEach(file -> files.add(file.getFileName().toString()));
    } catch (NoSuchFileException none) {
      return new HashSet<>();
    }
    Set<String> names = new HashSet<>();
    for (String file : files) {
      String name = file.replaceFirst("\\.pack$", "");
      if (!name.equals(file) && files.contains(name + ".idx")) {
        names.add(name);
      }
    }
    return names;
  }

  @Override
  public synchronized void close() throws IOException {
    for (Pack pack : packs) {
      pack.close();
    }
    packs = List.of();
  }
}
