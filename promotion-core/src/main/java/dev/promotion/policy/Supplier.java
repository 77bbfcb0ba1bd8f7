package dev.promotion.policy;

import static java.util.Objects.requireNonNull;

/** Who supplied a setting. */
public sealed interface Supplier {

  /** The flow itself. */
  record Flow() implements Supplier {

    /** Returns what explanations call it. */
    @Override
    public String toString() {
      return "the flow";
    }
  }

  /**
   * A policy.
   *
   * @param name its name
   */
  record Policy(PolicyName name) implements Supplier {

    /** Checks that there is a name. */
    public Policy {
      requireNonNull(name, "name");
    }

    /** Returns what explanations call it. */
    @Override
    public String toString() {
      return "policy " + name;
    }
  }

  /** Nobody: it is the default. */
  record Default() implements Supplier {

    /** Returns what explanations call it. */
    @Override
    public String toString() {
      return "the default";
    }
  }
}
