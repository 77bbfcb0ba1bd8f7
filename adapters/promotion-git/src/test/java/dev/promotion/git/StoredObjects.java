package dev.promotion.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.Pack;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** What lies on the disk of a repository, as JGit's own storage sees it. */
final class StoredObjects {

  private StoredObjects() {}

  /** Returns the ids of all objects, whether anything leads to them or not. */
  static Set<String> ids(Path path) throws IOException {
    Set<String> ids = new TreeSet<>();
    try (FileRepository repository = new FileRepository(path.toFile())) {
      for (Pack pack : repository.getObjectDatabase().getPacks()) {
        for (PackIndex.MutableEntry entry : pack) {
          ids.add(entry.toObjectId().name());
        }
      }
    }
    try (Stream<Path> files = Files.walk(path.resolve("objects"), 2)) {
      files
          .map(file -> path.resolve("objects").relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.matches("[0-9a-f]{2}/[0-9a-f]{38}"))
          .forEach(name -> ids.add(name.replace("/", "")));
    }
    return ids;
  }

  /** Counts objects by what they are. */
  static Map<String, Integer> kinds(Path path, Set<String> ids) throws IOException {
    Map<String, Integer> kinds = new TreeMap<>();
    try (FileRepository repository = new FileRepository(path.toFile())) {
      for (String id : ids) {
        int type = repository.open(ObjectId.fromString(id)).getType();
        kinds.merge(Constants.typeString(type).toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
    }
    return kinds;
  }

  /** Returns the names of the packs, without extension. */
  static List<String> packs(Path path) {
    try (Stream<Path> files = Files.list(path.resolve("objects/pack"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pack"))
          .map(name -> name.replace(".pack", ""))
          .collect(Collectors.toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
