package dev.promotion.promoter;

import dev.promotion.internal.Problems;
import dev.promotion.internal.text.Texts;
import dev.promotion.port.FileValues;
import dev.promotion.port.FoundValue;
import dev.promotion.port.FoundValues;
import dev.promotion.port.Repositories;
import dev.promotion.port.Repository;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationSource;
import dev.promotion.release.Cargo;
import dev.promotion.release.CargoFile;
import dev.promotion.release.CargoValues;
import dev.promotion.release.PromotedValue;
import dev.promotion.release.Version;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import dev.promotion.template.NormalizedPath;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.VersionSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what is promoted from one application at one commit: what a template names or, where none
 * does, every file below the source path, and what is gone from there. What is wrong goes to
 * problems, what stays behind and what else should be known to warnings.
 */
final class CargoReader {

  private static final int MOST_FILES = 10_000;

  private final Repository repository;
  private final FileValues editor;
  private final ApplicationSource source;
  private final CommitId commit;
  private final Problems problems;
  private final List<Problem> warnings;
  private final Map<String, FileEntry> entries = new TreeMap<>();
  private final Folder folder;

  CargoReader(
      Repositories repositories,
      FileValues editor,
      ApplicationSource source,
      CommitId commit,
      Problems problems,
      List<Problem> warnings) {
    this.repository = repositories.repository(source.repository());
    this.editor = editor;
    this.source = source;
    this.commit = commit;
    this.problems = problems;
    this.warnings = warnings;
    List<FileEntry> listed = repository.files(commit, source.path());
    this.folder = new Folder(listed);
    listed.forEach(entry -> entries.put(entry.path(), entry));
  }

  /**
   * Reads what is wanted.
   *
   * @param removable the files that the targets have and could lose
   */
  Cargo read(Wanted wanted, Set<RepositoryPath> removable) {
    Map<String, CargoFile> files = new TreeMap<>();
    Map<String, Map<NormalizedPath, PromotedValue>> values = new TreeMap<>();
    wanted.files().forEach(each -> named(each, files, values));
    if (wanted.others()) {
      others(wanted).forEach(file -> files.put(file.path().value(), file));
      boolean none = wanted.files().isEmpty() && files.isEmpty();
      requireSomething(!none || entries.size() > MOST_FILES);
    }
    List<CargoValues> inside = new ArrayList<>();
    values.forEach(
        (path, found) -> {
          if (!found.isEmpty() && !files.containsKey(path)) {
            inside.add(new CargoValues(new RepositoryPath(path), List.copyOf(found.values())));
          }
        });
    return new Cargo(
        source.repository(), List.copyOf(files.values()), inside, gone(wanted, removable));
  }

  private List<CargoFile> others(Wanted wanted) {
    List<FileEntry> meant =
        entries.values().stream()
            .filter(
                entry ->
                    RepositoryPath.fault(entry.path()).isPresent()
                        || !wanted.names(new RepositoryPath(entry.path())))
            .toList();
    return areTooMany(meant.size())
        ? List.of()
        : meant.stream().flatMap(entry -> file(entry).stream()).toList();
  }

  /** What the source never had belongs to the target alone. */
  private List<RepositoryPath> gone(Wanted wanted, Set<RepositoryPath> removable) {
    Map<RepositoryPath, RepositoryPath> missing = new HashMap<>();
    removable.stream()
        .filter(path -> !entries.containsKey(path.value()) && !wanted.names(path))
        .filter(
            path ->
                RepositoryPath.fault(
                        source.path().isRoot() ? path.value() : source.path() + "/" + path)
                    .isEmpty())
        .forEach(path -> missing.put(source.path().resolve(path), path));
    return missing.isEmpty()
        ? List.of()
        : repository.onceThere(commit, missing.keySet()).stream()
            .map(missing::get)
            .sorted()
            .toList();
  }

  private void requireSomething(boolean found) {
    if (!found) {
      problems.add(
          ProblemCode.PATH_NO_MATCH,
          source.toString(),
          "there is no file to promote at commit "
              + commit.abbreviated()
              + "; check spec.source of the application");
    }
  }

  private boolean areTooMany(int count) {
    if (count <= MOST_FILES) {
      return false;
    }
    problems.add(
        ProblemCode.LIMIT,
        source.toString(),
        count
            + " files are to be promoted, the limit is "
            + MOST_FILES
            + "; name a smaller folder, or fewer files");
    return true;
  }

  private void named(
      PromotedFile promoted,
      Map<String, CargoFile> files,
      Map<String, Map<NormalizedPath, PromotedValue>> values) {
    for (CargoFile file : matching(promoted)) {
      if (promoted.paths().stream().anyMatch(JsonPath::isWholeFile)) {
        files.put(file.path().value(), file);
      } else {
        Map<NormalizedPath, PromotedValue> found =
            values.computeIfAbsent(file.path().value(), path -> new LinkedHashMap<>());
        values(promoted, file).forEach(value -> found.putIfAbsent(value.place(), value));
      }
    }
  }

  private List<CargoFile> matching(PromotedFile promoted) {
    List<FileEntry> meant =
        entries.values().stream()
            .filter(entry -> RepositoryPath.fault(entry.path()).isEmpty())
            .filter(entry -> promoted.file().matches(new RepositoryPath(entry.path())))
            .toList();
    if (meant.isEmpty()) {
      missing(promoted.file().text());
    }
    return areTooMany(meant.size())
        ? List.of()
        : meant.stream().flatMap(entry -> file(entry).stream()).toList();
  }

  private void missing(String file) {
    problems.add(
        ProblemCode.PATH_NO_MATCH,
        source.toString(),
        "there is no file "
            + Texts.quoted(file)
            + " at commit "
            + commit.abbreviated()
            + "; "
            + Texts.known(file, List.copyOf(entries.keySet())));
  }

  /** The record keeps values as text, and is no place for a secret. */
  private List<PromotedValue> values(PromotedFile promoted, CargoFile file) {
    if (SecretManifest.isIn(repository.content(file.blob()))) {
      problems.add(
          ProblemCode.SECRET_VALUE,
          source.path().resolve(file.path()).toString(),
          "holds a Secret of Kubernetes, whose values are not promoted one by one because they"
              + " would stand in the record of the release; promote the whole file with '*'");
      return List.of();
    }
    return find(file, promoted.paths(), problems).values().stream()
        .map(value -> new PromotedValue(value.place(), value.source(), promoted.create()))
        .toList();
  }

  private FoundValues find(CargoFile file, List<JsonPath> paths, Problems into) {
    RepositoryPath whole = source.path().resolve(file.path());
    FoundValues found = editor.find(file.path(), repository.content(file.blob()), paths);
    found.problems().forEach(each -> into.add(ApplicationFiles.inFile(whole, each)));
    found.warnings().forEach(each -> warnings.add(ApplicationFiles.inFile(whole, each)));
    return found;
  }

  /** Reads the version; one that is not there, or is no version, is a warning. */
  Optional<Version> version(VersionSource from) {
    FileEntry entry = entries.get(from.file().value());
    if (entry == null || !entry.mode().isFile()) {
      return noVersion(from, "there is no such file");
    }
    CargoFile file = new CargoFile(from.file(), entry.mode(), entry.id());
    List<FoundValue> found = find(file, List.of(from.path()), new Problems()).values();
    Optional<String> text =
        found.stream().limit(1).flatMap(each -> each.text().stream()).findFirst();
    if (found.size() > 1 || text.isEmpty()) {
      return noVersion(from, "that is not one single value");
    }
    try {
      return Optional.of(new Version(text.get()));
    } catch (InvalidDefinitionException unfit) {
      return noVersion(from, unfit.problems().get(0).message());
    }
  }

  private Optional<Version> noVersion(VersionSource from, String why) {
    warnings.add(
        new Problem(
            ProblemCode.VERSION_UNKNOWN,
            source.path().resolve(from.file()).value(),
            "the version at "
                + Texts.quoted(from.path().text())
                + " cannot be used ("
                + why
                + "), so the release is called by its commit; mend it, or give the trigger one"));
    return Optional.empty();
  }

  private Optional<CargoFile> file(FileEntry entry) {
    Optional<Problem> fault = RepositoryPath.fault(entry.path());
    if (fault.isPresent() && fault.get().code() == ProblemCode.PATH_GIT_INTERNAL) {
      warnings.add(
          new Problem(
              ProblemCode.GIT_FILE_LEFT_OUT,
              source.toString(),
              Texts.quoted(entry.path()) + " is one of Git's own files, so it is not promoted"));
      return Optional.empty();
    }
    if (fault.isPresent()) {
      problems.add(fault.get().within(source.toString()));
      return Optional.empty();
    }
    if (!entry.mode().isFile()) {
      problems.add(
          ProblemCode.PATH_NOT_REGULAR,
          source.toString(),
          Texts.quoted(entry.path())
              + " is a link or a submodule; it is never read or written, so replace it by a file");
      return Optional.empty();
    }
    CargoFile file = new CargoFile(new RepositoryPath(entry.path()), entry.mode(), entry.id());
    folder.obstacle(file).ifPresent(each -> problems.add(each.within(source.toString())));
    return Optional.of(file);
  }
}
