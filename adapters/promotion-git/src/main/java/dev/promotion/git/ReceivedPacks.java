package dev.promotion.git;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.dfs.DfsObjDatabase;
import org.eclipse.jgit.internal.storage.dfs.DfsOutputStream;
import org.eclipse.jgit.internal.storage.dfs.DfsPackDescription;
import org.eclipse.jgit.internal.storage.dfs.DfsReader;
import org.eclipse.jgit.internal.storage.dfs.DfsReaderOptions;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.internal.storage.dfs.ReadableChannel;
import org.eclipse.jgit.internal.storage.pack.PackExt;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the packs that a server sends: JGit checks and indexes them, they become plain files
 * next to the other packs. Used for one connection.
 */
final class ReceivedPacks extends DfsObjDatabase {

  private static final int NAME_BYTES = 20;

  private final ObjectStore store;
  private final Disk disk;
  private final SecureRandom random = new SecureRandom();

  ReceivedPacks(ObjectStore store, Disk disk) {
    super(new InMemoryRepository(new DfsRepositoryDescription("received")), new DfsReaderOptions());
    this.store = store;
    this.disk = disk;
  }

  @Override
  public DfsReader newReader() {
    return new Reader();
  }

  @Override
  protected DfsPackDescription newPack(PackSource source) {
    byte[] name = new byte[NAME_BYTES];
    random.nextBytes(name);
    return new DfsPackDescription(
        getRepository().getDescription(), "pack-" + HexFormat.of().formatHex(name), source);
  }

  @Override
  protected void commitPackImpl(
      Collection<DfsPackDescription> packs, @Nullable Collection<DfsPackDescription> replaced)
      throws IOException {
    for (DfsPackDescription pack : packs) {
      for (PackExt part : List.of(PackExt.PACK, PackExt.INDEX)) {
        disk.sync(temporary(pack, part));
        disk.rename(temporary(pack, part), folder().resolve(pack.getFileName(part)));
      }
    }
    disk.sync(folder());
    store.packs().refresh();
  }

  @Override
  protected void rollbackPack(Collection<DfsPackDescription> packs) {
    // What cannot be deleted has the name of a temporary file: git prune removes it.
    packs.forEach(
        pack ->
            List.of(PackExt.PACK, PackExt.INDEX)
                .forEach(part -> temporary(pack, part).toFile().delete()));
  }

  @Override
  protected List<DfsPackDescription> listPacks() {
    return new ArrayList<>();
  }

  @Override
  protected ReadableChannel openFile(DfsPackDescription pack, PackExt part) throws IOException {
    throw new IOException("a received pack is read from the store");
  }

  @Override
  protected DfsOutputStream writeFile(DfsPackDescription pack, PackExt part) throws IOException {
    // The cache may have been deleted since it was opened.
    Files.createDirectories(folder());
    return new Out(Files.createFile(temporary(pack, part)));
  }

  @Override
  public long getApproximateObjectCount() {
    return -1;
  }

  private Path folder() {
    return store.packs().folder();
  }

  private Path temporary(DfsPackDescription pack, PackExt part) {
    return folder().resolve("tmp_promotion_" + pack.getFileName(part));
  }

  /** A file that is written and read at once. */
  private static final class Out extends DfsOutputStream {
    private final RandomAccessFile file;
    private long end;

    Out(Path path) throws IOException {
      this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      file.seek(end);
      file.write(buffer, offset, length);
      end += length;
    }

    @Override
    public int read(long position, ByteBuffer buffer) throws IOException {
      file.seek(position);
      int count =
          file.read(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
      if (count > 0) {
        buffer.position(buffer.position() + count);
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** Reads what the cache has. */
  private final class Reader extends DfsReader {

    Reader() {
      super(ReceivedPacks.this);
    }

    @Override
    public boolean has(AnyObjectId id) throws IOException {
      return store.find(id).isPresent();
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int typeHint) throws IOException {
      Optional<GitObject> found = store.find(id);
      if (found.isEmpty()) {
        throw new MissingObjectException(id.toObjectId(), "object");
      }
      return new ObjectLoader.SmallObject(found.get().type(), found.get().bytes());
    }
  }
}
