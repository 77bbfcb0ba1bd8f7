package dev.promotion.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bare repository of generated files with one commit, and copies of it to measure on.
 *
 * @param tree what it holds
 * @param folder where it is
 */
record GeneratedRepository(GeneratedTree tree, Path folder) {

  /** The branch of all promotions. */
  static final String BRANCH = "main";

  private static final int BUFFER = 1 << 16;

  /** What the server's side of a clone needs; nothing may run by itself while others measure. */
  private static final String CONFIG =
      """
      [core]
      \trepositoryformatversion = 0
      \tbare = true
      [gc]
      \tauto = 0
      [receive]
      \tautogc = false
      [uploadpack]
      \tallowFilter = true
      """;

  /** Finds a repository in a folder, or makes it there without Git. */
  static GeneratedRepository in(Path parent, RepositorySize size) throws IOException {
    Path folder = parent.resolve(size + ".git");
    if (!Files.exists(folder)) {
      Path unfinished = parent.resolve(folder.getFileName() + ".tmp");
      Files.createDirectories(unfinished.resolve("objects/pack"));
      GeneratedTree tree = write(unfinished, size);
      Files.move(unfinished, folder);
      return new GeneratedRepository(tree, folder);
    }
    GeneratedTree tree = GeneratedTree.into(GitObject::id, size);
    String found = Files.readString(ref(folder)).strip();
    if (!found.equals(tree.commit())) {
      throw new IOException(
          folder + " is at " + found + ", not at " + tree.commit() + "; remove the folder");
    }
    return new GeneratedRepository(tree, folder);
  }

  /** Returns the file that holds the newest commit of the branch. */
  static Path ref(Path repository) {
    return repository.resolve("refs/heads").resolve(BRANCH);
  }

  /** Makes a repository that can be written to; its packs are shared, since they never change. */
  Path copyTo(Path target) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path from : found.toList()) {
        Path to = target.resolve(folder.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else if (from.startsWith(folder.resolve("objects"))) {
          share(from, to);
        } else {
          Files.copy(from, to);
        }
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
    return target;
  }

  private static void share(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException noLinks) {
      Files.copy(from, to);
    }
  }

  private static GeneratedTree write(Path folder, RepositorySize size) throws IOException {
    Files.createDirectories(folder.resolve("objects/info"));
    Files.createDirectories(ref(folder).getParent());
    Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/" + BRANCH + "\n");
    Files.writeString(folder.resolve("config"), CONFIG);
    Path packs = folder.resolve("objects/pack");
    Path pack = packs.resolve("tmp.pack");
    Path index = packs.resolve("tmp.idx");
    GeneratedTree tree;
    String name;
    try (OutputStream packOut = buffered(pack);
        OutputStream indexOut = buffered(index)) {
      PackWriter writer = new PackWriter(packOut, size.objects());
      tree = GeneratedTree.into(writer, size);
      name = writer.finish(indexOut);
    }
    for (Path file : List.of(pack, index)) {
      Files.move(file, packs.resolve(file.getFileName().toString().replace("tmp", name)));
    }
    Files.writeString(ref(folder), tree.commit() + "\n");
    return tree;
  }

  private static OutputStream buffered(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
  }
}
