package dev.promotion.promoter;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.policy.EffectivePolicy;
import dev.promotion.port.FileValues;
import dev.promotion.port.Repositories;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.Product;
import dev.promotion.product.ProductName;
import dev.promotion.release.Cargo;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.SourceCommit;
import dev.promotion.release.Target;
import dev.promotion.release.Version;
import dev.promotion.repository.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks all that a release needs before it may begin, and fixes it in a plan. Reads only; every
 * problem is found before the first is reported.
 */
final class Preflight {

  private final Catalog catalog;
  private final Repositories repositories;
  private final FileValues editor;
  private final Duration stableFor;
  private final Person author;

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
  }

  /**
   * Returns the plan of the release that a trigger asks for, or throws all that stands against it.
   */
  ReleasePlan plan(Trigger trigger) {
    Checked checked = check(trigger);
    if (!checked.problems().isEmpty()) {
      throw new TriggerRefusedException(checked.problems());
    }
    return checked.plan().orElseThrow();
  }

  /** Returns which policy holds where no flow says anything else. */
  EffectivePolicy policy(ProductName product, EnvironmentName environment) {
    Notes notes = new Notes();
    Optional<Product> known = product(product, notes);
    Optional<Environment> place = catalog.environment(environment);
    if (place.isEmpty()) {
      List<String> names =
          catalog.environments().stream().map(each -> each.name().value()).toList();
      notes.unknown(ProblemCode.UNKNOWN_ENVIRONMENT, "environment", environment.value(), names);
    }
    if (known.isEmpty() || place.isEmpty()) {
      throw new TriggerRefusedException(notes.problems().list());
    }
    return EffectivePolicy.ofTarget(
        known.get(), place.get(), PolicySettings.NONE, catalog.policies());
  }

  private Optional<Product> product(ProductName name, Notes notes) {
    Optional<Product> product = catalog.product(name);
    if (product.isEmpty()) {
      List<String> names =
          catalog.products().stream().map(Product::name).map(ProductName::value).toList();
      notes.unknown(ProblemCode.UNKNOWN_PRODUCT, "product", name.value(), names);
    }
    return product;
  }

  /** Returns the plan of a release, as far as it can be made, and all that stands against it. */
  Checked check(Trigger trigger) {
    return new Check(trigger).run();
  }

  /** The check of one trigger. */
  private final class Check {

    private final Trigger trigger;
    private final Notes notes = new Notes();
    private final Cargos cargos = new Cargos(catalog, repositories, editor, notes);

    Check(Trigger trigger) {
      this.trigger = trigger;
    }

    Checked run() {
      Optional<PromotionFlow> flow = flow();
      Optional<Product> product = product(trigger.product(), notes);
      Map<EnvironmentName, EffectivePolicy> policies = Map.of();
      Optional<ReleasePlan> plan = Optional.empty();
      if (flow.isPresent() && product.isPresent()) {
        policies = policies(flow.get(), product.get());
        List<Target> targets = targets(flow.get());
        plan =
            new SourceChoice(catalog, repositories, cargos, trigger, notes)
                .of(flow.get(), targets)
                .flatMap(source -> plan(flow.get(), source, targets));
      }
      return new Checked(policies, plan, notes.problems().list(), notes.warnings());
    }

    private Map<EnvironmentName, EffectivePolicy> policies(PromotionFlow flow, Product product) {
      Map<EnvironmentName, EffectivePolicy> policies = new LinkedHashMap<>();
      for (EnvironmentName name : flow.environments()) {
        catalog
            .environment(name)
            .map(environment -> catalog.effectivePolicy(flow, product, environment))
            .ifPresent(policy -> policies.put(name, policy));
      }
      policies.values().forEach(policy -> policy.warnings().forEach(notes::warn));
      NotYetSupported.check(flow, product, policies, notes.problems());
      NotYetSupported.selectors(flow, product).ifPresent(notes::warn);
      return policies;
    }

    private Optional<ReleasePlan> plan(
        PromotionFlow flow, SourceCommit source, List<Target> targets) {
      Version version =
          trigger
              .version()
              .or(() -> cargos.version(source, flow.triggerEnvironment()))
              .orElseGet(() -> new Version(source.commit().id().abbreviated()));
      return cargos
          .load(source, targets)
          .map(
              loaded -> {
                loaded.forEach(this::checkRoom);
                return plan(flow, source, version, loaded);
              });
    }

    /** What most targets get, and what is promoted where there is none, is that of the first. */
    private ReleasePlan plan(
        PromotionFlow flow, SourceCommit source, Version version, List<Target> loaded) {
      Cargo cargo =
          loaded.stream()
              .flatMap(target -> target.ownCargo().stream())
              .findFirst()
              .orElseGet(() -> new Cargo(source.application().source().repository(), List.of()));
      List<Target> targets =
          loaded.stream()
              .map(
                  each ->
                      new Target(
                          each.environment(),
                          each.application(),
                          each.planned(),
                          each.ownCargo().filter(own -> !own.equals(cargo))))
              .toList();
      return new ReleasePlan(
          trigger.product(),
          flow,
          trigger.initiator(),
          version,
          source,
          cargo,
          targets,
          stableFor,
          author,
          notes.warnings());
    }

    private Optional<PromotionFlow> flow() {
      Optional<PromotionFlow> flow = catalog.flow(trigger.flow());
      if (flow.isEmpty()) {
        List<String> known =
            catalog.flows().stream().map(PromotionFlow::name).map(FlowName::value).toList();
        notes.unknown(ProblemCode.UNKNOWN_FLOW, "flow", trigger.flow().value(), known);
      }
      return flow;
    }

    private List<Target> targets(PromotionFlow flow) {
      List<Target> targets = new ArrayList<>();
      for (EnvironmentName environment : flow.environments()) {
        if (environment.equals(flow.triggerEnvironment())) {
          continue;
        }
        List<Application> applications = catalog.applications(trigger.product(), environment);
        if (applications.isEmpty()) {
          notes
              .problems()
              .add(
                  ProblemCode.APP_MISSING_IN_TARGET,
                  "flow " + flow + ", environment " + environment,
                  "product "
                      + trigger.product()
                      + " has no application in environment "
                      + environment
                      + "; add one, or take the environment out of the flow");
        }
        applications.forEach(each -> target(environment, each).ifPresent(targets::add));
      }
      return targets;
    }

    private Optional<Target> target(EnvironmentName environment, Application application) {
      return notes
          .ask(
              Notes.place(application),
              () ->
                  repositories
                      .repository(application.source().repository())
                      .head(application.source().revision()))
          .map(head -> new Target(environment, application, head));
    }

    private void checkRoom(Target target) {
      String place = Notes.place(target.application());
      notes
          .ask(place, () -> obstacles(target))
          .orElse(List.of())
          .forEach(problem -> notes.problems().add(problem.within(place)));
    }

    private List<Problem> obstacles(Target target) {
      ApplicationFiles files = cargos.at(target);
      Cargo cargo = target.ownCargo().orElseThrow();
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
  }
}
