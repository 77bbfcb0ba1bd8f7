package dev.promotion.promoter;

import dev.promotion.internal.text.Texts;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.CargoFile;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The files of an application at a commit, and whether a promoted file has room among them. */
final class Folder {

  private final Map<String, FileEntry> entries = new HashMap<>();
  private final Set<String> folders = new HashSet<>();

  /** Names by how a file system might take them; made when somebody asks. */
  private final Map<String, Set<String>> spellings = new HashMap<>();

  Folder(List<FileEntry> listed) {
    for (FileEntry entry : listed) {
      entries.put(entry.path(), entry);
      folders.addAll(parents(entry.path()));
    }
  }

  /** Returns the folder as it is without some of its files. */
  Folder without(List<RepositoryPath> removed) {
    Set<String> gone = removed.stream().map(RepositoryPath::value).collect(Collectors.toSet());
    return gone.isEmpty()
        ? this
        : new Folder(
            entries.values().stream()
                .filter(entry -> !gone.contains(entry.path()) || !entry.mode().isFile())
                .toList());
  }

  /** Returns the files that a commit could delete: no links, and nothing of Git's own. */
  Set<RepositoryPath> removable() {
    return entries.values().stream()
        .filter(entry -> entry.mode().isFile() && RepositoryPath.fault(entry.path()).isEmpty())
        .map(entry -> new RepositoryPath(entry.path()))
        .collect(Collectors.toSet());
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Tells whether the folder has exactly this file. */
  boolean holds(CargoFile file) {
    return entry(file)
        .filter(entry -> entry.mode() == file.mode() && entry.id().equals(file.blob()))
        .isPresent();
  }

  /** Tells whether a path has the same file, or none, in both folders. */
  boolean agreesWith(Folder other, RepositoryPath path) {
    return entry(path.value()).equals(other.entry(path.value()));
  }

  /** Returns why a file cannot be put here, if that is so. */
  Optional<Problem> obstacle(CargoFile file) {
    String path = file.path().value();
    FileEntry there = entries.get(path);
    if (there != null && !there.mode().isFile()) {
      return problem(ProblemCode.PATH_NOT_REGULAR, path, "is a link or a submodule");
    }
    if (folders.contains(path)) {
      return problem(ProblemCode.PATH_TYPE_CHANGE, path, "is a folder here");
    }
    for (String parent : parents(path)) {
      FileEntry above = entries.get(parent);
      if (above != null) {
        return above.mode().isFile()
            ? problem(ProblemCode.PATH_TYPE_CHANGE, path, "lies below the file " + parent)
            : problem(
                ProblemCode.PATH_NOT_REGULAR, path, "lies behind the link or submodule " + parent);
      }
    }
    return clash(path);
  }

  /** Returns what is at a path. */
  Optional<FileEntry> entry(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  private Optional<FileEntry> entry(CargoFile file) {
    return entry(file.path().value());
  }

  private Optional<Problem> clash(String path) {
    if (spellings.isEmpty()) {
      entries.keySet().forEach(this::spelled);
      folders.forEach(this::spelled);
    }
    Set<String> spelled = new TreeSet<>(parents(path));
    spelled.add(path);
    for (String name : spelled) {
      for (String other : spellings.getOrDefault(folded(name), Set.of())) {
        if (!other.equals(name)) {
          boolean onlyCase = !composed(name).equals(composed(other));
          return problem(
              onlyCase ? ProblemCode.PATH_CASE_CLASH : ProblemCode.PATH_UNICODE_CLASH,
              path,
              "differs from "
                  + Texts.quoted(other)
                  + " only in "
                  + (onlyCase ? "upper and lower case" : "how its characters are composed"));
        }
      }
    }
    return Optional.empty();
  }

  private void spelled(String path) {
    spellings.computeIfAbsent(folded(path), key -> new TreeSet<>()).add(path);
  }

  private static Set<String> parents(String path) {
    Set<String> parents = new LinkedHashSet<>();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      parents.add(path.substring(0, slash));
    }
    return parents;
  }

  private static String composed(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC);
  }

  private static String folded(String path) {
    return composed(path).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static Optional<Problem> problem(ProblemCode code, String path, String what) {
    return Optional.of(
        new Problem(code, Texts.quoted(path), what + "; rename or remove one of them"));
  }
}
