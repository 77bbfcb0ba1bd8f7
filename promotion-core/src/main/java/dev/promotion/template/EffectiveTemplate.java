package dev.promotion.template;

import dev.promotion.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is promoted of one application, and where its version is written: what its product says or,
 * where that says nothing, the templates that match it, merged.
 *
 * @param versionSource where the version is written; empty where nothing tells it
 * @param files the promoted values in the order of their files; empty where nothing tells them, so
 *     that every file is promoted
 * @param allFiles that every file that {@code files} does not name is promoted too, where that is
 *     said
 * @param warnings what had to be decided between contradicting definitions
 */
public record EffectiveTemplate(
    Optional<Supplied<VersionSource>> versionSource,
    List<Supplied<PromotedFile>> files,
    Optional<Supplied<AllFiles>> allFiles,
    List<Problem> warnings) {

  /**
   * A part of a template and who supplied it.
   *
   * @param <T> the type of the part
   * @param value the part
   * @param template the template; empty where the product says it itself
   */
  public record Supplied<T>(T value, Optional<TemplateName> template) {}

  /** Copies the lists. */
  public EffectiveTemplate {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /**
   * Returns what a product says itself. It goes before everything else.
   *
   * @param content what the product says
   * @return the effective template
   */
  public static EffectiveTemplate inline(TemplateContent content) {
    TemplateMerge merge = new TemplateMerge("");
    merge.add(content, Optional.empty());
    return merge.result();
  }

  /**
   * Returns what the one template says that a product names.
   *
   * @param template the template
   * @return the effective template
   */
  public static EffectiveTemplate named(PromotionTemplate template) {
    TemplateMerge merge = new TemplateMerge("");
    merge.add(template.content(), Optional.of(template.name()));
    return merge.result();
  }

  /**
   * Merges the templates that match an application: the one with the lowest priority number is the
   * base and wins, file by file, the others add what it does not say; after one that promotes all
   * files, none adds any. Of equal priority the first by name goes first, with a warning where that
   * decides something.
   *
   * @param templates all templates
   * @param application what to call the application in a warning
   * @param labels the labels of the application
   * @return the effective template, which says nothing if no template matches
   */
  public static EffectiveTemplate matching(
      Collection<PromotionTemplate> templates, String application, Map<String, String> labels) {
    TemplateMerge merge = new TemplateMerge(application);
    templates.stream()
        .filter(template -> template.selector().matches(labels))
        .sorted(TemplateMerge.ORDER)
        .forEach(merge::add);
    return merge.result();
  }

  /**
   * Returns the same with a warning more.
   *
   * @param warning what else had to be decided
   * @return the effective template
   */
  public EffectiveTemplate warned(Problem warning) {
    List<Problem> all = new ArrayList<>(warnings);
    all.add(warning);
    return new EffectiveTemplate(versionSource, files, allFiles, all);
  }

  /**
   * Tells whether every file of the source is promoted, be it that nothing says which.
   *
   * @return whether files are promoted that {@code files} does not name
   */
  public boolean promotesEverything() {
    return files.isEmpty() || allFiles.isPresent();
  }

  /**
   * Tells whether every file is promoted though nobody has said so in so many words.
   *
   * @return whether people should be warned of it
   */
  public boolean isUnconfirmed() {
    return promotesEverything()
        && !allFiles.map(Supplied::value).map(AllFiles::confirmed).orElse(false);
  }

  /**
   * Tells whether what is gone from the source is deleted in the target.
   *
   * @return whether files are deleted
   */
  public boolean prunes() {
    return allFiles.map(Supplied::value).map(AllFiles::prune).orElse(false);
  }
}
