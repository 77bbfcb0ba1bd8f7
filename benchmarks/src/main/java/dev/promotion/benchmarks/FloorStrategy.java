package dev.promotion.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The least that any program has to do: hash, deflate and write the new objects and the branch,
 * with no Git library and no check. What it would have to read it knows beforehand.
 */
final class FloorStrategy implements Strategy {

  private final String name;
  private final Path repository;
  private final FloorObjects.Form form;
  private final Disk disk;
  private final TreeState state;
  private Map<String, byte[]> known = Map.of();

  FloorStrategy(
      String name, Path repository, GeneratedTree tree, FloorObjects.Form form, Disk disk) {
    this.name = name;
    this.repository = repository;
    this.form = form;
    this.disk = disk;
    this.state = new TreeState(tree);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Path repository() {
    return repository;
  }

  /** Returns the id of the newest commit. */
  String commit() {
    return state.commit();
  }

  @Override
  public void prepare(Promotion promotion) {
    known = new HashMap<>();
    for (String folder : TreeState.foldersUp(promotion)) {
      known.put(folder, state.folder(folder));
    }
    for (String file : Promotion.FILES) {
      known.put(promotion.path(file), state.content(promotion, file));
    }
  }

  @Override
  public void promote(Promotion promotion) throws IOException {
    List<String> folders = TreeState.foldersUp(promotion);
    FloorObjects objects =
        FloorObjects.in(repository, form, disk, Promotion.FILES.size() + folders.size() + 1);
    Map<String, byte[]> written = new HashMap<>();
    byte[] tree = writeFiles(promotion, objects, written);
    byte[] id = addFolder(promotion.folder(), tree, objects, written);
    for (int up = 1; up < folders.size(); up++) {
      tree = withChild(folders.get(up), folders.get(up - 1), id);
      id = addFolder(folders.get(up), tree, objects, written);
    }
    String parent = state.commit();
    byte[] commit = GitObject.commit(id, parent, promotion.time(), promotion.message());
    String newHead = GitObject.hex(objects.add(ObjectKind.COMMIT, commit));
    objects.finish();
    moveBranch(parent, newHead);
    state.moveTo(newHead, written);
  }

  private byte[] writeFiles(Promotion promotion, FloorObjects objects, Map<String, byte[]> written)
      throws IOException {
    byte[] tree = knownAt(promotion.folder());
    for (String file : Promotion.FILES) {
      byte[] content = promotion.edit(knownAt(promotion.path(file)));
      written.put(promotion.path(file), content);
      tree = GitObject.withEntry(tree, file, objects.add(ObjectKind.BLOB, content));
    }
    return tree;
  }

  private byte[] withChild(String folder, String child, byte[] id) {
    return GitObject.withEntry(knownAt(folder), child.substring(child.lastIndexOf('/') + 1), id);
  }

  private static byte[] addFolder(
      String path, byte[] tree, FloorObjects objects, Map<String, byte[]> written)
      throws IOException {
    written.put(path, tree);
    return objects.add(ObjectKind.TREE, tree);
  }

  private byte[] knownAt(String path) {
    byte[] bytes = known.get(path);
    if (bytes == null) {
      throw new IllegalStateException("prepare was not called for " + path);
    }
    return bytes;
  }

  private void moveBranch(String from, String to) throws IOException {
    Path ref = GeneratedRepository.ref(repository);
    Path lock = ref.resolveSibling(ref.getFileName() + ".lock");
    Files.createFile(lock);
    if (!Files.readString(ref).strip().equals(from)) {
      throw new IOException("the branch moved in " + repository);
    }
    disk.write(lock, (to + "\n").getBytes(US_ASCII));
    disk.rename(lock, ref);
    disk.sync(repository.resolve("refs/heads"));
  }
}
