package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The references that {@code git pack-refs} put into one file. Git never changes that file, it
 * replaces it, so it is read again only when it is another file.
 */
final class PackedRefs {

  private final Path file;
  private volatile @Nullable Content last;

  PackedRefs(Path file) {
    this.file = file;
  }

  private record Stamp(@Nullable Object key, FileTime modified, long size) {

    static Stamp of(Path file) throws IOException {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        throw new CorruptObjectException("packed-refs is a symbolic link or a folder");
      }
      return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
    }
  }

  private record Content(Stamp stamp, Map<String, ObjectId> ids) {}

  Optional<ObjectId> find(String name) throws IOException {
    return Optional.ofNullable(ids().get(name));
  }

  /** Returns the references whose names start with a prefix. */
  Map<String, ObjectId> below(String prefix) throws IOException {
    Map<String, ObjectId> found = new HashMap<>(ids());
    found.keySet().removeIf(name -> !name.startsWith(prefix));
    return found;
  }

  private Map<String, ObjectId> ids() throws IOException {
    Content content = last;
    try {
      Stamp stamp = Stamp.of(file);
      // Without a key of the file two versions could have the same stamp.
      if (content == null || stamp.key() == null || !content.stamp().equals(stamp)) {
        content = new Content(stamp, read());
        last = content;
      }
      return content.ids();
    } catch (NoSuchFileException none) {
      return Map.of();
    }
  }

  private Map<String, ObjectId> read() throws IOException {
    Map<String, ObjectId> ids = new HashMap<>();
    for (String line : Files.readString(file, UTF_8).lines().toList()) {
      int space = line.indexOf(' ');
      if (space > 0 && line.charAt(0) != '#' && line.charAt(0) != '^') {
        String name = line.substring(space + 1).strip();
        ids.put(name, References.id(name, line));
      }
    }
    return ids;
  }
}
