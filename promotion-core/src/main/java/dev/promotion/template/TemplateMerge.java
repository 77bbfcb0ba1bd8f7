package dev.promotion.template;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.template.EffectiveTemplate.Supplied;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Merges templates, those that win first. Used once. */
final class TemplateMerge {

  /** The order in which templates win. */
  static final Comparator<PromotionTemplate> ORDER =
      Comparator.comparingInt(PromotionTemplate::priority).thenComparing(PromotionTemplate::name);

  private static final String VERSION = "versionSource";
  private static final String ALL_FILES = "allFiles";

  private final String application;
  private final Map<FilePattern, Supplied<PromotedFile>> files = new TreeMap<>();
  private final Map<String, PromotionTemplate> winners = new HashMap<>();
  private final List<Problem> warnings = new ArrayList<>();
  private Optional<Supplied<VersionSource>> versionSource = Optional.empty();
  private Optional<Supplied<AllFiles>> allFiles = Optional.empty();

  TemplateMerge(String application) {
    this.application = application;
  }

  void add(TemplateContent content, Optional<TemplateName> from) {
    if (versionSource.isEmpty()) {
      versionSource = content.versionSource().map(each -> new Supplied<>(each, from));
    }
    if (allFiles.isEmpty()) {
      content.files().forEach(each -> files.putIfAbsent(each.file(), new Supplied<>(each, from)));
      allFiles = content.allFiles().map(each -> new Supplied<>(each, from));
    }
  }

  void add(PromotionTemplate template) {
    TemplateContent content = template.content();
    content
        .versionSource()
        .ifPresent(mine -> compare(template, VERSION, mine, versionSource.map(Supplied::value)));
    for (PromotedFile file : content.files()) {
      Optional<PromotedFile> other =
          Optional.ofNullable(files.get(file.file())).map(Supplied::value);
      compare(template, allFiles.isPresent() ? ALL_FILES : part(file.file()), file, other);
    }
    content.allFiles().ifPresent(mine -> compareAll(template, mine));
    add(content, Optional.of(template.name()));
  }

  /** Had this template gone first, none of the files would be promoted by what names them now. */
  private void compareAll(PromotionTemplate template, AllFiles mine) {
    if (allFiles.isEmpty()) {
      files.keySet().forEach(file -> compare(template, part(file), mine, Optional.empty()));
    }
    compare(template, ALL_FILES, mine, allFiles.map(Supplied::value));
  }

  private static String part(FilePattern file) {
    return "promotion of " + file;
  }

  EffectiveTemplate result() {
    return new EffectiveTemplate(versionSource, List.copyOf(files.values()), allFiles, warnings);
  }

  /** Warns where only the name decides which of two templates wins. */
  private <T> void compare(PromotionTemplate template, String part, T mine, Optional<T> other) {
    @Nullable PromotionTemplate winner = winners.putIfAbsent(part, template);
    if (winner != null
        && winner.priority() == template.priority()
        && !other.equals(Optional.of(mine))) {
      warnings.add(
          new Problem(
              ProblemCode.TEMPLATE_TIE,
              application,
              "templates "
                  + winner
                  + " and "
                  + template
                  + " have the same priority "
                  + template.priority()
                  + " and differ in "
                  + part
                  + "; "
                  + winner
                  + " goes first by its name; give them different priorities"));
    }
  }
}
