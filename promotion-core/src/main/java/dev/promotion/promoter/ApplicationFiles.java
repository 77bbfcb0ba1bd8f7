package dev.promotion.promoter;

import dev.promotion.port.FileValues;
import dev.promotion.port.FoundValue;
import dev.promotion.port.Repository;
import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.promoter.PromotionPlan.ValueChange;
import dev.promotion.release.Cargo;
import dev.promotion.release.CargoFile;
import dev.promotion.release.CargoValues;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import dev.promotion.template.NormalizedPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of an application at a commit: how far they hold the cargo of a release, and what has
 * to change so that they do. Reads only. Not thread-safe.
 */
final class ApplicationFiles {

  private final Repository repository;
  private final FileValues editor;
  private final RepositoryPath root;
  private final Folder folder;

  ApplicationFiles(Repository repository, FileValues editor, RepositoryPath root, CommitId commit) {
    this.repository = repository;
    this.editor = editor;
    this.root = root;
    this.folder = new Folder(repository.files(commit, root));
  }

  /** Tells whether there is no file at all. */
  boolean isEmpty() {
    return folder.isEmpty();
  }

  /** Returns the files that a commit could delete, relative to the folder. */
  Set<RepositoryPath> removable() {
    return folder.removable();
  }

  /** Returns what there is at a path below the folder, told from the root of the repository. */
  Optional<FileEntry> entry(RepositoryPath path) {
    return folder.entry(root.isRoot() ? path.value() : path.value().substring(length()));
  }

  private int length() {
    return root.value().length() + 1;
  }

  /**
   * Works out what has to change.
   *
   * @throws ValuesRefusedException with everything that cannot be put in its place
   */
  Changes changes(Cargo cargo) {
    Map<String, FileEdit> edits = new TreeMap<>();
    Map<BlobId, byte[]> edited = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (CargoFile file : cargo.files()) {
      if (!folder.holds(file)) {
        RepositoryPath path = root.resolve(file.path());
        edits.put(path.value(), new FileEdit(path, file.mode(), file.blob()));
      }
    }
    for (CargoValues values : cargo.values()) {
      RepositoryPath path = root.resolve(values.path());
      try {
        FileEntry entry = file(values.path());
        byte[] after = put(entry, values);
        BlobId blob = BlobId.of(after);
        if (!blob.equals(entry.id())) {
          edits.put(path.value(), new FileEdit(path, entry.mode(), blob));
          edited.put(blob, after);
        }
      } catch (ValuesRefusedException refused) {
        refused.problems().forEach(problem -> problems.add(inFile(path, problem)));
      }
    }
    if (!problems.isEmpty()) {
      throw new ValuesRefusedException(problems);
    }
    List<RepositoryPath> removed = stillThere(cargo).map(root::resolve).sorted().toList();
    return new Changes(List.copyOf(edits.values()), removed, edited);
  }

  private Stream<RepositoryPath> stillThere(Cargo cargo) {
    return cargo.removed().stream()
        .filter(
            path -> folder.entry(path.value()).filter(each -> each.mode().isFile()).isPresent());
  }

  /** Returns why whole files of the cargo cannot be put here. */
  List<Problem> obstacles(Cargo cargo) {
    Folder left = folder.without(cargo.removed());
    return cargo.files().stream()
        .filter(file -> !folder.holds(file))
        .flatMap(file -> left.obstacle(file).or(() -> fault(file.path())).stream())
        .toList();
  }

  /** Returns why values of the cargo cannot be put here. */
  List<Problem> refusals(Cargo cargo) {
    List<Problem> problems = new ArrayList<>();
    for (CargoValues values : cargo.values()) {
      Optional<Problem> fault = fault(values.path());
      fault.ifPresent(problems::add);
      if (fault.isEmpty()) {
        try {
          put(file(values.path()), values);
        } catch (ValuesRefusedException refused) {
          RepositoryPath path = root.resolve(values.path());
          refused.problems().forEach(problem -> problems.add(inFile(path, problem)));
        }
      }
    }
    return problems;
  }

  /** Returns a file that does not hold what the cargo has for it, if there is one. */
  Optional<RepositoryPath> lacking(Cargo cargo) {
    return Stream.of(
            cargo.files().stream().filter(file -> !folder.holds(file)).map(CargoFile::path),
            cargo.values().stream().filter(values -> !holds(values)).map(CargoValues::path),
            stillThere(cargo))
        .flatMap(paths -> paths)
        .map(root::resolve)
        .findFirst();
  }

  /** Returns a file that is to be changed and that somebody changed since then, if there is one. */
  Optional<RepositoryPath> editedSince(ApplicationFiles before, Cargo cargo) {
    return Stream.of(
            cargo.files().stream()
                .filter(file -> !folder.holds(file))
                .map(CargoFile::path)
                .filter(path -> !folder.agreesWith(before.folder, path)),
            cargo.values().stream()
                .filter(values -> isTouched(before, values))
                .map(CargoValues::path),
            cargo.removed().stream()
                .filter(path -> folder.entry(path.value()).isPresent())
                .filter(path -> !folder.agreesWith(before.folder, path)))
        .flatMap(paths -> paths)
        .map(root::resolve)
        .findFirst();
  }

  /** Another value of the same file may change; one that is promoted may not. */
  private boolean isTouched(ApplicationFiles before, CargoValues values) {
    Optional<FileEntry> here = folder.entry(values.path().value());
    Optional<FileEntry> there = before.folder.entry(values.path().value());
    if (here.equals(there)) {
      return false;
    }
    Map<NormalizedPath, String> now = sources(here, values);
    Map<NormalizedPath, String> then = before.sources(there, values);
    return values.values().stream()
        .anyMatch(
            value -> {
              Optional<String> source = Optional.ofNullable(now.get(value.place()));
              boolean ours = source.equals(Optional.of(value.source()));
              return !ours && !source.equals(Optional.ofNullable(then.get(value.place())));
            });
  }

  /** Returns which promoted values differ in a file, told from the root of the repository. */
  List<ValueChange> values(RepositoryPath file, Cargo cargo) {
    List<ValueChange> changes = new ArrayList<>();
    for (CargoValues values : cargo.values()) {
      if (root.resolve(values.path()).equals(file)) {
        Map<NormalizedPath, String> now = sources(folder.entry(values.path().value()), values);
        values.values().stream()
            .filter(value -> !value.source().equals(now.get(value.place())))
            .map(
                value ->
                    new ValueChange(
                        value.place(), Optional.ofNullable(now.get(value.place())), value.source()))
            .forEach(changes::add);
      }
    }
    return changes;
  }

  private Map<NormalizedPath, String> sources(Optional<FileEntry> entry, CargoValues values) {
    if (entry.isEmpty() || !entry.get().mode().isFile()) {
      return Map.of();
    }
    List<JsonPath> places =
        values.values().stream().map(value -> new JsonPath(value.place().text())).toList();
    return editor
        .find(values.path(), repository.content(entry.get().id()), places)
        .values()
        .stream()
        .collect(Collectors.toMap(FoundValue::place, FoundValue::source));
  }

  private boolean holds(CargoValues values) {
    try {
      FileEntry entry = file(values.path());
      return BlobId.of(put(entry, values)).equals(entry.id());
    } catch (ValuesRefusedException gone) {
      return false;
    }
  }

  private byte[] put(FileEntry entry, CargoValues values) {
    return editor.put(values.path(), repository.content(entry.id()), values.values());
  }

  private FileEntry file(RepositoryPath path) {
    FileEntry entry =
        folder
            .entry(path.value())
            .orElseThrow(
                () ->
                    refused(
                        ProblemCode.PATH_NO_MATCH,
                        "the file is not there; create it, only values in it are promoted"));
    if (!entry.mode().isFile()) {
      throw refused(
          ProblemCode.PATH_NOT_REGULAR,
          "is a link or a submodule; it is never read or written, so replace it by a file");
    }
    return entry;
  }

  private static ValuesRefusedException refused(ProblemCode code, String message) {
    return new ValuesRefusedException(List.of(new Problem(code, "", message)));
  }

  /** A place in a file is told as {@code file:line:column}. */
  static Problem inFile(RepositoryPath file, Problem problem) {
    String place = problem.place().isEmpty() ? file.value() : file + ":" + problem.place();
    return new Problem(problem.code(), place, problem.message());
  }

  private Optional<Problem> fault(RepositoryPath path) {
    return RepositoryPath.fault(root.isRoot() ? path.value() : root + "/" + path);
  }
}
