package dev.promotion.promoter;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.internal.text.Texts;
import dev.promotion.port.Repositories;
import dev.promotion.port.Repository;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.release.SourceCommit;
import dev.promotion.release.Target;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the one application that is promoted from: the one that the trigger names, else the only
 * one of the trigger environment, else the only one whose cargo a first target lacks. Never a
 * silent choice.
 */
final class SourceChoice {

  private final Catalog catalog;
  private final Repositories repositories;
  private final Cargos cargos;
  private final Trigger trigger;
  private final Notes notes;

  SourceChoice(
      Catalog catalog, Repositories repositories, Cargos cargos, Trigger trigger, Notes notes) {
    this.catalog = catalog;
    this.repositories = repositories;
    this.cargos = cargos;
    this.trigger = trigger;
    this.notes = notes;
  }

  /** Returns the source, or notes why there is none. */
  Optional<SourceCommit> of(PromotionFlow flow, List<Target> targets) {
    EnvironmentName environment = flow.triggerEnvironment();
    List<Application> candidates = catalog.applications(trigger.product(), environment);
    if (candidates.isEmpty()) {
      notes
          .problems()
          .add(
              ProblemCode.NO_APPLICATIONS,
              "flow " + flow + ", environment " + environment,
              "product "
                  + trigger.product()
                  + " has no application in the trigger environment "
                  + environment
                  + "; add one");
      return Optional.empty();
    }
    if (trigger.application().isPresent()) {
      return named(candidates, environment);
    }
    if (candidates.size() == 1) {
      return source(candidates.get(0));
    }
    return theOnlyChanged(candidates, flow, targets);
  }

  private Optional<SourceCommit> named(List<Application> candidates, EnvironmentName environment) {
    String name = trigger.application().map(Object::toString).orElseThrow();
    Optional<Application> found =
        candidates.stream().filter(each -> each.name().value().equals(name)).findFirst();
    if (found.isEmpty()) {
      List<String> known = candidates.stream().map(Application::toString).toList();
      notes
          .problems()
          .add(
              ProblemCode.UNKNOWN_APPLICATION,
              "trigger",
              "application '"
                  + name
                  + "' is not one of product "
                  + trigger.product()
                  + " in environment "
                  + environment
                  + "; "
                  + Texts.known(name, known));
    }
    return found.flatMap(this::source);
  }

  private Optional<SourceCommit> theOnlyChanged(
      List<Application> candidates, PromotionFlow flow, List<Target> targets) {
    EnvironmentName first = flow.firstTargets().get(0);
    List<Target> firsts =
        targets.stream().filter(target -> target.environment().equals(first)).toList();
    List<SourceCommit> changed = new ArrayList<>();
    for (Application candidate : candidates) {
      source(candidate)
          .filter(source -> firsts.stream().anyMatch(target -> cargos.lacks(target, source)))
          .ifPresent(changed::add);
    }
    if (changed.size() == 1) {
      return Optional.of(changed.get(0));
    }
    notes
        .problems()
        .add(
            ProblemCode.SOURCE_AMBIGUOUS,
            "trigger",
            "environment "
                + flow.triggerEnvironment()
                + " has several applications of product "
                + trigger.product()
                + ", and "
                + (changed.isEmpty() ? "none" : changed.size() + " of them")
                + " differ from "
                + first
                + "; name one: "
                + String.join(", ", candidates.stream().map(Application::toString).toList()));
    return Optional.empty();
  }

  private Optional<SourceCommit> source(Application application) {
    return notes
        .ask(
            Notes.place(application),
            () -> {
              Repository repository = repositories.repository(application.source().repository());
              BranchHead head = repository.head(application.source().revision());
              return at(application, repository, head, trigger.commit().orElse(head.commit()));
            })
        .flatMap(found -> found);
  }

  private Optional<SourceCommit> at(
      Application application, Repository repository, BranchHead head, CommitId wanted) {
    if (!wanted.equals(head.commit()) && !repository.contains(head.commit(), wanted)) {
      notes
          .problems()
          .add(
              ProblemCode.COMMIT_NOT_ON_BRANCH,
              Notes.place(application),
              "commit "
                  + wanted
                  + " is not on branch "
                  + head.branch()
                  + ", which is at "
                  + head.commit().abbreviated()
                  + "; name one that is");
      return Optional.empty();
    }
    return Optional.of(new SourceCommit(application, head.branch(), repository.commit(wanted)));
  }
}
