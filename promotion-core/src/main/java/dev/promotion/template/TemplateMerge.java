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

  private final String application;
  private final Map<FilePattern, Supplied<PromotedFile>> files = new TreeMap<>();
  private final Map<String, PromotionTemplate> winners = new HashMap<>();
  private final List<Problem> warnings = new ArrayList<>();
  private Optional<Supplied<VersionSource>> versionSource = Optional.empty();

  TemplateMerge(String application) {
    this.application = application;
  }

  void add(TemplateContent content, Optional<TemplateName> from) {
    if (versionSource.isEmpty()) {
      versionSource = content.versionSource().map(each -> new Supplied<>(each, from));
    }
    content.files().forEach(each -> files.putIfAbsent(each.file(), new Supplied<>(each, from)));
  }

  void add(PromotionTemplate template) {
    TemplateContent content = template.content();
    content
        .versionSource()
        .ifPresent(mine -> compare(template, VERSION, mine, versionSource.map(Supplied::value)));
    for (PromotedFile file : content.files()) {
      Optional<PromotedFile> other =
          Optional.ofNullable(files.get(file.file())).map(Supplied::value);
      compare(template, "promotion of " + file.file(), file, other);
    }
    add(content, Optional.of(template.name()));
  }

  EffectiveTemplate result() {
    return new EffectiveTemplate(versionSource, List.copyOf(files.values()), warnings);
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
