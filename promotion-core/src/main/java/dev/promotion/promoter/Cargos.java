package dev.promotion.promoter;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.internal.Problems;
import dev.promotion.port.FileValues;
import dev.promotion.port.PortException;
import dev.promotion.port.Repositories;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationSource;
import dev.promotion.release.Cargo;
import dev.promotion.release.SourceCommit;
import dev.promotion.release.Target;
import dev.promotion.release.Version;
import dev.promotion.template.EffectiveTemplate;
import dev.promotion.template.EffectiveTemplate.Supplied;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.VersionSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what each target gets from a source, as the templates that match the target say. */
final class Cargos {

  private final Catalog catalog;
  private final Repositories repositories;
  private final FileValues editor;
  private final Notes notes;

  Cargos(Catalog catalog, Repositories repositories, FileValues editor, Notes notes) {
    this.catalog = catalog;
    this.repositories = repositories;
    this.editor = editor;
    this.notes = notes;
  }

  /** Returns the targets with what each of them gets; empty if it could not be read. */
  Optional<List<Target>> load(SourceCommit source, List<Target> targets) {
    return notes.ask(
        Notes.place(source.application()),
        () -> {
          List<Problem> warnings = new ArrayList<>();
          CargoReader reader = reader(source, notes.problems(), warnings);
          Map<List<PromotedFile>, Cargo> known = new HashMap<>();
          List<Target> loaded = new ArrayList<>();
          for (Target target : targets) {
            EffectiveTemplate template = template(target);
            template.warnings().forEach(notes::warn);
            Cargo cargo = known.computeIfAbsent(files(template), reader::read);
            loaded.add(
                new Target(
                    target.environment(),
                    target.application(),
                    target.planned(),
                    Optional.of(cargo)));
            if (template.promotesEverything()) {
              notes.warn(everything(source));
            }
          }
          warnings.forEach(notes::warn);
          return loaded;
        });
  }

  /** Tells whether a target lacks something of what it would get from a source. */
  boolean lacks(Target target, SourceCommit source) {
    try {
      Cargo cargo = reader(source, new Problems(), new ArrayList<>()).read(files(template(target)));
      return at(target).lacking(cargo).isPresent();
    } catch (PortException fault) {
      notes.problems().add(fault.problem().within(Notes.place(source.application())));
      return false;
    }
  }

  /** Returns the files of a target as they were when the release was planned. */
  ApplicationFiles at(Target target) {
    ApplicationSource source = target.application().source();
    return new ApplicationFiles(
        repositories.repository(source.repository()),
        editor,
        source.path(),
        target.planned().commit());
  }

  /** Reads what the source calls its version, if something tells where that is written. */
  Optional<Version> version(SourceCommit source, EnvironmentName environment) {
    Application application = source.application();
    Optional<VersionSource> from =
        catalog.effectiveTemplate(application, environment).versionSource().map(Supplied::value);
    return from.flatMap(
        where ->
            notes
                .ask(Notes.place(application), () -> version(source, where))
                .flatMap(found -> found));
  }

  private Optional<Version> version(SourceCommit source, VersionSource where) {
    List<Problem> warnings = new ArrayList<>();
    Optional<Version> version = reader(source, new Problems(), warnings).version(where);
    warnings.forEach(notes::warn);
    return version;
  }

  private CargoReader reader(SourceCommit source, Problems problems, List<Problem> warnings) {
    return new CargoReader(
        repositories,
        editor,
        source.application().source(),
        source.commit().id(),
        problems,
        warnings);
  }

  private EffectiveTemplate template(Target target) {
    return catalog.effectiveTemplate(target.application(), target.environment());
  }

  private static List<PromotedFile> files(EffectiveTemplate template) {
    return template.files().stream().map(Supplied::value).toList();
  }

  private static Problem everything(SourceCommit source) {
    return new Problem(
        ProblemCode.PROMOTES_EVERYTHING,
        Notes.place(source.application()),
        "nothing says which files are promoted, so every file below "
            + source.application().source().path()
            + " is");
  }
}
