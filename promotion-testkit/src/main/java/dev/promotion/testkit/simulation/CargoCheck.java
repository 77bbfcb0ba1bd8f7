package dev.promotion.testkit.simulation;

import dev.promotion.port.FileValues;
import dev.promotion.port.FoundValue;
import dev.promotion.port.ValuesRefusedException;
import dev.promotion.release.Cargo;
import dev.promotion.release.CargoFile;
import dev.promotion.release.CargoValues;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import dev.promotion.template.NormalizedPath;
import dev.promotion.testkit.InMemoryRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks in the files of a folder for what a release promotes, without asking the promoter. */
final class CargoCheck {

  private final Optional<FileValues> editor;

  CargoCheck(Optional<FileValues> editor) {
    this.editor = editor;
  }

  private FileValues editor() {
    return editor.orElseThrow(
        () -> new Violation("values are promoted only where they can be read", "no FileValues"));
  }

  /** Tells whether a folder holds files and values as they were promoted. */
  boolean holds(
      InMemoryRepository repository, CommitId commit, RepositoryPath folder, Cargo cargo) {
    Map<String, FileEntry> there = files(repository, commit, folder);
    return cargo.files().stream().allMatch(file -> promoted(file).equals(there.get(path(file))))
        && cargo.removed().stream().noneMatch(path -> there.containsKey(path.value()))
        && cargo.values().stream()
            .allMatch(
                values -> {
                  Map<NormalizedPath, String> now = sources(repository, there, values);
                  return values.values().stream()
                      .allMatch(each -> each.source().equals(now.get(each.place())));
                });
  }

  /** Returns all files of a repository as they must be once a commit has set the cargo. */
  Map<String, FileEntry> after(
      InMemoryRepository repository, CommitId before, RepositoryPath folder, Cargo cargo) {
    Map<String, FileEntry> files = files(repository, before, RepositoryPath.ROOT);
    cargo.removed().forEach(path -> files.remove(folder.resolve(path).value()));
    for (CargoFile file : cargo.files()) {
      String path = folder.resolve(file.path()).value();
      files.put(path, new FileEntry(path, file.mode(), file.blob()));
    }
    for (CargoValues values : cargo.values()) {
      String path = folder.resolve(values.path()).value();
      files.computeIfPresent(path, (name, entry) -> edited(repository, entry, values));
    }
    return files;
  }

  private FileEntry edited(InMemoryRepository repository, FileEntry entry, CargoValues values) {
    try {
      byte[] bytes = editor().put(values.path(), repository.content(entry.id()), values.values());
      return new FileEntry(entry.path(), entry.mode(), BlobId.of(bytes));
    } catch (ValuesRefusedException impossible) {
      throw new Violation("values are only put where they fit", impossible.toString());
    }
  }

  /**
   * Returns what is promoted, and was neither there when the release was planned nor is what is
   * promoted: a change by others, which must not be replaced.
   */
  Optional<String> replacedWork(
      InMemoryRepository repository,
      CommitId planned,
      CommitId before,
      RepositoryPath folder,
      Cargo cargo) {
    Map<String, FileEntry> then = files(repository, planned, folder);
    Map<String, FileEntry> now = files(repository, before, folder);
    for (CargoFile file : cargo.files()) {
      FileEntry entry = now.get(path(file));
      if (!promoted(file).equals(entry)
          && !Optional.ofNullable(entry).equals(Optional.ofNullable(then.get(path(file))))) {
        return Optional.of(path(file));
      }
    }
    for (RepositoryPath path : cargo.removed()) {
      FileEntry entry = now.get(path.value());
      if (entry != null && !entry.equals(then.get(path.value()))) {
        return Optional.of(path.value());
      }
    }
    for (CargoValues values : cargo.values()) {
      Map<NormalizedPath, String> valuesThen = sources(repository, then, values);
      Map<NormalizedPath, String> valuesNow = sources(repository, now, values);
      boolean replaced =
          values.values().stream()
              .filter(each -> !each.source().equals(valuesNow.get(each.place())))
              .anyMatch(
                  each ->
                      !Optional.ofNullable(valuesNow.get(each.place()))
                          .equals(Optional.ofNullable(valuesThen.get(each.place()))));
      if (replaced) {
        return Optional.of(values.path().value());
      }
    }
    return Optional.empty();
  }

  /** Tells whether values are those that the source had. */
  boolean areOf(
      InMemoryRepository repository, CommitId source, RepositoryPath folder, CargoValues values) {
    Map<NormalizedPath, String> found =
        sources(repository, files(repository, source, folder), values);
    return values.values().stream().allMatch(each -> each.source().equals(found.get(each.place())));
  }

  private Map<NormalizedPath, String> sources(
      InMemoryRepository repository, Map<String, FileEntry> files, CargoValues values) {
    FileEntry entry = files.get(values.path().value());
    if (entry == null || !entry.mode().isFile()) {
      return Map.of();
    }
    List<JsonPath> places =
        values.values().stream().map(each -> new JsonPath(each.place().text())).toList();
    return editor().find(values.path(), repository.content(entry.id()), places).values().stream()
        .collect(Collectors.toMap(FoundValue::place, FoundValue::source));
  }

  private static Map<String, FileEntry> files(
      InMemoryRepository repository, CommitId commit, RepositoryPath folder) {
    Map<String, FileEntry> byPath = new HashMap<>();
    repository.files(commit, folder).forEach(each -> byPath.put(each.path(), each));
    return byPath;
  }

  private static String path(CargoFile file) {
    return file.path().value();
  }

  private static FileEntry promoted(CargoFile file) {
    return new FileEntry(path(file), file.mode(), file.blob());
  }
}
