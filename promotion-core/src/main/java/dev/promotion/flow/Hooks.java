package dev.promotion.flow;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Workflows that are run in the course of a release, or of an environment in it.
 *
 * @param onStart at the start
 * @param onSuccess at success
 * @param onFail at failure
 */
public record Hooks(
    Optional<WorkflowName> onStart,
    Optional<WorkflowName> onSuccess,
    Optional<WorkflowName> onFail) {

  /** No hooks. */
  public static final Hooks NONE = new Hooks(Optional.empty(), Optional.empty(), Optional.empty());

  /** Checks that nothing is missing. */
  public Hooks {
    requireNonNull(onStart, "onStart");
    requireNonNull(onSuccess, "onSuccess");
    requireNonNull(onFail, "onFail");
  }
}
