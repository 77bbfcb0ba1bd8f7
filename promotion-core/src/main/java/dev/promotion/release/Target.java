package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.product.Application;
import dev.promotion.repository.BranchHead;
import java.util.Optional;

/**
 * An application that the release promotes to, as it was when the release was planned.
 *
 * @param environment its environment
 * @param application the application
 * @param planned the branch that its revision stood for, and the commit against which later changes
 *     by others are told
 * @param ownCargo what is promoted to it, where that is not the cargo of the release: a template
 *     may match only some applications
 */
public record Target(
    EnvironmentName environment,
    Application application,
    BranchHead planned,
    Optional<Cargo> ownCargo) {

  /** Checks that nothing is missing. */
  public Target {
    requireNonNull(environment, "environment");
    requireNonNull(application, "application");
    requireNonNull(planned, "planned");
    requireNonNull(ownCargo, "ownCargo");
  }

  /**
   * Makes a target that gets the cargo of the release.
   *
   * @param environment its environment
   * @param application the application
   * @param planned the branch, and the commit that it was at
   */
  public Target(EnvironmentName environment, Application application, BranchHead planned) {
    this(environment, application, planned, Optional.empty());
  }
}
