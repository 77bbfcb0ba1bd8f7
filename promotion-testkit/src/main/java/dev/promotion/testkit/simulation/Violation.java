package dev.promotion.testkit.simulation;

/**
 * A broken promise, found by the referee. An error, so that no promoter takes it for a failure of a
 * port.
 */
final class Violation extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final String promise;

  Violation(String promise, String what) {
    super(promise + ": " + what);
    this.promise = promise;
  }

  /** Returns the promise that was broken, the same text for every breach of it. */
  String promise() {
    return promise;
  }
}
