package dev.promotion.promoter;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.internal.Problems;
import dev.promotion.internal.text.Texts;
import dev.promotion.port.FileValues;
import dev.promotion.port.PortException;
import dev.promotion.port.Repositories;
import dev.promotion.port.Repository;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationSource;
import dev.promotion.product.Product;
import dev.promotion.product.ProductName;
import dev.promotion.release.Cargo;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.SourceCommit;
import dev.promotion.release.Target;
import dev.promotion.release.Version;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Checks all that a release needs before it may begin, and fixes it in a plan. Reads only; every
 * problem is found before the first is reported.
 */
final class Preflight {

  private final Catalog catalog;
  private final Repositories repositories;
  private final Duration stableFor;
  private final Person author;
  private final FileValues editor;
  private final CargoReader cargoReader;

  Preflight(
      Catalog catalog,
      Repositories repositories,
      FileValues editor,
      Duration stableFor,
      Person author) {
    this.catalog = catalog;
    this.repositories = repositories;
    this.editor = editor;
    this.stableFor = stableFor;
    this.author = author;
    this.cargoReader = new CargoReader(repositories);
  }

  /**
   * Returns the plan of the release that a trigger asks for, or throws all that stands against it.
   */
  ReleasePlan plan(Trigger trigger) {
    Check check = new Check(trigger);
    Optional<ReleasePlan> plan = check.run();
    if (plan.isEmpty() || !check.problems.none()) {
      throw new TriggerRefusedException(check.problems.list());
    }
    return plan.get();
  }

  /** What is found while one trigger is checked. */
  private final class Check {

    private final Trigger trigger;
    private final Problems problems = new Problems();
    private final List<Problem> warnings = new ArrayList<>();

    Check(Trigger trigger) {
      this.trigger = trigger;
    }

    Optional<ReleasePlan> run() {
      Optional<PromotionFlow> flow = flow();
      boolean known = product();
      if (flow.isEmpty() || !known) {
        return Optional.empty();
      }
      List<Target> targets = targets(flow.get());
      return source(flow.get(), targets).flatMap(source -> plan(flow.get(), source, targets));
    }

    private Optional<ReleasePlan> plan(
        PromotionFlow flow, SourceCommit source, List<Target> targets) {
      Optional<Cargo> cargo =
          ask(place(source.application()), () -> cargo(source, problems, warnings));
      if (cargo.isEmpty()) {
        return Optional.empty();
      }
      targets.forEach(target -> checkRoom(target, cargo.get()));
      String everything = source.application().source().path().toString();
      warnings.add(
          new Problem(
              ProblemCode.PROMOTES_EVERYTHING,
              place(source.application()),
              "nothing says which files are promoted, so every file below " + everything + " is"));
      warnings.add(
          new Problem(
              ProblemCode.ACTION_DEFAULTED,
              "flow " + flow,
              "nothing says how to promote, so every target gets a commit on its branch"));
      Version version =
          trigger.version().orElseGet(() -> new Version(source.commit().id().abbreviated()));
      return Optional.of(
          new ReleasePlan(
              trigger.product(),
              flow,
              trigger.initiator(),
              version,
              source,
              cargo.get(),
              targets,
              stableFor,
              author,
              warnings));
    }

    private Optional<PromotionFlow> flow() {
      Optional<PromotionFlow> flow = catalog.flow(trigger.flow());
      if (flow.isEmpty()) {
        List<String> known =
            catalog.flows().stream().map(PromotionFlow::name).map(FlowName::value).toList();
        unknown(ProblemCode.UNKNOWN_FLOW, "flow", trigger.flow().value(), known);
      }
      return flow;
    }

    private boolean product() {
      boolean known = catalog.product(trigger.product()).isPresent();
      if (!known) {
        List<String> names =
            catalog.products().stream().map(Product::name).map(ProductName::value).toList();
        unknown(ProblemCode.UNKNOWN_PRODUCT, "product", trigger.product().value(), names);
      }
      return known;
    }

    private void unknown(ProblemCode code, String what, String name, List<String> known) {
      problems.add(
          code, "trigger", what + " '" + name + "' does not exist; " + Texts.known(name, known));
    }

    private List<Target> targets(PromotionFlow flow) {
      List<Target> targets = new ArrayList<>();
      for (EnvironmentName environment : flow.environments()) {
        if (environment.equals(flow.triggerEnvironment())) {
          continue;
        }
        List<Application> applications = catalog.applications(trigger.product(), environment);
        if (applications.isEmpty()) {
          problems.add(
              ProblemCode.APP_MISSING_IN_TARGET,
              "flow " + flow + ", environment " + environment,
              "product "
                  + trigger.product()
                  + " has no application in environment "
                  + environment
                  + "; add one, or take the environment out of the flow");
        }
        for (Application application : applications) {
          head(application)
              .map(head -> new Target(environment, application, head))
              .ifPresent(targets::add);
        }
      }
      return targets;
    }

    private Optional<SourceCommit> source(PromotionFlow flow, List<Target> targets) {
      EnvironmentName environment = flow.triggerEnvironment();
      List<Application> candidates = catalog.applications(trigger.product(), environment);
      if (candidates.isEmpty()) {
        problems.add(
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

    private Optional<SourceCommit> named(
        List<Application> candidates, EnvironmentName environment) {
      String name = trigger.application().map(Object::toString).orElseThrow();
      Optional<Application> found =
          candidates.stream().filter(each -> each.name().value().equals(name)).findFirst();
      if (found.isEmpty()) {
        List<String> known = candidates.stream().map(Application::toString).toList();
        problems.add(
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
      List<SourceCommit> changed = new ArrayList<>();
      for (Application candidate : candidates) {
        source(candidate).filter(source -> differs(source, first, targets)).ifPresent(changed::add);
      }
      if (changed.size() == 1) {
        return Optional.of(changed.get(0));
      }
      problems.add(
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

    private boolean differs(SourceCommit source, EnvironmentName first, List<Target> targets) {
      Problems ignored = new Problems();
      Optional<Cargo> cargo =
          ask(place(source.application()), () -> cargo(source, ignored, new ArrayList<>()));
      return cargo.isPresent()
          && targets.stream()
              .filter(target -> target.environment().equals(first))
              .anyMatch(target -> lacks(target, cargo.get()));
    }

    private boolean lacks(Target target, Cargo cargo) {
      return ask(place(target.application()), () -> files(target).lacking(cargo))
          .filter(Optional::isPresent)
          .isPresent();
    }

    private Optional<SourceCommit> source(Application application) {
      return head(application)
          .flatMap(
              head -> {
                CommitId wanted = trigger.commit().orElse(head.commit());
                return ask(place(application), () -> sourceAt(application, head, wanted))
                    .flatMap(found -> found);
              });
    }

    private Optional<SourceCommit> sourceAt(
        Application application, BranchHead head, CommitId wanted) {
      Repository repository = repositories.repository(application.source().repository());
      if (!wanted.equals(head.commit()) && !repository.contains(head.commit(), wanted)) {
        problems.add(
            ProblemCode.COMMIT_NOT_ON_BRANCH,
            place(application),
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

    private Cargo cargo(SourceCommit source, Problems into, List<Problem> warned) {
      return cargoReader.read(source.application().source(), source.commit().id(), into, warned);
    }

    private void checkRoom(Target target, Cargo cargo) {
      String place = place(target.application());
      ask(place, () -> obstacles(target, cargo))
          .orElse(List.of())
          .forEach(problem -> problems.add(problem.within(place)));
    }

    private List<Problem> obstacles(Target target, Cargo cargo) {
      ApplicationFiles files = files(target);
      if (files.isEmpty()) {
        return List.of(
            new Problem(
                ProblemCode.PATH_NO_MATCH,
                "",
                "there is no folder "
                    + target.application().source().path()
                    + " on branch "
                    + target.planned().branch()
                    + "; create it, or correct spec.source.path"));
      }
      return Stream.concat(files.obstacles(cargo).stream(), files.refusals(cargo).stream())
          .toList();
    }

    private ApplicationFiles files(Target target) {
      ApplicationSource source = target.application().source();
      return new ApplicationFiles(
          repositories.repository(source.repository()),
          editor,
          source.path(),
          target.planned().commit());
    }

    private Optional<BranchHead> head(Application application) {
      return ask(
          place(application),
          () ->
              repositories
                  .repository(application.source().repository())
                  .head(application.source().revision()));
    }

    private <T> Optional<T> ask(String place, Supplier<T> question) {
      try {
        return Optional.of(question.get());
      } catch (PortException fault) {
        problems.add(fault.problem().within(place));
        return Optional.empty();
      }
    }

    private String place(Application application) {
      return "application " + application;
    }
  }
}
