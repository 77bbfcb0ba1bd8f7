package dev.promotion.git;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Reads the objects that other programs stored in files of their own. Links are not followed. */
final class LooseObjects implements ObjectSource {

  private static final int LONGEST_HEADER = 32;

  private final Path objects;

  LooseObjects(Path objects) {
    this.objects = objects;
  }

  @Override
  public Optional<GitObject> find(AnyObjectId id) throws IOException {
    String name = id.name();
    Path file = objects.resolve(name.substring(0, 2)).resolve(name.substring(2));
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(parse(id.toObjectId(), in, Files.size(file)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (ZipException | EOFException damaged) {
      throw new CorruptObjectException("loose object " + name + " cannot be inflated", damaged);
    } catch (IOException unreadable) {
      if (Files.isSymbolicLink(file)) {
        return Optional.empty();
      }
      throw unreadable;
    }
  }

  private static GitObject parse(ObjectId id, InputStream file, long deflated) throws IOException {
    InputStream in = new BufferedInputStream(new InflaterInputStream(file));
    String[] header = header(id, in).split(" ", -1);
    if (header.length != 2 || !header[1].matches("[0-9]{1,18}")) {
      throw new CorruptObjectException(id, "has a malformed header");
    }
    int type = type(id, header[0]);
    byte[] bytes = new byte[TooLargeException.checked(Long.parseLong(header[1]), deflated)];
    if (in.readNBytes(bytes, 0, bytes.length) < bytes.length || in.read() >= 0) {
      throw new CorruptObjectException(id, "has another size than it says");
    }
    return new GitObject(id, type, bytes);
  }

  private static String header(ObjectId id, InputStream in) throws IOException {
    StringBuilder header = new StringBuilder(LONGEST_HEADER);
    for (int letter = in.read(); letter != 0; letter = in.read()) {
      if (letter < 0 || header.length() == LONGEST_HEADER) {
        throw new CorruptObjectException(id, "has a malformed header");
      }
      header.append((char) letter);
    }
    return header.toString();
  }

  private static int type(ObjectId id, String name) throws CorruptObjectException {
    return switch (name) {
      case Constants.TYPE_BLOB -> Constants.OBJ_BLOB;
      case Constants.TYPE_TREE -> Constants.OBJ_TREE;
      case Constants.TYPE_COMMIT -> Constants.OBJ_COMMIT;
      case Constants.TYPE_TAG -> Constants.OBJ_TAG;
      default -> throw new CorruptObjectException(id, "has an unknown type");
    };
  }
}
