package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.product.Application;
import dev.promotion.repository.BranchHead;

/**
 * An application that the release promotes to, as it was when the release was planned.
 *
 * @param environment its environment
 * @param application the application
 * @param planned the branch that its revision stood for, and the commit against which later changes
 *     by others are told
 */
public record Target(EnvironmentName environment, Application application, BranchHead planned) {

  /** Checks that nothing is missing. */
  public Target {
    requireNonNull(environment, "environment");
    requireNonNull(application, "application");
    requireNonNull(planned, "planned");
  }
}
