package dev.promotion.testkit.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.product.Application;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.testkit.InMemoryRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people and the cluster do on their own while promoters work. What a promotion cannot survive
 * is noted, so that only then it may fail. Not thread-safe.
 */
final class Elsewhere {

  /** What a branch is renamed to. */
  static final String RENAMED = "renamed";

  private final World world;
  private final Dice dice;

  Elsewhere(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
  }

  void happens(Disturbance disturbance) {
    Application application = dice.any(world.scene().applications());
    String name = application.name().value();
    switch (disturbance) {
      case DEGRADED -> world.cluster().degrade(spoiled(name));
      case SYNC_FAILED -> world.cluster().failSync(spoiled(name));
      case SYNC_PAUSED -> world.cluster().pauseSync(name);
      case HEALTH_UNKNOWN -> world.cluster().unknown(name);
      case CLUSTER_UNREACHABLE -> world.cluster().unreachable(name);
      case APPLICATION_DELETED -> world.cluster().remove(spoiled(name));
      case CLUSTER_HEALED ->
          world.scene().applications().forEach(each -> world.cluster().heal(each.name().value()));
      case FORCE_PUSHED -> forcePush(application);
      case BRANCH_DELETED -> deleteBranch(application);
      case BRANCH_RENAMED -> renameBranch(application);
      case SAME_PATH_EDITED -> {
        world.releaseMayFail();
        edit(
            application, promoted(application), "image:\n  tag: \"" + world.clock().now() + "\"\n");
      }
      case OTHER_PATH_EDITED -> editElsewhere(application);
      case REVERTED -> revert();
      case FLOW_EDITED -> world.define(withShorterFlow());
      case ENVIRONMENT_RENAMED -> world.define(withRenamedEnvironment());
      default -> throw new IllegalArgumentException(disturbance + " does not happen elsewhere");
    }
  }

  /** Where files are deleted, a change hits one of those. */
  private String promoted(Application application) {
    Scene scene = world.scene();
    return scene.prunes() && !scene.isSource(application) ? Scene.OLD.value() : "values.yaml";
  }

  private String spoiled(String name) {
    world.releaseMayFail();
    return name;
  }

  private InMemoryRepository repository(Application application) {
    return world.repositories().repository(application.source().repository());
  }

  private Optional<CommitId> head(Application application) {
    return Referee.head(repository(application), new BranchName(Scene.branch(application)));
  }

  /** Commits by somebody else, unless the branch is gone. */
  private void edit(Application application, String file, String text) {
    if (head(application).isPresent()) {
      repository(application)
          .commit(
              Scene.branch(application), "Change " + file, Map.of(path(application, file), text));
    }
  }

  /**
   * Where whole files are promoted all that is below the folder of a source is, so what is not lies
   * beside it; where values are, it may even be the same file.
   */
  private void editElsewhere(Application application) {
    if (world.scene().editor().isPresent()) {
      text(application, "values.yaml")
          .ifPresent(
              text ->
                  edit(
                      application,
                      "values.yaml",
                      text.replaceFirst("(?s)\nreplicas: .*", "\n")
                          + "replicas: "
                          + world.clock().now()
                          + "\n"));
      return;
    }
    String file = world.scene().isSource(application) ? "../notes.txt" : "notes.txt";
    edit(application, file, "looked at " + world.clock().now());
  }

  private Optional<String> text(Application application, String file) {
    InMemoryRepository repository = repository(application);
    return head(application).stream()
        .flatMap(head -> repository.files(head, application.source().path()).stream())
        .filter(each -> each.path().equals(file))
        .map(each -> new String(repository.content(each.id()), UTF_8))
        .findFirst();
  }

  private static String path(Application application, String file) {
    return file.startsWith("../")
        ? "beside-" + application + "-" + file.substring(3)
        : application.source().path() + "/" + file;
  }

  private void forcePush(Application application) {
    InMemoryRepository repository = repository(application);
    List<CommitInfo> log = repository.log(Scene.branch(application));
    if (log.size() > 1) {
      world.releaseMayFail();
      int back = 1 + dice.below(Math.min(3, log.size() - 1));
      repository.setBranch(Scene.branch(application), log.get(back).id());
      if (dice.below(2) == 0) {
        edit(application, "forced.txt", "after a rewind at " + world.clock().now());
      }
    }
  }

  private void deleteBranch(Application application) {
    world.releaseMayFail();
    repository(application).deleteBranch(Scene.branch(application));
  }

  private void renameBranch(Application application) {
    Optional<CommitId> head = head(application);
    deleteBranch(application);
    head.ifPresent(
        commit -> {
          repository(application).setBranch(RENAMED, commit);
          repository(application).setDefaultBranch(RENAMED);
        });
  }

  /** Takes back the newest commit of a release, if there is one and its branch still is there. */
  private void revert() {
    for (Account account : world.referee().accounts()) {
      for (Map.Entry<Key, Account.Entry> each : account.entries().entrySet()) {
        if (each.getValue().written().isPresent()) {
          world.releaseMayFail();
          Application application = account.application(each.getKey());
          edit(application, "values.yaml", "image:\n  tag: \"1\"\n");
          return;
        }
      }
    }
  }

  private Catalog withShorterFlow() {
    PromotionFlow flow = world.scene().flow();
    List<FlowStep> steps = flow.steps();
    FlowStep first = steps.get(0);
    PromotionFlow shorter =
        PromotionFlow.of(flow.name().value(), flow.triggerEnvironment().value(), first(flow));
    return definitions(steps.size() > 1 ? shorter : flow, first.environment(), first.environment());
  }

  private static FlowStep first(PromotionFlow flow) {
    return FlowStep.of(flow.firstTargets().get(0).value(), flow.triggerEnvironment().value());
  }

  private Catalog withRenamedEnvironment() {
    EnvironmentName old = dice.any(world.scene().flow().environments());
    return definitions(renamed(old), old, new EnvironmentName(old + "-renamed"));
  }

  private PromotionFlow renamed(EnvironmentName old) {
    PromotionFlow flow = world.scene().flow();
    FlowStep[] steps =
        flow.steps().stream()
            .map(
                step ->
                    FlowStep.of(
                        name(step.environment(), old),
                        step.dependsOn().stream()
                            .map(each -> name(each, old))
                            .toArray(String[]::new)))
            .toArray(FlowStep[]::new);
    return PromotionFlow.of(flow.name().value(), name(flow.triggerEnvironment(), old), steps);
  }

  private static String name(EnvironmentName name, EnvironmentName old) {
    return name.equals(old) ? old + "-renamed" : name.value();
  }

  private Catalog definitions(PromotionFlow flow, EnvironmentName old, EnvironmentName renamed) {
    Catalog.Builder catalog = Catalog.builder().flow(flow);
    world.scene().catalog().templates().forEach(catalog::template);
    for (EnvironmentName environment : world.scene().flow().environments()) {
      EnvironmentName now = environment.equals(old) ? renamed : environment;
      catalog.environment(Environment.of(now.value()));
      world.scene().products().stream()
          .flatMap(product -> world.scene().catalog().applications(product, environment).stream())
          .forEach(
              each ->
                  catalog.application(
                      Application.builder(each.name().value())
                          .product(each.product().value())
                          .environment(now.value())
                          .source(each.source())
                          .build()));
    }
    return catalog.build();
  }
}
