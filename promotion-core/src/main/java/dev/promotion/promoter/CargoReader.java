package dev.promotion.promoter;

import dev.promotion.internal.Problems;
import dev.promotion.internal.text.Texts;
import dev.promotion.port.Repositories;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationSource;
import dev.promotion.release.Cargo;
import dev.promotion.release.CargoFile;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is promoted: every file below the source path at a commit. */
final class CargoReader {

  private static final int MOST_FILES = 10_000;

  private final Repositories repositories;

  CargoReader(Repositories repositories) {
    this.repositories = repositories;
  }

  /**
   * Reads the cargo; what is wrong with its files goes to problems, what stays behind to warnings.
   */
  Cargo read(ApplicationSource source, CommitId commit, Problems problems, List<Problem> warnings) {
    List<FileEntry> entries =
        repositories.repository(source.repository()).files(commit, source.path());
    Folder folder = new Folder(entries);
    List<CargoFile> files = new ArrayList<>();
    if (entries.size() > MOST_FILES) {
      problems.add(
          ProblemCode.LIMIT,
          source.toString(),
          entries.size()
              + " files are to be promoted, the limit is "
              + MOST_FILES
              + "; name a smaller folder");
      return new Cargo(source.repository(), List.of());
    }
    for (FileEntry entry : entries) {
      file(source, entry, folder, problems, warnings).ifPresent(files::add);
    }
    if (files.isEmpty()) {
      problems.add(
          ProblemCode.PATH_NO_MATCH,
          source.toString(),
          "there is no file to promote at commit "
              + commit.abbreviated()
              + "; check spec.source of the application");
    }
    return new Cargo(source.repository(), files);
  }

  private static Optional<CargoFile> file(
      ApplicationSource source,
      FileEntry entry,
      Folder folder,
      Problems problems,
      List<Problem> warnings) {
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
