package dev.promotion.template;

import static java.util.Objects.requireNonNull;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a template says: where the version is written, and which values are promoted.
 *
 * @param versionSource where the version is written; empty where it is not told
 * @param files the promoted values in the order of their files, each file once; empty where they
 *     are not told
 * @param allFiles that every file is promoted, where that is said; empty where files are told
 */
public record TemplateContent(
    Optional<VersionSource> versionSource, List<PromotedFile> files, Optional<AllFiles> allFiles) {

  /**
   * Sorts the files.
   *
   * @throws IllegalArgumentException if two entries are of one file
   * @throws InvalidDefinitionException with {@code EITHER_OR} if files are told, and all of them
   */
  public TemplateContent {
    requireNonNull(versionSource, "versionSource");
    requireNonNull(allFiles, "allFiles");
    files = files.stream().sorted(Comparator.comparing(PromotedFile::file)).toList();
    if (files.stream().map(PromotedFile::file).distinct().count() < files.size()) {
      throw new IllegalArgumentException("two entries are of one file");
    }
    if (allFiles.isPresent() && !files.isEmpty()) {
      throw new InvalidDefinitionException(
          ProblemCode.EITHER_OR,
          allFiles.get().confirmed() ? "allFiles" : "prune",
          "is for whole folders, and promotion names files; give one of the two");
    }
  }

  /**
   * Creates a content that does not say that all files are promoted.
   *
   * @param versionSource where the version is written
   * @param files the promoted values
   */
  public TemplateContent(Optional<VersionSource> versionSource, List<PromotedFile> files) {
    this(versionSource, files, Optional.empty());
  }

  /**
   * Creates a content that promotes values.
   *
   * @param files the promoted values
   * @return the content, which does not tell the version
   */
  public static TemplateContent of(PromotedFile... files) {
    return new TemplateContent(Optional.empty(), List.of(files));
  }
}
