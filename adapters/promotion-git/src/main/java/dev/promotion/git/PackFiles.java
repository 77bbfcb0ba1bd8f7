package dev.promotion.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.jspecify.annotations.Nullable;

/**
 * Stores new packs next to those that are there. Temporary files have the prefix that {@code git
 * prune} knows, so that what a crash leaves behind is cleaned up.
 */
final class PackFiles {

  /** What a keep file of ours says. */
  static final String KEEP_NOTE = "promotion";

  private static final int ATTEMPTS = 5;

  private final Packs packs;
  private final Disk disk;

  PackFiles(Packs packs, Disk disk) {
    this.packs = packs;
    this.disk = disk;
  }

  /**
   * Stores a pack and holds it back from {@code git repack -a -d}, which would delete objects that
   * no branch leads to yet. Once a branch does, the caller closes the hold.
   */
  Hold store(NewPack.Laid pack) throws IOException {
    if (!Files.isDirectory(packs.folder())) {
      Files.createDirectories(packs.folder());
    }
    Hold hold = hold(pack.name());
    try {
      write(pack.name() + ".pack", pack.pack());
      write(pack.name() + ".idx", pack.index());
      disk.sync(packs.folder());
      packs.add(opened(pack));
      return hold;
    } catch (IOException | RuntimeException failed) {
      hold.close();
      throw failed;
    }
  }

  private Pack opened(NewPack.Laid pack) throws IOException {
    Path file = packs.folder().resolve(pack.name() + ".pack");
    PackIndex index = PackIndex.read(new ByteArrayInputStream(pack.index()));
    return new Pack(new PackBytes(file, pack.pack()), index);
  }

  private Hold hold(String name) throws IOException {
    Path keep = packs.folder().resolve(name + ".keep");
    try {
      Files.createFile(keep);
      Files.writeString(keep, KEEP_NOTE + "\n");
      return new Hold(keep);
    } catch (FileAlreadyExistsException heldByAnother) {
      return new Hold(null);
    }
  }

  private void write(String name, byte[] bytes) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Path temporary = packs.folder().resolve("tmp_promotion_" + UUID.randomUUID());
      try {
        disk.write(temporary, bytes);
        disk.rename(temporary, packs.folder().resolve(name));
        return;
      } catch (NoSuchFileException pruned) {
        // git gc --prune=now takes what is being written for the rest of a crash.
        if (attempt == ATTEMPTS) {
          throw pruned;
        }
      } catch (IOException | RuntimeException failed) {
        Files.deleteIfExists(temporary);
        throw failed;
      }
    }
  }

  /** The hold on a pack. */
  static final class Hold {
    private final @Nullable Path keep;

    private Hold(@Nullable Path keep) {
      this.keep = keep;
    }

    /** Lets git repack have the pack. */
    void close() throws IOException {
      if (keep != null) {
        Files.deleteIfExists(keep);
      }
    }
  }
}
