package dev.promotion.promoter;

import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.EffectiveTemplate;
import dev.promotion.template.EffectiveTemplate.Supplied;
import dev.promotion.template.PromotedFile;
import java.util.List;

/**
 * What targets get that are promoted to alike.
 *
 * @param files the files that are named
 * @param others whether all other files are promoted too
 * @param prune whether what is gone from the source is deleted
 */
record Wanted(List<PromotedFile> files, boolean others, boolean prune) {

  static Wanted of(EffectiveTemplate template) {
    return new Wanted(
        template.files().stream().map(Supplied::value).toList(),
        template.promotesEverything(),
        template.prunes());
  }

  /** Tells whether it is said what is promoted of a file, or of files that match a pattern. */
  boolean names(RepositoryPath file) {
    return files.stream().anyMatch(each -> each.file().matches(file));
  }
}
