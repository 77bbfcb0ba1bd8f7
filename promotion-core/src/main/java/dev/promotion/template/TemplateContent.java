package dev.promotion.template;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a template says: where the version is written, and which values are promoted.
 *
 * @param versionSource where the version is written; empty where it is not told
 * @param files the promoted values in the order of their files, each file once; empty where they
 *     are not told
 */
public record TemplateContent(Optional<VersionSource> versionSource, List<PromotedFile> files) {

  /**
   * Sorts the files.
   *
   * @throws IllegalArgumentException if two entries are of one file
   */
  public TemplateContent {
    requireNonNull(versionSource, "versionSource");
    files = files.stream().sorted(Comparator.comparing(PromotedFile::file)).toList();
    if (files.stream().map(PromotedFile::file).distinct().count() < files.size()) {
      throw new IllegalArgumentException("two entries are of one file");
    }
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
