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
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.EffectiveTemplate;
import dev.promotion.template.EffectiveTemplate.Supplied;
import dev.promotion.template.VersionSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
          Map<Wanted, List<Target>> alike = new LinkedHashMap<>();
          for (Target target : targets) {
            EffectiveTemplate template = template(target);
            template.warnings().forEach(notes::warn);
            if (template.isUnconfirmed()) {
              notes.warn(everything(source));
            }
            alike.computeIfAbsent(Wanted.of(template), each -> new ArrayList<>()).add(target);
          }
          Map<Target, Target> loaded = new HashMap<>();
          alike.forEach(
              (wanted, those) -> {
                Cargo cargo = reader.read(wanted, removable(wanted, those));
                those.forEach(target -> loaded.put(target, loaded(target, cargo)));
              });
          warnings.forEach(notes::warn);
          return targets.stream().map(target -> loaded.getOrDefault(target, target)).toList();
        });
  }

  private static Target loaded(Target target, Cargo cargo) {
    return new Target(
        target.environment(), target.application(), target.planned(), Optional.of(cargo));
  }

  /** Returns what any of the targets has and could lose, if what is gone is to be deleted. */
  private Set<RepositoryPath> removable(Wanted wanted, List<Target> targets) {
    Set<RepositoryPath> removable = new TreeSet<>();
    if (wanted.prune()) {
      for (Target target : targets) {
        notes
            .ask(Notes.place(target.application()), () -> at(target).removable())
            .ifPresent(removable::addAll);
      }
    }
    return removable;
  }

  /** Tells whether a target lacks something of what it would get from a source. */
  boolean lacks(Target target, SourceCommit source) {
    try {
      Wanted wanted = Wanted.of(template(target));
      Cargo cargo =
          reader(source, new Problems(), new ArrayList<>())
              .read(wanted, removable(wanted, List.of(target)));
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

  private static Problem everything(SourceCommit source) {
    return new Problem(
        ProblemCode.PROMOTES_EVERYTHING,
        Notes.place(source.application()),
        "nothing says which files are promoted, so every file below "
            + source.application().source().path()
            + " is; write allFiles: true if that is meant");
  }
}
