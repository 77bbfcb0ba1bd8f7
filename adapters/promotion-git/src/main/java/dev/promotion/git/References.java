package dev.promotion.git;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Reads the references of a repository, always afresh: loose files first, then {@code packed-refs}.
 * Links are not followed.
 */
final class References {

  /** Where branches are. */
  static final String HEADS = "refs/heads/";

  private static final String SYMBOLIC = "ref: ";
  private static final int LONGEST = 4096;
  private static final int DEEPEST = 5;
  private static final int ID_LENGTH = 40;

  private final Path root;
  private final PackedRefs packed;

  References(Path root) {
    this.root = root;
    this.packed = new PackedRefs(root.resolve("packed-refs"));
  }

  /** A reference that was followed to its end: the last name, and the id if there is one. */
  record Target(String name, Optional<ObjectId> id) {}

  /** Follows a reference, such as {@code HEAD}, through symbolic ones. */
  Target resolve(String name) throws IOException {
    String current = name;
    for (int depth = 0; depth < DEEPEST; depth++) {
      Optional<String> loose = loose(current);
      if (loose.isEmpty()) {
        return new Target(current, packed.find(current));
      }
      if (!loose.get().startsWith(SYMBOLIC)) {
        return new Target(current, Optional.of(id(current, loose.get())));
      }
      current = checked(loose.get().substring(SYMBOLIC.length()).strip());
    }
    throw new CorruptObjectException("reference " + name + " leads to itself");
  }

  /** Returns the id that a reference holds itself; empty if it is symbolic or not there. */
  Optional<ObjectId> direct(String name) throws IOException {
    Optional<String> loose = loose(name);
    if (loose.isEmpty()) {
      return packed.find(name);
    }
    return loose.get().startsWith(SYMBOLIC) ? Optional.empty() : Optional.of(id(name, loose.get()));
  }

  /** Returns the references below a prefix that hold an id themselves. */
  Map<String, ObjectId> below(String prefix) throws IOException {
    Map<String, ObjectId> found = new TreeMap<>(packed.below(prefix));
    Path folder = root.resolve(prefix);
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path file : files(folder)) {
        String name = prefix + folder.relativize(file).toString().replace('\\', '/');
        if (!name.endsWith(".lock")) {
          direct(name).ifPresent(id -> found.put(name, id));
        }
      }
    }
    return found;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      return below.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList();
    } catch (UncheckedIOException changing) {
      throw changing.getCause();
    }
  }

  private static String checked(String target) throws CorruptObjectException {
    boolean inside = target.startsWith("refs/") && !target.contains("..") && !target.contains("\\");
    if (!inside || target.indexOf('\0') >= 0) {
      throw new CorruptObjectException("a symbolic reference leads out of refs/");
    }
    return target;
  }

  private Optional<String> loose(String name) throws IOException {
    Path file = root.resolve(name);
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(new String(in.readNBytes(LONGEST), UTF_8));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException unreadable) {
      if (Files.isSymbolicLink(file)) {
        throw new CorruptObjectException("reference " + name + " is a symbolic link");
      }
      if (Files.isDirectory(file) || !Files.isDirectory(file.resolveSibling("."))) {
        // A folder of that name, or a file in place of a folder on the way: only packed, if at all.
        return Optional.empty();
      }
      throw unreadable;
    }
  }

  /** Reads the id at the start of a line. */
  static ObjectId id(String name, String line) throws CorruptObjectException {
    if (line.length() < ID_LENGTH) {
      throw new CorruptObjectException("reference " + name + " is cut off");
    }
    try {
      return ObjectId.fromString(line.substring(0, ID_LENGTH).getBytes(US_ASCII), 0);
    } catch (IllegalArgumentException malformed) {
      throw new CorruptObjectException("reference " + name + " is malformed", malformed);
    }
  }
}
