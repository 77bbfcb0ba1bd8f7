package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.product.ProductName;
import dev.promotion.repository.Person;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that is fixed when a release starts; later changes of definitions, settings or sources
 * do not touch it.
 *
 * @param product the product that is promoted
 * @param flow the flow as it was
 * @param initiator who asked for it
 * @param version what people call the cargo
 * @param source where the cargo was read
 * @param cargo what is promoted, to every target that has no cargo of its own
 * @param targets every application that is promoted to, in the order of the flow
 * @param stableFor how long an application must stay healthy before it counts
 * @param author author and committer of the commits
 * @param warnings what was found that does not stop the release
 */
public record ReleasePlan(
    ProductName product,
    PromotionFlow flow,
    Actor initiator,
    Version version,
    SourceCommit source,
    Cargo cargo,
    List<Target> targets,
    Duration stableFor,
    Person author,
    List<Problem> warnings) {

  /** Copies the lists. */
  public ReleasePlan {
    requireNonNull(product, "product");
    requireNonNull(flow, "flow");
    requireNonNull(initiator, "initiator");
    requireNonNull(version, "version");
    requireNonNull(source, "source");
    requireNonNull(cargo, "cargo");
    targets = List.copyOf(targets);
    requireNonNull(stableFor, "stableFor");
    requireNonNull(author, "author");
    warnings = List.copyOf(warnings);
  }

  /**
   * Tells what is promoted to a target.
   *
   * @param target a target of this plan
   * @return its own cargo, or that of the release
   */
  public Cargo cargoOf(Target target) {
    return target.ownCargo().orElse(cargo);
  }

  /**
   * Tells everything that is promoted.
   *
   * @return the cargo of the release, and those of single targets
   */
  public List<Cargo> cargos() {
    return Stream.concat(Stream.of(cargo), targets.stream().map(this::cargoOf)).distinct().toList();
  }
}
