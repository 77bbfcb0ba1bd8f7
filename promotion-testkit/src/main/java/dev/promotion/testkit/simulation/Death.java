package dev.promotion.testkit.simulation;

/** The end of a process; nothing inside the process may catch it. */
final class Death extends Error {

  private static final long serialVersionUID = 1L;

  Death() {
    super("the process died", null, false, false);
  }
}
