package dev.promotion.testkit.fault;

import static java.util.Objects.requireNonNull;

/**
 * A call from a promoter to the outside.
 *
 * @param port the simple name of the port, such as {@code ReleaseStore}
 * @param method the method, such as {@code append}
 */
public record PortCall(String port, String method) {

  /** Checks that nothing is missing. */
  public PortCall {
    requireNonNull(port, "port");
    requireNonNull(method, "method");
  }

  /** Returns port and method. */
  @Override
  public String toString() {
    return port + "." + method;
  }
}
