package dev.promotion.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.Deflater;

/** The new objects of one commit, written with nothing but the JDK. */
interface FloorObjects extends ObjectSink {

  /** Sees to it that all objects are there, under their final names. */
  void finish() throws IOException;

  /** The form in which the objects are written. */
  enum Form {
    /** A file for each object. */
    LOOSE,
    /** One pack and its index. */
    PACK
  }

  /** Begins to write the objects of a commit. */
  static FloorObjects in(Path repository, Form form, Disk disk, int count) throws IOException {
    Path objects = repository.resolve("objects");
    return form == Form.LOOSE
        ? new Loose(objects, disk)
        : new Packed(objects.resolve("pack"), disk, count);
  }

  /** Each object in a file of its own. */
  final class Loose implements FloorObjects {

    private final Path objects;
    private final Disk disk;
    private final Set<Path> touched = new TreeSet<>();
    private final Deflater deflater = new Deflater();
    private final byte[] buffer = new byte[1 << 14];

    Loose(Path objects, Disk disk) {
      this.objects = objects;
      this.disk = disk;
    }

    @Override
    public byte[] add(ObjectKind kind, byte[] content) throws IOException {
      byte[] id = GitObject.id(kind, content);
      String name = GitObject.hex(id);
      Path folder = objects.resolve(name.substring(0, 2));
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder);
        touched.add(objects);
      }
      Path unfinished = objects.resolve("tmp_obj_" + name);
      disk.write(unfinished, deflated(kind, content));
      disk.rename(unfinished, folder.resolve(name.substring(2)));
      touched.add(folder);
      return id;
    }

    @Override
    public void finish() throws IOException {
      deflater.end();
      for (Path folder : touched) {
        disk.sync(folder);
      }
    }

    private byte[] deflated(ObjectKind kind, byte[] content) {
      byte[] header = GitObject.header(kind, content);
      ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
      deflater.reset();
      deflater.setLevel(GitObject.deflation(kind, content));
      deflater.setInput(header);
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      deflater.setInput(content);
      deflater.finish();
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  /** All objects in one pack. */
  final class Packed implements FloorObjects {

    private final Path packs;
    private final Disk disk;
    private final ByteArrayOutputStream pack = new ByteArrayOutputStream();
    private final PackWriter writer;

    Packed(Path packs, Disk disk, int count) throws IOException {
      this.packs = packs;
      this.disk = disk;
      this.writer = new PackWriter(pack, count);
    }

    @Override
    public byte[] add(ObjectKind kind, byte[] content) throws IOException {
      return writer.add(kind, content);
    }

    @Override
    public void finish() throws IOException {
      ByteArrayOutputStream index = new ByteArrayOutputStream();
      String name = writer.finish(index);
      Path unfinishedPack = packs.resolve("tmp_" + name + ".pack");
      Path unfinishedIndex = packs.resolve("tmp_" + name + ".idx");
      disk.write(unfinishedPack, pack.toByteArray());
      disk.write(unfinishedIndex, index.toByteArray());
      disk.rename(unfinishedPack, packs.resolve(name + ".pack"));
      disk.rename(unfinishedIndex, packs.resolve(name + ".idx"));
      disk.sync(packs);
    }
  }
}
