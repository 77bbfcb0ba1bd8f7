package dev.promotion.jdbc.disk;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** The file system of H2 whose files lie on a {@link FaultyDisk}. H2 makes it by reflection. */
public final class FaultyFilePath extends FilePathWrapper {

  /** What names of files on the disk begin with. */
  public static final String SCHEME = "faulty";

  private static volatile FaultyDisk disk;

  static void use(FaultyDisk next) {
    disk = next;
    FilePath.register(new FaultyFilePath());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel real = super.open(mode);
    FaultyDisk present = requireNonNull(disk);
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(real.size()));
    while (content.hasRemaining() && real.read(content, content.position()) > 0) {
      // Reads on.
    }
    present.opened(content.array());
    return new FaultyFile(real, present);
  }

  private static final class FaultyFile extends FileBaseDefault {

    private final FileChannel real;
    private final FaultyDisk disk;

    FaultyFile(FileChannel real, FaultyDisk disk) {
      this.real = real;
      this.disk = disk;
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    public synchronized int read(ByteBuffer to, long position) throws IOException {
      return disk.read(real, to, position);
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
      return disk.write(real, from, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      disk.force(real, metaData);
    }

    @Override
    protected void implTruncate(long length) throws IOException {
      disk.truncate(real, length);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }
  }
}
